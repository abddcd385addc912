import type { Settled } from '../../app/domain/eligibility/evaluate.ts';

/** Where and when a rule is asked: *here* and *this pathway* of documents.md, and the day; `settled`: what is known for every row. */
export type Asking = { destination: string; pathway: string; on: string; settled?: Settled };
