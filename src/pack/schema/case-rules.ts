/** The YAML form of the rules of a case: key facts, types of complaint, grades of gravity, kinds of promise. */
import * as z from 'zod';
import { isRecord } from '../../call/is-record.ts';
import { refuse } from './refuse.ts';
import { localised, oneOrMore, phrases } from './terms.ts';

/** How a length of time is written, and its units in milliseconds. */
const LENGTH = /^(?<count>[1-9]\d*) (?<unit>minute|hour|day)s?$/;
const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const length = z
  .string()
  .regex(LENGTH, 'must be written like `30 minutes`, `4 hours` or `7 days`')
  .meta({ id: 'length', description: 'A length of time: minutes, hours or days.' });

/** Milliseconds of a length of time that suits the schema. */
export function millisecondsOf(written: string): number {
  const { count, unit } = LENGTH.exec(written)!.groups!;
  return Number(count) * UNITS[unit!]!;
}

export const keyFact = z
  .strictObject({
    title: localised,
    told: phrases.optional().meta({ description: 'What the customer says that tells it.' }),
    found: phrases.optional().meta({ description: 'What the agent says where they have it.' }),
    asked: phrases
      .optional()
      .meta({ description: 'What the agent says to ask for it, in a stretch that asks for details.' }),
    moments: oneOrMore.optional(),
    metadata: z
      .array(z.string().regex(/^\S+$/, 'must be a path such as customer.name'))
      .min(1)
      .optional()
      .meta({ description: "Where a transcript's metadata has it, such as customer.name or meta.order." }),
  })
  .meta({ id: 'key-fact' });

export const complaintType = z
  .strictObject({
    title: localised,
    moments: oneOrMore,
    prevent: localised
      .optional()
      .meta({ description: 'What a team does so that fewer customers have to complain of it.' }),
  })
  .meta({ id: 'complaint-type' });

export const gravityGrade = z
  .strictObject({
    title: localised,
    moments: oneOrMore.optional(),
    criteria: oneOrMore.optional().meta({ description: 'Criteria that were not met.' }),
    phrases: phrases.optional().meta({ description: 'What the customer says.' }),
  })
  .meta({ id: 'gravity-grade', description: 'Any one of these makes it.' });

export const promise = z
  .strictObject({
    title: localised,
    moments: oneOrMore.meta({ description: 'Moments that promise.' }),
    phrases: phrases.optional().meta({ description: 'Only where one stands in the same sentence.' }),
    within: length.optional().meta({ description: 'Due after this time, where the agent names none.' }),
    every: length.optional().meta({ description: 'Due again and again, until the matter is settled.' }),
    'kept-by': z.strictObject({
      moments: oneOrMore.optional().meta({ description: 'Later in the same call.' }),
      transfer: z.boolean().optional().meta({ description: 'A transfer, or another agent who takes over.' }),
      contact: z.boolean().optional().meta({ description: 'A later call that the company made.' }),
      announced: phrases.optional().meta({ description: 'What the agent of a later call says.' }),
      phrases: phrases.optional().meta({ description: 'What the customer says in a later call.' }),
    }),
    'broken-by': phrases.optional().meta({ description: 'What the customer says in a later call.' }),
  })
  .superRefine(
    (value, context) => {
      if (!('within' in value && 'every' in value)) return;
      const hint = 'A promise is due once or again and again.';
      refuse(context, 'has both `within` and `every`', { code: 'wrong-value', hint });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'promise' });

export type WrittenKeyFact = z.infer<typeof keyFact>;
export type WrittenComplaintType = z.infer<typeof complaintType>;
export type WrittenGravityGrade = z.infer<typeof gravityGrade>;
export type WrittenPromise = z.infer<typeof promise>;
