/** How often something was tried until `expire`, in milliseconds since 1970; the key tells nobody what or by whom. */
export type RateLimitTable = { key: string; points: number; expire: number };
