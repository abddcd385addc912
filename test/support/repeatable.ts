import fc from 'fast-check';

/** Random cases are the same in every run, so that a failure is everybody's; FC_SEED looks at others. */
export const SEED = Number(process.env['FC_SEED'] || 23_112_026);

fc.configureGlobal({ seed: SEED });
