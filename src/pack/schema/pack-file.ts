/** The YAML form of one of a pack's files, as a zod schema: what the others describe, under its keys. */
import * as z from 'zod';
import { allegation, responsibility } from './allegation.ts';
import { caseReport } from './case-report.ts';
import { complaintType, gravityGrade, keyFact, promise } from './case-rules.ts';
import { criterion } from './criterion.ts';
import { keysAt } from './keys-at.ts';
import { lint } from './lint.ts';
import { moment } from './moment.ts';
import { protocol } from './protocol.ts';
import { scorecard } from './scorecard.ts';
import { id, localised, phrases } from './terms.ts';

/** One file of a pack. What a pack must have at least once is checked over all its files. */
export const packFileSchema = z
  .strictObject({
    pack: id.optional(),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'must be written like 1.0.0')
      .optional(),
    title: localised.optional(),
    lists: z.record(id, phrases).optional(),
    moments: z.record(id, moment).optional(),
    criteria: z.record(id, criterion).optional(),
    scorecard: scorecard.optional(),
    allegations: z.record(id, allegation).optional(),
    protocols: z.record(id, protocol).optional(),
    responsibility: responsibility.optional(),
    case: caseReport.optional(),
    'key-facts': z.record(id, keyFact).optional(),
    'complaint-types': z.record(id, complaintType).optional(),
    gravity: z.record(id, gravityGrade).optional().meta({ description: 'Grades, gravest first.' }),
    promises: z.record(id, promise).optional(),
    lint: lint.optional(),
  })
  .meta({ title: 'callqa pack', description: 'One file of a callqa pack.' });

export type PackFile = z.infer<typeof packFileSchema>;

/** The JSON Schema of a pack's file, as the text of rules/pack.schema.json. What only zod can say is not in it. */
export function packJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(packFileSchema, { io: 'input' }), null, 2)}\n`;
}

/** The keys that the map at a path of a file may have; none where the schema does not name them. */
export function knownKeys(path: readonly (string | number)[]): readonly string[] {
  return keysAt(packFileSchema, path);
}
