/** The YAML form of the scorecard. */
import * as z from 'zod';
import { id, localised } from './terms.ts';

export const scorecard = z
  .strictObject({
    sections: z.record(
      id,
      z.strictObject({
        group: id.optional(),
        title: localised,
        weight: z.number().positive(),
        criteria: z.record(id, z.number().positive()),
      }),
    ),
    grades: z
      .record(z.string().regex(/^\p{L}\S*$/u, 'must begin with a letter'), z.number().min(0).max(100))
      .meta({ description: 'The least total that earns each grade, best first, the last from 0.' }),
    'critical-cap': z
      .string()
      .meta({ description: 'The best grade a call with a critical finding can have.' }),
    'least-coverage': z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Under this share of weight that applied, no grade is given.' }),
  })
  .meta({ id: 'scorecard' });

export type WrittenScorecard = z.infer<typeof scorecard>;
