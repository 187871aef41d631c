/** The YAML form of allegations, and of who bears what happened. */
import * as z from 'zod';
import { localised, oneOrMore } from './terms.ts';
import { tree } from './tree.ts';

const otherBearers = z
  .strictObject({
    process: oneOrMore.optional(),
    'third-party': oneOrMore.optional(),
    customer: oneOrMore.optional(),
  })
  .meta({
    id: 'other-bearers',
    description: 'Moments that say that another than the agent bears it; the first with one of them does.',
  });

export const allegation = z
  .strictObject({
    title: localised,
    default: z.boolean().optional(),
    upheld: tree,
    'partly-upheld': tree.optional(),
    'alleged-by': oneOrMore
      .optional()
      .meta({ description: 'Moments of a later call of the case that say that this is complained of.' }),
    'unheard-without': oneOrMore.optional().meta({
      description: 'Where no tree holds and none of these was said, the voice decides and was not heard.',
    }),
    'borne-by': otherBearers.optional(),
  })
  .meta({ id: 'allegation' });

export const responsibility = z.strictObject({ own: tree, others: otherBearers }).meta({
  id: 'responsibility',
  description: 'What the agent answers for whoever else was at fault, and what says that another bears it.',
});

export type WrittenAllegation = z.infer<typeof allegation>;
export type WrittenResponsibility = z.infer<typeof responsibility>;
