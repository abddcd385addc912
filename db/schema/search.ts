/** The search copy of the pathways; both engines read what stands here. */
export type SearchPathwayTable = { id: string; document: unknown };
