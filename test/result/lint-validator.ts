/** Holds what `lint --format json` prints against its published schema. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lintSchema } from '../../src/result/lint-schema.ts';

/** With no fields but those that it names. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
}
const validate = new Ajv2020({ allErrors: true, strictTuples: false }).compile(
  closed(lintSchema()) as object,
);

/** Where a document is not as published; nothing where it is. */
export function lintErrorsOf(document: unknown): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
}
