/** The YAML form of what a pack says of agent scripts, under its key `lint`. */
import * as z from 'zod';
import { id, localised, oneOrMore, phrases, words } from './terms.ts';

const replacement = z
  .strictObject({
    words: phrases.meta({ description: 'Each must be the whole clause, or several whole clauses.' }),
    with: z.strictObject({ en: words.optional(), zh: words.optional(), 'zh-TW': words.optional() }).meta({
      description: 'What to say in its place, without the sign at its end; one language is enough.',
    }),
  })
  .meta({ id: 'lint-replacement' });

const rule = z
  .strictObject({
    title: localised.optional(),
    why: localised.optional(),
    severity: z.enum(['error', 'warning', 'off']).optional().meta({
      description: "Else by the criterion's own: critical and fatal are errors, ordinary is a warning.",
    }),
    say: localised.optional(),
    forbid: oneOrMore.optional().meta({
      description: "The agent's moments that are a problem; else those that the criterion forbids.",
    }),
    words: phrases.optional().meta({ description: 'Only where one of these stands in the same sentence.' }),
    unless: oneOrMore.optional().meta({ description: 'None, where one of these is in the same script.' }),
    replace: z.array(replacement).min(1).optional().meta({
      description: 'Exact replacements; what one of them makes is checked before it is offered.',
    }),
  })
  .meta({
    id: 'lint-rule',
    description: 'Of a criterion, by its id; or, with a title, a reason and `forbid`, a rule of its own.',
  });

const step = z
  .strictObject({
    title: localised,
    any: oneOrMore.meta({ description: 'Moments, any of which is this step.' }),
    say: localised.optional(),
  })
  .meta({ id: 'lint-step', description: 'What a script has to say.' });

const scenario = z
  .strictObject({
    title: localised,
    holds: z.array(id).min(1).meta({ description: 'Steps, in the order in which they are to come.' }),
    anywhere: z.array(id).min(1).optional().meta({ description: 'Steps that may come anywhere.' }),
    placeholders: z.array(words).min(1).optional().meta({
      description: 'Placeholders that must be filled with words before the script is used.',
    }),
  })
  .meta({ id: 'lint-scenario', description: 'What a script must hold that says it is for this.' });

export const lint = z
  .strictObject({
    rules: z.record(id, rule).optional(),
    steps: z.record(id, step).optional(),
    scenarios: z.record(id, scenario).optional(),
    placeholders: z.array(words).min(1).optional().meta({
      description: 'Names of placeholders that no script may leave unfilled, such as TODO.',
    }),
  })
  .meta({ id: 'lint', description: 'What is a problem in agent scripts, and what they must hold.' });

export type WrittenLint = z.infer<typeof lint>;
