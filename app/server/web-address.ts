import * as z from 'zod';

export const address = (schemes: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol));

/** Whether an address is one of this machine, which no message leaves on the way to it. */
export const isLoopback = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(new URL(url).hostname);

/** A secret goes there: in the clear only within this machine. */
export const sealed = address(['http:', 'https:']).refine((url) => url.startsWith('https:') || isLoopback(url));
