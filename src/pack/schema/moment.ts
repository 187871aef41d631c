/** The YAML form of a moment. */
import * as z from 'zod';
import { isRecord } from '../../call/is-record.ts';
import { refuse } from './refuse.ts';
import { localised, oneOrMore, phrases, words } from './terms.ts';

const spoken = z
  .union([
    words,
    z.strictObject({ agent: words.optional(), customer: words.optional() }).superRefine((value, context) => {
      if (Object.keys(value).length === 1) return;
      refuse(context, 'names exactly one side: agent or customer', { code: 'wrong-value' });
    }),
  ])
  .meta({
    id: 'spoken',
    description: "A string is said by the moment's own side; {customer: …} names the side.",
  });

export const moment = z
  .strictObject({
    speaker: z.enum(['agent', 'customer']),
    title: localised,
    phrases: phrases.optional(),
    detector: z.enum(['typography']).optional().meta({
      description: 'Finds it beside the phrases, or without any: capitals and repeated exclamation marks.',
    }),
    answers: z.boolean().optional().meta({
      description: 'Counts only once the other side has spoken: it answers something.',
    }),
    answering: z
      .strictObject({ heard: oneOrMore, to: oneOrMore, unless: oneOrMore.optional() })
      .optional()
      .meta({
        description:
          'Counts also where one of the moments `heard` stands in the answer to a stretch with one of `to` and none of `unless`.',
      }),
    unless: phrases.optional(),
    negation: z.enum(['guard', 'off']).optional(),
    quotation: z.enum(['guard', 'off']).optional(),
    examples: z.strictObject({
      hit: z.array(spoken).min(1),
      miss: z.array(spoken).min(1),
      'known-miss': z.array(spoken).optional(),
      'known-false-hit': z.array(spoken).optional(),
    }),
  })
  .superRefine(
    (value, context) => {
      if ('phrases' in value || 'detector' in value) return;
      const hint = 'Write one phrase a line under `phrases:`, or name a `detector:`.';
      refuse(context, 'has no phrases', { code: 'missing-key', hint });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'moment', description: 'Found by its phrases, by its detector, or by both.' });

export type WrittenMoment = z.infer<typeof moment>;
