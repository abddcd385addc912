/** What doctor looked at; `cure` is there where something is wrong. */
export type Finding = { what: string; found: string; cure?: string };
