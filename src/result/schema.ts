/**
 * The published JSON Schema of what callqa prints. It is written in zod, held against the types of result.ts by the
 * compiler, and rules/result.schema.json is generated from it; nothing that prints a result loads it.
 */
import { z } from 'zod';
import { analysis } from './analysis-schema.ts';
import type { AuditResult, BatchResult, CallResult, ErrorResult } from './result.ts';
import type { Same } from './same-type.ts';

const offset = z.int().min(0);
const span = z
  .tuple([offset, offset])
  .meta({ description: 'UTF-16 code units in the original text of the turn: [start, end).' });
const parts = z.array(z.object({ turn: offset, span, quote: z.string() }));
const percent = z.number().min(0).max(100);
const side = z.enum(['agent', 'customer', 'bot', 'unknown']);
const verdict = z.enum(['upheld', 'partly-upheld', 'not-upheld', 'insufficient-evidence']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const ids = z.array(z.string());
const milliseconds = z.number().min(0).meta({ description: "Milliseconds from the call's start." });

const evidence = z.object({
  moment: z.string(),
  turn: offset,
  span,
  quote: z.string(),
  start: milliseconds.exactOptional(),
  parts: parts.exactOptional(),
  participant: z.string().exactOptional(),
});

const criterion = z.object({
  id: z.string(),
  section: z.string().exactOptional(),
  severity: z.enum(['ordinary', 'critical', 'fatal']),
  outcome: z.enum(['met', 'not-met', 'not-applicable', 'not-evaluated']),
  reason: z.string().exactOptional(),
  points: z.object({ earned: z.number().min(0), possible: z.number().min(0) }),
  evidence: z.array(evidence),
  searched: z
    .object({ turns: z.tuple([offset, offset]), occasion: evidence.exactOptional() })
    .exactOptional(),
  say: z.string().exactOptional(),
});

const moment = z.object({
  id: z.string(),
  turn: offset,
  speaker: side,
  span,
  quote: z.string(),
  // `optional`, as the type of the field allows undefined.
  parts: parts.optional(),
});

const call = z.object({
  id: z.string(),
  source: z.string(),
  line: z.int().min(1).exactOptional(),
  sha256: hash,
  caseId: z.string().exactOptional(),
  language: z.string(),
  startedAt: z.string().exactOptional(),
  channel: z.string().exactOptional(),
  agent: z
    .object({
      id: z.string().exactOptional(),
      name: z.string().exactOptional(),
      team: z.string().exactOptional(),
    })
    .exactOptional(),
  turns: offset,
  roles: z.object({ inferred: z.literal(true), confidence: z.number().min(0).max(1) }).exactOptional(),
});

const score = z.object({
  total: percent.nullable(),
  grade: z.string().nullable(),
  coverage: z.number().min(0).max(1),
  withoutAutoFail: percent.nullable(),
  critical: ids,
  sections: z.array(z.object({ id: z.string(), score: percent.nullable(), weight: z.number().min(0) })),
});

const insufficiency = z.enum(['not-evaluated', 'speakers-unsure', 'words-unsure', 'voice-not-heard']);

const verdictResult = z.object({
  allegation: z.string(),
  source: z.enum(['filed', 'default']),
  verdict,
  because: ids,
  responsibility: z.enum(['agent', 'process', 'third-party', 'customer']).nullable(),
  reason: insufficiency.exactOptional(),
  counterfactuals: z.array(z.object({ flip: ids, score: percent.nullable(), verdict })).max(10),
});

const result = z.object({
  schema: z.literal('callqa/result@1'),
  call,
  score,
  verdicts: z.array(verdictResult),
  criteria: z.array(criterion),
  moments: z.array(moment),
  review: ids.exactOptional(),
  pack: z.object({ id: z.string(), version: z.string(), sha256: hash }),
  tool: z.string().regex(/^callqa\//),
});

const error = z.object({
  schema: z.literal('callqa/error@1'),
  source: z.string(),
  line: z.int().min(1).exactOptional(),
  column: z.int().min(1).exactOptional(),
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  message: z.string(),
  hint: z.string().exactOptional(),
});

const batch = z.object({
  results: z.array(result),
  errors: z.array(error),
  totals: z.object({
    calls: offset,
    errors: offset,
    meanScore: percent.nullable(),
    verdicts: z.object({
      upheld: offset,
      'partly-upheld': offset,
      'not-upheld': offset,
      'insufficient-evidence': offset,
    }),
    grades: z.record(z.string(), offset),
    findings: z.array(z.object({ criterion: z.string(), calls: offset })),
    analysis: analysis.exactOptional(),
  }),
});

const event = z.object({
  kind: z.enum(['hold', 'resume', 'transfer', 'disconnect']),
  afterTurn: z.int().min(-1),
  by: z.string().exactOptional(),
  detail: z.string().exactOptional(),
  at: milliseconds.exactOptional(),
});

const storyStep = z.object({
  call: offset,
  turn: offset,
  start: milliseconds.exactOptional(),
  by: z.enum([...side.options, 'system']),
  participant: z.string().exactOptional(),
  moments: ids,
  event: event.exactOptional(),
  quote: z.string().exactOptional(),
  answer: z
    .object({
      kind: z.enum(['settled', 'declined', 'upset', 'angrier', 'threatened', 'went-along']),
      turn: offset,
      quote: z.string(),
    })
    .exactOptional(),
});

const keyFact = z.object({
  id: z.string(),
  status: z.enum(['recorded', 'asked', 'missing']),
  source: z.enum(['customer', 'agent', 'metadata', 'note']).exactOptional(),
  quote: z.string().exactOptional(),
  turn: offset.exactOptional(),
});

const promise = z.object({
  id: z.string(),
  call: offset,
  turn: offset,
  quote: z.string(),
  dueAfter: z.number().min(0).exactOptional(),
  dueFrom: z.enum(['said', 'policy']).exactOptional(),
  status: z.enum(['kept', 'late', 'broken', 'open']),
  keptIn: z.object({ call: offset, turn: offset }).exactOptional(),
});

const protocol = z.object({
  criterion: z.string(),
  grounds: z.array(
    z.object({ id: z.string(), strikes: offset, needed: offset, evidence: z.array(evidence) }),
  ),
  warnings: z.array(z.object({ evidence, after: evidence.exactOptional() })),
  steps: z.array(
    z.object({
      id: z.string(),
      taken: z.boolean(),
      unknown: z.boolean().exactOptional(),
      turn: offset.exactOptional(),
      quote: z.string().exactOptional(),
      byNote: z.boolean().exactOptional(),
    }),
  ),
  endedBy: z.enum(['agent', 'customer', 'system']).exactOptional(),
});

const caveat = z.object({
  id: z.enum([
    'not-evaluated',
    'words-unsure',
    'speakers-inferred',
    'speakers-unknown',
    'gap',
    'cut-start',
    'cut-end',
    'no-timings',
    'voice-not-judged',
    'truth-not-judged',
  ]),
  criteria: ids.exactOptional(),
  turns: z.array(offset).exactOptional(),
  confidence: z.number().min(0).max(1).exactOptional(),
});

const review = z.object({
  criterion: z.string(),
  decision: z.enum(['met', 'not-met', 'not-applicable']),
  reviewer: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  date: z.string().exactOptional(),
});

const hashed = z.object({ source: z.string(), sha256: hash });
const found = z.object({ id: z.string(), evidence: z.array(evidence) });

const audit = result.extend({
  case: z.object({
    transcript: z.array(
      z.object({
        turn: offset,
        speaker: side,
        participant: z.string().exactOptional(),
        text: z.string(),
        start: milliseconds.exactOptional(),
      }),
    ),
    events: z.array(event),
    notes: z.array(z.string()),
    story: z.array(storyStep),
    felt: z.array(
      z.object({
        id: z.enum(['looked-up', 'analysed', 'soothed', 'shown-a-way']),
        felt: z.boolean(),
        evidence: z.array(evidence),
      }),
    ),
    keyFacts: z.array(keyFact),
    complaintType: found.nullable(),
    gravity: found.nullable(),
    promises: z.array(promise),
    protocols: z.array(protocol),
    mitigation: z.array(evidence),
    mood: z.array(z.object({ turn: offset, value: z.number().min(-1).max(1) })),
    caveats: z.array(caveat),
    linked: z
      .array(z.object({ call: offset, id: z.string(), source: z.string(), sha256: hash, turns: offset }))
      .exactOptional(),
    reviewed: z
      .object({
        reviews: z.array(review),
        statement: z.string().exactOptional(),
        criteria: z.array(z.object({ id: z.string(), outcome: criterion.shape.outcome })),
        total: percent.nullable(),
        grade: z.string().nullable(),
        verdicts: z.array(z.object({ allegation: z.string(), verdict })),
      })
      .exactOptional(),
    provenance: z.object({
      transcripts: z.array(hashed),
      pack: result.shape.pack,
      config: hashed.exactOptional(),
      reviews: hashed.exactOptional(),
      arguments: ids,
      tool: z.string(),
    }),
  }),
});

/** One field for each document that is printed; `true` can stand there only while schema and type agree. */
const schemaAgrees: {
  readonly result: Same<z.infer<typeof result>, CallResult>;
  readonly error: Same<z.infer<typeof error>, ErrorResult>;
  readonly batch: Same<z.infer<typeof batch>, BatchResult>;
  readonly audit: Same<z.infer<typeof audit>, AuditResult>;
} = { result: true, error: true, batch: true, audit: true };

/** What has a schema of its own in the published file, under `$defs`. */
export type DocumentName = keyof typeof schemaAgrees;

/**
 * The JSON Schema, draft 2020-12, with `result`, `error`, `batch` and `audit` under `$defs`. Unknown fields are allowed:
 * fields may be added, and who validates with an older file must not fail for it.
 */
export function resultSchema(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries({ result, error, batch, audit })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/$defs/${id}` });
  const definitions: Record<string, unknown> = {};
  for (const [id, definition] of Object.entries(schemas)) {
    // The document itself says which draft it is, and where each of them stands.
    delete definition.$schema;
    delete definition.$id;
    definitions[id] = definition;
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What callqa prints: a call, a call that could not be read, a batch, a case report',
    anyOf: ['audit', 'result', 'error', 'batch'].map((id) => ({ $ref: `#/$defs/${id}` })),
    $defs: definitions,
  };
}
