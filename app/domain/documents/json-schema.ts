import * as z from 'zod';
import type { DocumentType } from './parse.ts';
import { documentSchemas } from './parse.ts';

const made = new Map<DocumentType, z.core.JSONSchema.BaseSchema>();

/** The JSON Schema (draft 2020-12) of a document, generated once from the schema that validates it. */
export function jsonSchemaOf(type: DocumentType): z.core.JSONSchema.BaseSchema {
  const schema = made.get(type) ?? z.toJSONSchema(documentSchemas[type], { target: 'draft-2020-12' });
  made.set(type, schema);
  return schema;
}
