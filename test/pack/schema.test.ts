import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { packJsonSchema } from '../../src/pack/schema/pack-file.ts';
import { SMALL_PACK } from './small-pack.ts';

it('is what rules/pack.schema.json says (else: npm run schema)', () => {
  const file = readFileSync(new URL('../../rules/pack.schema.json', import.meta.url), 'utf8');
  expect(file).toBe(packJsonSchema());
});

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(packJsonSchema()) as object,
);

it.each<[valid: boolean, why: string, from: string, to: string]>([
  [true, 'a sound pack', 'pack: small', 'pack: small'],
  [false, 'an unknown key', 'negation: guard', 'negations: guard'],
  [true, 'a moment with a detector alone', 'phrases: it is broken', 'detector: typography'],
  [false, 'an unknown detector', 'phrases: it is broken', 'detector: volume'],
  [false, 'an unknown severity', 'severity: critical', 'severity: high'],
  [false, 'a moment without a speaker', '    speaker: customer\n', ''],
  [false, 'an empty list of examples', 'hit: [我理解您]', 'hit: []'],
  [false, 'another window', 'within: 2 agent turns', 'within: 2 turns'],
  [false, 'a weight of nothing', 'weight: 15', 'weight: 0'],
  [false, 'an unknown key deep in a tree', 'at-least: 1', 'at-most: 1'],
])('as JSON Schema says %s to %s', (valid, _, from, to) => {
  expect(validate(parse(SMALL_PACK.replace(from, to)))).toBe(valid);
});
