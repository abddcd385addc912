/**
 * What stands among a vacancy's words for what its occupation and its pathway are called: those are few and have thousands of words,
 * so a query asks which of them a word names. No word holds a colon.
 */
export const occupationSign = (code: string): string => `isco:${code}`;
export const pathwaySign = (id: string): string => `pathway:${id}`;
