/** What whoever runs the installation can mend: the message says what is wrong and how, and a trace would say nothing more. */
export class OperatorError extends Error {}
