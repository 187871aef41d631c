/** The YAML form of a protocol. */
import * as z from 'zod';
import { isRecord } from '../../call/is-record.ts';
import { refuse } from './refuse.ts';
import { id, localised, oneOrMore, phrases } from './terms.ts';

const ground = z
  .strictObject({
    title: localised,
    offences: oneOrMore.meta({ description: 'Moments, each of which is an offence.' }),
    strikes: z.int().positive().optional().meta({
      description: 'How many offences it takes, each but the first after the warning it answers.',
    }),
    warnings: z
      .int()
      .nonnegative()
      .optional()
      .meta({ description: 'How many warnings it takes; none unless said.' }),
    fragile: z.boolean().optional().meta({ description: 'Counts beside others and is never enough alone.' }),
  })
  .superRefine(
    (value, context) => {
      const problem = (message: string, hint: string): void => {
        refuse(context, message, { code: 'protocol-ground', hint });
      };
      if (value.fragile === true) {
        if (value.strikes === undefined && value.warnings === undefined) return;
        problem('is fragile and has strikes or warnings', 'It is never enough alone; take them out.');
      } else if (value.strikes === undefined) {
        problem('has no strikes', 'Say how many offences it takes, or mark it `fragile: true`.');
      } else if ((value.warnings ?? 0) >= value.strikes) {
        problem(
          `asks for ${value.warnings} warnings and ${value.strikes} strikes: the last warning is never put to the test`,
          'Each warning is answered by one more offence: strikes are more than warnings.',
        );
      }
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'protocol-ground' });

const step = z
  .strictObject({
    title: localised,
    warning: z.boolean().optional().meta({ description: 'One of the warnings.' }),
    say: z
      .union([id, z.array(z.union([id, z.array(id).min(2)])).min(1)])
      .optional()
      .meta({ description: 'Moments, all of them; of a list in it, any.' }),
    noted: phrases.optional().meta({ description: 'What a note says that proves it.' }),
  })
  .superRefine(
    (value, context) => {
      if ('say' in value || 'noted' in value) return;
      const hint = 'Name the moments that `say` it, or what is `noted`.';
      refuse(context, 'can never be taken', { code: 'missing-key', hint });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'protocol-step' });

export const protocol = z
  .strictObject({
    title: localised,
    grounds: z.record(id, ground).meta({ description: 'What a call may be ended for; {} where nothing is.' }),
    never: oneOrMore.optional().meta({ description: 'Who talks like this is never hung up on.' }),
    steps: z.record(id, step).meta({ description: 'In the order in which they are to be taken.' }),
    announced: oneOrMore.meta({ description: 'Says that the call ends now.' }),
    settled: z.strictObject({
      'opened-by': oneOrMore,
      by: oneOrMore,
      agreed: oneOrMore.optional(),
      goodbye: oneOrMore,
      'handed-on': oneOrMore.optional(),
    }),
  })
  .meta({ id: 'protocol', description: "A company's policy on ending calls." });

export type WrittenProtocol = z.infer<typeof protocol>;
