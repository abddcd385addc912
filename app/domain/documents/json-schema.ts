import * as z from 'zod';
import type { DocumentType } from './parse.ts';
import { documentSchemas } from './parse.ts';

/** The JSON Schema (draft 2020-12) of a document, generated from the schema that validates it. */
export function jsonSchemaOf(type: DocumentType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(documentSchemas[type], { target: 'draft-2020-12' });
}
