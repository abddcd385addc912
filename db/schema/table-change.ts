/** That a transaction changed a table: noted once for each of the tables that processes keep the contents of. */
export type TableChangeTable = { changed: NotedTable; xact: string };

/** `document_version`: pathways alone. */
export type NotedTable = 'document_version' | 'exchange_rate' | 'requirement' | 'search_pathway';
