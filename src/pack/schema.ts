/** The YAML form of a pack's file, as zod schemas: the names and types, and the form of a criterion. */
import * as z from 'zod';

/** The forms of a criterion: the key that names it, and the other keys that the form knows. */
const FORMS = {
  require: ['when', 'before', 'within', 'in', 'each'],
  forbid: ['when', 'after', 'unless', 'within'],
  limit: ['when', 'to', 'reset-by'],
  all: [],
  any: [],
} as const;
type Form = keyof typeof FORMS;
const FORM_NAMES = Object.keys(FORMS) as readonly Form[];
const FORM_KEYS: readonly string[] = [...new Set(Object.values(FORMS).flat())];

/** How `within` is written. */
const WITHIN = /^[1-9]\d* agent turns?$/;

/** What an issue that we raise ourselves carries to the failure it becomes. */
interface IssueParams {
  readonly code: string;
  readonly hint?: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be kebab-case: small letters, digits and single dashes')
  .meta({ id: 'id' });
const words = z.string().regex(/\S/, 'must not be empty');
const localised = z
  .strictObject({ en: words, zh: words, 'zh-TW': words.optional() })
  .meta({ id: 'localised', description: 'What users read: en, zh (Simplified) and, if wanted, zh-TW.' });
const phrases = z.union([z.string(), z.array(z.string())]).meta({
  id: 'phrases',
  description: 'A block scalar (|), one phrase a line; comments start with # after white space.',
});
const oneOrMore = z
  .union([id, z.array(id).min(1)])
  .meta({ id: 'one-or-more', description: 'A moment, or a list of which any will do.' });

const spoken = z
  .union([
    words,
    z.strictObject({ agent: words.optional(), customer: words.optional() }).superRefine((value, context) => {
      if (Object.keys(value).length === 1) return;
      context.addIssue({
        code: 'custom',
        message: 'names exactly one side: agent or customer',
        params: { code: 'wrong-value' } satisfies IssueParams,
      });
    }),
  ])
  .meta({
    id: 'spoken',
    description: "A string is said by the moment's own side; {customer: …} names the side.",
  });

const moment = z
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
      const params: IssueParams = { code: 'missing-key', hint };
      context.addIssue({ code: 'custom', message: 'has no phrases', params });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'moment', description: 'Found by its phrases, by its detector, or by both.' });

const criterion = z
  .strictObject({
    title: localised,
    why: localised,
    severity: z.enum(['ordinary', 'critical', 'fatal']).optional(),
    say: localised.optional(),
    require: oneOrMore.optional(),
    forbid: oneOrMore.optional(),
    limit: oneOrMore.optional(),
    all: z.array(id).min(1).optional(),
    any: z.array(id).min(1).optional(),
    when: oneOrMore.optional(),
    before: oneOrMore.optional(),
    after: oneOrMore.optional(),
    unless: oneOrMore.optional(),
    within: z.string().regex(WITHIN, 'must be written `N agent turns`, such as `3 agent turns`').optional(),
    in: z.enum(['opening', 'closing']).optional(),
    each: z.boolean().optional(),
    to: z.int().nonnegative().optional(),
    'reset-by': oneOrMore.optional(),
    examples: z.strictObject({
      met: z.array(words).min(1),
      'not-met': z.array(words).min(1),
      'not-applicable': z.array(words).optional(),
    }),
  })
  .superRefine(checkForm, { when: ({ value }) => isRecord(value) })
  .meta({ id: 'criterion', description: 'One form: require, forbid, limit, all or any.' });

/** Raises what is wrong with the form of a criterion; its keys may still hold values of a wrong type. */
function checkForm(value: object, context: z.core.$RefinementCtx): void {
  const problem = (message: string, path: readonly string[] = [], hint?: string): void => {
    const params: IssueParams = { code: 'criterion-form', ...(hint === undefined ? {} : { hint }) };
    context.addIssue({ code: 'custom', message, path: [...path], params });
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
  if (form === 'require' && 'each' in value && !('when' in value)) {
    problem('`each` needs `when`', ['each'], '`each` judges every occasion, and `when` says what one is.');
  }
  const examples = (value as { readonly examples?: unknown }).examples;
  if ('when' in value && isRecord(examples) && emptyList(examples['not-applicable'])) {
    context.addIssue({
      code: 'custom',
      message: 'has no example of `not-applicable`',
      path: ['examples'],
      params: {
        code: 'empty-examples',
        hint: 'A criterion with `when` has calls where the occasion never came up: show one.',
      } satisfies IssueParams,
    });
  }
}

const emptyList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** A tree over criteria as it is written; a leaf is true where the criterion was not met. */
export type WrittenTree =
  | string
  | {
      readonly any?: readonly WrittenTree[] | undefined;
      readonly all?: readonly WrittenTree[] | undefined;
      readonly 'at-least'?: number | undefined;
      readonly of?: readonly WrittenTree[] | undefined;
    };

const tree: z.ZodType<WrittenTree> = z
  .lazy(() =>
    z.union([
      id,
      z
        .strictObject({
          any: z.array(tree).min(1).optional(),
          all: z.array(tree).min(1).optional(),
          'at-least': z.int().positive().optional(),
          of: z.array(tree).min(1).optional(),
        })
        .superRefine(checkTree),
    ]),
  )
  .meta({
    id: 'verdict-tree',
    description: 'A criterion (true where it was not met), {any: […]}, {all: […]} or {at-least: N, of: […]}.',
  });

function checkTree(value: Exclude<WrittenTree, string>, context: z.core.$RefinementCtx): void {
  const problem = (message: string): void => {
    context.addIssue({ code: 'custom', message, params: { code: 'wrong-value' } satisfies IssueParams });
  };
  const keys = Object.keys(value).toSorted().join('+');
  if (keys !== 'any' && keys !== 'all' && keys !== 'at-least+of') {
    problem('must be a criterion, {any: […]}, {all: […]} or {at-least: N, of: […]}');
  } else if ((value['at-least'] ?? 0) > (value.of?.length ?? 0)) {
    problem(`asks for at least ${value['at-least']} of ${value.of?.length}: it can never be true`);
  }
}

const scorecard = z
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

const allegation = z
  .strictObject({
    title: localised,
    default: z.boolean().optional(),
    upheld: tree,
    'partly-upheld': tree.optional(),
  })
  .meta({ id: 'allegation' });

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
  })
  .meta({ title: 'callqa pack', description: 'One file of a callqa pack.' });

export type PackFile = z.infer<typeof packFileSchema>;
export type WrittenMoment = z.infer<typeof moment>;
export type WrittenCriterion = z.infer<typeof criterion>;
export type WrittenScorecard = z.infer<typeof scorecard>;
export type WrittenAllegation = z.infer<typeof allegation>;

/** The JSON Schema of a pack's file, as the text of rules/pack.schema.json. What only zod can say is not in it. */
export function packJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(packFileSchema, { io: 'input' }), null, 2)}\n`;
}

/** The keys that the map at a path of a file may have; none where the schema does not name them. */
export function knownKeys(path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = packFileSchema;
  const unwrap = (wrapped: unknown): unknown =>
    wrapped instanceof z.ZodOptional ? unwrap(wrapped.unwrap()) : wrapped;
  for (const step of path) {
    const holder = unwrap(schema);
    if (holder instanceof z.ZodObject) schema = (holder.shape as Readonly<Record<string, unknown>>)[step];
    else if (holder instanceof z.ZodRecord) schema = holder.valueType;
    else return [];
  }
  const map = unwrap(schema);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}
