/** The YAML form of a criterion: the names and types of its keys, and which of them its form knows. */
import * as z from 'zod';
import { isRecord } from '../../call/is-record.ts';
import { checkMeasure, measure, quantities } from './measure.ts';
import { refuse } from './refuse.ts';
import { id, localised, oneOrMore, words } from './terms.ts';

/** The forms of a criterion: the key that names it, and the other keys that the form knows. */
const FORMS = {
  require: ['when', 'for-type', 'at-gravity', 'before', 'within', 'in', 'each', 'unasked'],
  forbid: ['when', 'times', 'after', 'unless', 'within', 'in'],
  limit: ['when', 'times', 'to', 'reset-by'],
  facts: ['when', 'at-least'],
  measure: ['by', 'at-most', 'at-least'],
  protocol: ['without'],
  all: [],
  any: [],
} as const;
type Form = keyof typeof FORMS;
const FORM_NAMES = Object.keys(FORMS) as readonly Form[];
const FORM_KEYS: readonly string[] = [...new Set(Object.values(FORMS).flat())];

/** How `within` is written. */
const WITHIN = /^[1-9]\d* agent turns?$/;

export const criterion = z
  .strictObject({
    title: localised,
    why: localised,
    severity: z.enum(['ordinary', 'critical', 'fatal']).optional(),
    say: localised.optional(),
    require: oneOrMore.optional(),
    forbid: oneOrMore.optional(),
    limit: oneOrMore.optional(),
    facts: z.array(id).min(1).optional(),
    measure: measure.optional(),
    protocol: id.optional(),
    without: oneOrMore.optional().meta({ description: 'Steps of the protocol that it does not ask for.' }),
    all: z.array(id).min(1).optional(),
    any: z.array(id).min(1).optional(),
    when: oneOrMore.optional(),
    times: z.int().min(2).optional().meta({ description: 'Only where `when` stands in so many stretches.' }),
    'for-type': id.optional(),
    'at-gravity': oneOrMore.optional(),
    by: z.enum(['agent', 'customer']).optional(),
    'at-most': quantities.optional(),
    'at-least': z.union([z.int().positive(), ...quantities.options]).optional(),
    before: oneOrMore.optional(),
    after: oneOrMore.optional(),
    unless: oneOrMore.optional(),
    within: z.string().regex(WITHIN, 'must be written `N agent turns`, such as `3 agent turns`').optional(),
    in: z.enum(['opening', 'closing']).optional(),
    each: z.boolean().optional(),
    unasked: oneOrMore
      .optional()
      .meta({ description: 'Meet it also where `when` never comes, or before it comes.' }),
    to: z.int().nonnegative().optional(),
    'reset-by': oneOrMore.optional(),
    examples: z.strictObject({
      met: z.array(words).min(1),
      'not-met': z.array(words).min(1),
      'not-applicable': z.array(words).optional(),
    }),
  })
  .superRefine(checkForm, { when: ({ value }) => isRecord(value) })
  .meta({
    id: 'criterion',
    description: 'One form: require, forbid, limit, facts, measure, protocol, all or any.',
  });

/** Raises what is wrong with the form of a criterion; its keys may still hold values of a wrong type. */
function checkForm(value: object, context: z.core.$RefinementCtx): void {
  const problem = (message: string, path: readonly string[] = [], hint?: string): void => {
    refuse(context, message, { code: 'criterion-form', path, ...(hint === undefined ? {} : { hint }) });
  };
  const forms = FORM_NAMES.filter((name) => name in value);
  const [form, second] = forms;
  if (form === undefined) {
    problem('has no form', [], `Give it exactly one of ${FORM_NAMES.join(', ')}.`);
    return;
  }
  if (second !== undefined) {
    problem(
      `has two forms, \`${form}\` and \`${second}\``,
      [second],
      'A criterion has exactly one form; write two criteria and join them with `all` or `any`.',
    );
    return;
  }
  const known: readonly string[] = FORMS[form];
  for (const key of FORM_KEYS) {
    if (!(key in value) || known.includes(key)) continue;
    const others = FORM_NAMES.filter((name) => (FORMS[name] as readonly string[]).includes(key));
    problem(`\`${key}\` does not go with \`${form}\``, [key], `It goes with ${others.join(' or ')}.`);
  }
  if (form === 'limit' && !('to' in value)) {
    problem('`limit` needs `to`', [], 'Say how many agent stretches may have it, such as `to: 2`.');
  }
  if (form === 'forbid' && 'within' in value && !('unless' in value)) {
    problem('`within` needs `unless`', ['within'], 'With `forbid` it says how soon `unless` forgives.');
  }
  if (form === 'require' && ['when', 'for-type', 'at-gravity'].filter((key) => key in value).length > 1) {
    problem(
      'has more than one of `when`, `for-type` and `at-gravity`',
      [],
      'Each of them names the occasion.',
    );
  }
  if (form === 'require' && 'each' in value && !('when' in value)) {
    problem('`each` needs `when`', ['each'], '`each` judges every occasion, and `when` says what one is.');
  }
  if ('times' in value && !('when' in value)) {
    problem('`times` needs `when`', ['times'], 'It says how often `when` has to come up.');
  }
  if (
    form === 'facts' &&
    typeof (value as { readonly 'at-least'?: unknown })['at-least'] !== 'number' &&
    'at-least' in value
  ) {
    problem('`at-least` is a number of facts', ['at-least'], 'Such as `at-least: 3`.');
  }
  if (form === 'measure') checkMeasure(value, problem);
  const examples = (value as { readonly examples?: unknown }).examples;
  const hasOccasion = 'when' in value || 'for-type' in value || 'at-gravity' in value;
  if (hasOccasion && isRecord(examples) && emptyList(examples['not-applicable'])) {
    refuse(context, 'has no example of `not-applicable`', {
      code: 'empty-examples',
      path: ['examples'],
      hint: 'A criterion with `when` has calls where the occasion never came up: show one.',
    });
  }
}

const emptyList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

export type WrittenCriterion = z.infer<typeof criterion>;
