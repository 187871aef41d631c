/** The YAML form of a pack's file, as zod schemas: the names and types, and the form of a criterion. */
import * as z from 'zod';
import { lintSchema } from './lint-schema.ts';
import type { Measure, MeasureLimit } from './model.ts';

/** The forms of a criterion: the key that names it, and the other keys that the form knows. */
const FORMS = {
  require: ['when', 'for-type', 'at-gravity', 'before', 'within', 'in', 'each'],
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
      const params: IssueParams = { code: 'missing-key', hint };
      context.addIssue({ code: 'custom', message: 'has no phrases', params });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'moment', description: 'Found by its phrases, by its detector, or by both.' });

/** What can be measured, and how its limits end. */
const MEASURES = {
  silence: ['ms', 's', 'min'],
  overlap: ['ms', 's', 'min'],
  'talk-share': ['%'],
  'speech-rate': ['words per minute', 'characters per minute'],
  hold: ['ms', 's', 'min'],
  'response-time': ['ms', 's', 'min'],
  duration: ['ms', 's', 'min'],
} as const satisfies Readonly<Record<Measure, readonly string[]>>;
const QUANTITY = /^(?<count>\d+(?:\.\d+)?) ?(?<unit>ms|s|min|%|words per minute|characters per minute)$/;
/** The units of quantities as the pack has them, and what one of them is in it. */
const QUANTITY_UNITS: Readonly<Record<string, MeasureLimit>> = {
  ms: { value: 1, unit: 'ms' },
  s: { value: 1000, unit: 'ms' },
  min: { value: 60_000, unit: 'ms' },
  '%': { value: 1, unit: 'percent' },
  'words per minute': { value: 1, unit: 'words-per-minute' },
  'characters per minute': { value: 1, unit: 'characters-per-minute' },
};
const quantity = z
  .string()
  .regex(QUANTITY, 'must be a number and a unit, such as `1500 ms`, `60 s`, `55 %` or `180 words per minute`')
  .meta({ id: 'quantity', description: 'ms, s, min, %, words per minute, characters per minute.' });
const quantities = z.union([quantity, z.array(quantity).min(1).max(2)]);

/** A quantity that suits the schema, in the pack's own units. */
export function limitOf(written: string): MeasureLimit {
  const { count, unit } = QUANTITY.exec(written)!.groups!;
  const one = QUANTITY_UNITS[unit!]!;
  return { value: Number(count) * one.value, unit: one.unit };
}

const criterion = z
  .strictObject({
    title: localised,
    why: localised,
    severity: z.enum(['ordinary', 'critical', 'fatal']).optional(),
    say: localised.optional(),
    require: oneOrMore.optional(),
    forbid: oneOrMore.optional(),
    limit: oneOrMore.optional(),
    facts: z.array(id).min(1).optional(),
    measure: z
      .enum(Object.keys(MEASURES) as [keyof typeof MEASURES, ...(keyof typeof MEASURES)[]])
      .optional(),
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
  if (form === 'facts' && typeof (value as Written)['at-least'] !== 'number' && 'at-least' in value) {
    problem('`at-least` is a number of facts', ['at-least'], 'Such as `at-least: 3`.');
  }
  if (form === 'measure') checkMeasure(value, problem);
  const examples = (value as { readonly examples?: unknown }).examples;
  const hasOccasion = 'when' in value || 'for-type' in value || 'at-gravity' in value;
  if (hasOccasion && isRecord(examples) && emptyList(examples['not-applicable'])) {
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

type Written = Readonly<Record<string, unknown>>;

/** Raises what is wrong with the limits of a `measure`. */
function checkMeasure(
  value: Written | object,
  problem: (message: string, path?: readonly string[], hint?: string) => void,
): void {
  const written = value as Written;
  const units: readonly string[] | undefined = MEASURES[written['measure'] as Measure];
  const sides = (['at-most', 'at-least'] as const).filter((key) => key in written);
  if (units === undefined) return;
  if (sides.length === 0) {
    problem('`measure` needs `at-most` or `at-least`', [], `Such as \`at-most: 1.5 ${units.at(-1)}\`.`);
  }
  for (const side of sides) {
    const found = [written[side]].flat().map((one) => QUANTITY.exec(String(one))?.groups?.['unit']);
    if (found.some((unit) => unit !== undefined && !units.includes(unit))) {
      const hint = `Its limits are in ${units.join(' or ')}.`;
      problem(`\`${String(written['measure'])}\` is not measured in that unit`, [side], hint);
    } else if (found.includes(undefined)) {
      problem(`\`${side}\` needs a unit`, [side], `Such as ${units.join(' or ')}.`);
    } else if (found.length > 1 && (new Set(found).size < found.length || units[0] !== 'words per minute')) {
      problem(`\`${side}\` has two limits of one kind`, [side], 'One limit a unit.');
    }
  }
}

const emptyList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** A tree over criteria as it is written; a leaf is true where the criterion was not met. */
export type WrittenTree =
  | string
  | {
      readonly any?: readonly WrittenTree[] | undefined;
      readonly 'first-of'?: readonly WrittenTree[] | undefined;
      readonly all?: readonly WrittenTree[] | undefined;
      readonly 'at-least'?: number | undefined;
      readonly of?: readonly WrittenTree[] | undefined;
      readonly 'if-known'?: WrittenTree | undefined;
    };

const tree: z.ZodType<WrittenTree> = z
  .lazy(() =>
    z.union([
      id,
      z
        .strictObject({
          any: z.array(tree).min(1).optional(),
          'first-of': z.array(tree).min(1).optional(),
          all: z.array(tree).min(1).optional(),
          'at-least': z.int().positive().optional(),
          of: z.array(tree).min(1).optional(),
          'if-known': tree.optional(),
        })
        .superRefine(checkTree),
    ]),
  )
  .meta({
    id: 'verdict-tree',
    description:
      'A criterion (true where it was not met), {any: […]}, {first-of: […]} (any too, and it rests on the first that holds), {all: […]}, {at-least: N, of: […]} or {if-known: …}, in which what was not evaluated counts as met.',
  });

function checkTree(value: Exclude<WrittenTree, string>, context: z.core.$RefinementCtx): void {
  const problem = (message: string): void => {
    context.addIssue({ code: 'custom', message, params: { code: 'wrong-value' } satisfies IssueParams });
  };
  const keys = Object.keys(value).toSorted().join('+');
  if (!['any', 'first-of', 'all', 'at-least+of', 'if-known'].includes(keys)) {
    problem(
      'must be a criterion, {any: […]}, {first-of: […]}, {all: […]}, {at-least: N, of: […]} or {if-known: …}',
    );
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

const allegation = z
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

const responsibility = z.strictObject({ own: tree, others: otherBearers }).meta({
  id: 'responsibility',
  description: 'What the agent answers for whoever else was at fault, and what says that another bears it.',
});

/** A moment, a criterion that is to be met, or a list of moments that stand together. */
const feltBy = z.array(z.union([id, z.array(id).min(2)])).min(1);

const caseReport = z
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

const keyFact = z
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

const complaintType = z
  .strictObject({
    title: localised,
    moments: oneOrMore,
    prevent: localised
      .optional()
      .meta({ description: 'What a team does so that fewer customers have to complain of it.' }),
  })
  .meta({ id: 'complaint-type' });

const gravityGrade = z
  .strictObject({
    title: localised,
    moments: oneOrMore.optional(),
    criteria: oneOrMore.optional().meta({ description: 'Criteria that were not met.' }),
    phrases: phrases.optional().meta({ description: 'What the customer says.' }),
  })
  .meta({ id: 'gravity-grade', description: 'Any one of these makes it.' });

const promise = z
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
      const params: IssueParams = { code: 'wrong-value', hint: 'A promise is due once or again and again.' };
      context.addIssue({ code: 'custom', message: 'has both `within` and `every`', params });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'promise' });

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
        context.addIssue({
          code: 'custom',
          message,
          params: { code: 'protocol-ground', hint } satisfies IssueParams,
        });
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
      const params: IssueParams = {
        code: 'missing-key',
        hint: 'Name the moments that `say` it, or what is `noted`.',
      };
      context.addIssue({ code: 'custom', message: 'can never be taken', params });
    },
    { when: ({ value }) => isRecord(value) },
  )
  .meta({ id: 'protocol-step' });

const protocol = z
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

const lint = lintSchema({ id, words, localised, phrases, oneOrMore });

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
export type WrittenMoment = z.infer<typeof moment>;
export type WrittenCriterion = z.infer<typeof criterion>;
export type WrittenProtocol = z.infer<typeof protocol>;
export type WrittenScorecard = z.infer<typeof scorecard>;
export type WrittenAllegation = z.infer<typeof allegation>;
export type WrittenResponsibility = z.infer<typeof responsibility>;
export type WrittenCase = z.infer<typeof caseReport>;
export type WrittenKeyFact = z.infer<typeof keyFact>;
export type WrittenComplaintType = z.infer<typeof complaintType>;
export type WrittenGravityGrade = z.infer<typeof gravityGrade>;
export type WrittenPromise = z.infer<typeof promise>;
export type WrittenLint = z.infer<typeof lint>;

/** The JSON Schema of a pack's file, as the text of rules/pack.schema.json. What only zod can say is not in it. */
export function packJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(packFileSchema, { io: 'input' }), null, 2)}\n`;
}

/** The keys that the map at a path of a file may have; none where the schema does not name them. */
export function knownKeys(path: readonly (string | number)[]): readonly string[] {
  return keysAt(packFileSchema, path);
}

/** The keys that the map at a path may have by a schema; none where the schema does not name them. */
export function keysAt(root: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = root;
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
