/** The YAML form of what a case report tells. */
import * as z from 'zod';
import { id, oneOrMore } from './terms.ts';

/** A moment, a criterion that is to be met, or a list of moments that stand together. */
const feltBy = z.array(z.union([id, z.array(id).min(2)])).min(1);

export const caseReport = z
  .strictObject({
    story: z.strictObject({
      agent: z.array(id).min(1),
      customer: z.array(id).min(1),
      answers: z.strictObject({
        settled: oneOrMore.optional(),
        threatened: oneOrMore.optional(),
        angrier: oneOrMore.optional(),
        declined: oneOrMore.optional(),
        upset: oneOrMore.optional(),
      }),
    }),
    felt: z.strictObject({
      when: oneOrMore,
      'looked-up': feltBy,
      analysed: feltBy,
      soothed: feltBy,
      'shown-a-way': feltBy,
    }),
    mood: z.record(id, z.number().min(-1).max(1)),
    mitigation: oneOrMore,
    bounds: z.strictObject({ begins: oneOrMore, ends: oneOrMore }),
  })
  .meta({ id: 'case', description: 'What a case report tells, and in which moments it finds it.' });

export type WrittenCase = z.infer<typeof caseReport>;
