import * as z from 'zod';

/** An id: lower-case kebab, as every document, criterion and list entry has one. */
export const Id = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ id: 'Id', description: 'an id in lower-case kebab of at most 200 characters, such as "visa-fee"' });
