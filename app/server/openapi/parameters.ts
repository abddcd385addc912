import type { Schema } from './schema.ts';

/** A whole number from 1. */
export const count = (most: number | undefined, absent: number): Schema => ({
  type: 'integer',
  minimum: 1,
  ...(most !== undefined && { maximum: most }),
  default: absent,
});

/** A part of the query or of the path. */
export type Parameter = {
  name: string;
  in: 'query' | 'path';
  required?: true;
  schema: Schema;
  description: string;
  style?: 'form';
  explode?: true;
};

/** A key of the query. */
export const query = (name: string, schema: Schema, description: string): Parameter => ({
  name,
  in: 'query',
  schema,
  description,
});

/** A key of the query that may be repeated: its values are alternatives. */
export const repeated = (name: string, items: Schema, description: string): Parameter => ({
  ...query(name, { type: 'array', items }, description),
  style: 'form',
  explode: true,
});

/** A part of the path. */
export const inPath = (name: string, description: string, schema: Schema = { type: 'string' }): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema,
  description,
});
