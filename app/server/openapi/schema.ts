import * as z from 'zod';
import { type DocumentType, jsonSchemaOf } from '../../domain/documents/index.ts';

/** A JSON Schema, as the description of the API holds it. */
export type Schema = Record<string, unknown>;
export type Properties = Record<string, Schema>;

export const schemaOf = (schema: z.ZodType): Schema => {
  const { $schema: _dialect, id: _id, $defs: _defs, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
};

export const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** An object of these keys and no others. */
export const object = (required: Properties, optional: Properties = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});

export const integer = { type: 'integer' };
export const number = { type: 'number' };
export const text = { type: 'string' };

const Parts = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())),
  required: z.array(z.string()),
});

/** The keys of a document, and which of them it must have. */
export const partsOf = (type: DocumentType) => Parts.parse(jsonSchemaOf(type));

/** A document with what the marketplace knows of it beside its own keys; a closed schema cannot be extended by another. */
export function withState(type: DocumentType, state: Properties, optional: Properties = {}): Schema {
  const { properties, required } = partsOf(type);
  return { ...object({ ...properties, ...state, ...optional }), required: [...required, ...Object.keys(state)] };
}
