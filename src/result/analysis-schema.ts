/** The part of the published JSON Schema that is about many calls, in zod; schema.ts holds it against the types. */
import { z } from 'zod';

const count = z.int().min(0);
const number = z.int().min(1);
const share = z.number().min(0).max(1);
const percent = z.number().min(0).max(100);
const severity = z.enum(['ordinary', 'critical', 'fatal']);
const verdict = z.enum(['upheld', 'partly-upheld', 'not-upheld', 'insufficient-evidence']);
const reason = z.enum(['fatal', 'upheld', 'undecided', 'uncertain']);
const standing = z.enum(['higher', 'lower', 'no-difference', 'few']);

const proportion = z
  .object({
    count,
    of: count,
    value: share.nullable(),
    interval: z.object({ low: share, high: share }).nullable(),
  })
  .meta({ description: 'A share and its 95 % Wilson interval.' });

const mean = z
  .object({
    calls: count,
    value: percent.nullable(),
    interval: z.object({ low: percent, high: percent }).nullable(),
  })
  .meta({ description: 'A mean and its 95 % interval; none for a small group.' });

const ofCriterion = proportion.extend({ criterion: z.string() });
const reference = z.object({ number, id: z.string() });
const sample = reference.extend({ turn: count.exactOptional(), quote: z.string().exactOptional() });

const namedCalls = z.object({ calls: count, first: z.array(z.string()).max(3) });

/** What an analyst gets from many calls. */
export const analysis = z.object({
  smallUnder: count,
  mean,
  median: percent.nullable(),
  distribution: z.array(z.object({ from: percent, calls: count })),
  verdicts: z.array(
    z.object({
      source: z.enum(['filed', 'default']),
      calls: count,
      shares: z.object({
        upheld: proportion,
        'partly-upheld': proportion,
        'not-upheld': proportion,
        'insufficient-evidence': proportion,
      }),
    }),
  ),
  criteria: z.array(
    z.object({
      criterion: z.string(),
      severity,
      met: proportion,
      notApplicable: count,
      notEvaluated: count,
    }),
  ),
  groupings: z.array(
    z.object({
      by: z.string(),
      groups: z.array(
        z.object({
          key: z.string().nullable(),
          name: z.string().exactOptional(),
          calls: count,
          small: z.boolean(),
          mean,
          upheld: proportion,
          fatal: count,
          critical: count,
          standing,
          findings: z.array(ofCriterion),
        }),
      ),
      beyond: count,
    }),
  ),
  weeks: z.array(
    z.object({ week: z.string(), from: z.string(), calls: count, mean, upheld: proportion, standing }),
  ),
  undated: count,
  duplicates: z.object({ copies: namedCalls, sameId: namedCalls }),
  findings: z.array(
    z.object({
      criterion: z.string(),
      calls: count,
      words: z.array(z.object({ words: z.string(), calls: count })),
      samples: z.array(sample),
    }),
  ),
  coaching: z.array(
    z.object({
      agent: z.string(),
      name: z.string().exactOptional(),
      team: z.string().exactOptional(),
      calls: count,
      small: z.boolean(),
      strengths: z.array(ofCriterion),
      findings: z.array(
        ofCriterion.extend({
          severity,
          sample: sample.exactOptional(),
          say: z.string().exactOptional(),
        }),
      ),
    }),
  ),
  issues: z.array(
    z.object({
      type: z.string(),
      share: proportion,
      terms: z.array(z.object({ term: z.string(), calls: count, times: z.number().min(0).nullable() })),
      weeks: z.array(z.object({ week: z.string(), share: proportion })),
      prevent: z.object({ en: z.string(), 'zh-CN': z.string(), 'zh-TW': z.string() }).exactOptional(),
    }),
  ),
  repeats: z.object({
    days: count,
    said: proportion,
    customers: count,
    calls: count,
    most: z.array(
      z.object({ customer: z.string(), calls: z.array(reference), first: z.string(), last: z.string() }),
    ),
    beyond: count,
  }),
  promises: z.object({
    asOf: z.string().exactOptional(),
    open: count,
    overdue: count,
    broken: count,
    list: z.array(
      reference.extend({
        promise: z.string(),
        agent: z.string().exactOptional(),
        agentName: z.string().exactOptional(),
        turn: count,
        quote: z.string(),
        due: z.string().exactOptional(),
        status: z.enum(['open', 'overdue', 'broken']),
      }),
    ),
    beyond: count,
  }),
  exposure: z.array(
    z.object({
      agent: z.string(),
      name: z.string().exactOptional(),
      calls: proportion,
      kinds: z.array(z.object({ moment: z.string(), calls: count })),
    }),
  ),
  signOff: z.object({
    calls: count,
    reasons: z.object({ fatal: count, upheld: count, undecided: count, uncertain: count }),
    queue: z.array(
      reference.extend({
        source: z.string(),
        line: number.exactOptional(),
        agent: z.string().exactOptional(),
        agentName: z.string().exactOptional(),
        total: percent.nullable(),
        verdict: verdict.exactOptional(),
        reasons: z.array(reason),
        finding: z.string().exactOptional(),
      }),
    ),
    beyond: count,
  }),
});
