/** Where and when a rule is asked: *here* and *this pathway* of documents.md, and the day. */
export type Asking = { destination: string; pathway: string; on: string };
