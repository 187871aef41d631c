/** Holds what callqa prints against its published schema. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { resultSchema, type DocumentName } from '../../src/result/schema.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The schema with no fields allowed but those it names: the published one is open, what we print is not. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
}

const published = resultSchema() as Json;
const ajv = new Ajv2020({ allErrors: true, strictTuples: false });
ajv.addSchema(closed(published) as object, 'closed');
ajv.addSchema(published as object, 'published');

/** What is wrong with a document, as ajv says it; nothing where it is as published. */
export function problemsOf(
  name: DocumentName,
  document: unknown,
  schema: 'closed' | 'published' = 'closed',
): readonly string[] {
  const validate = ajv.getSchema(`${schema}#/$defs/${name}`)!;
  if (validate(document) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
