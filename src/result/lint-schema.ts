/**
 * The published JSON Schema of what `lint --format json` prints: rules/lint.schema.json is generated from it, and nothing
 * that lints loads it. The compiler holds it against the types of lint-result.ts.
 */
import { z } from 'zod';
import type { LintFailure, LintProblem } from './lint-result.ts';
import type { Same } from './same-type.ts';

const count = z.int().min(0);
const words = z.object({ en: z.string(), 'zh-CN': z.string(), 'zh-TW': z.string() });
const position = z
  .object({ line: z.int().min(1), column: z.int().min(1) })
  .meta({ description: 'Columns in UTF-16 code units; the row and the column of a workbook.' });
const span = z
  .tuple([count, count])
  .meta({ description: 'UTF-16 code units in the source, or in the cell of a workbook: [start, end).' });

const problem = z.object({
  file: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  start: position,
  end: position,
  span,
  place: z.object({ sheet: z.string(), cell: z.string().regex(/^[A-Z]+[0-9]+$/) }).exactOptional(),
  quote: z.string(),
  moment: z.string().exactOptional(),
  why: words,
  say: z.string().exactOptional(),
  fix: z
    .object({
      span,
      text: z.string(),
      region: z.object({ start: position, end: position }).exactOptional(),
    })
    .exactOptional(),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
});

const failure = z.object({
  file: z.string(),
  line: z.int().min(1).exactOptional(),
  column: z.int().min(1).exactOptional(),
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  message: z.string(),
  hint: z.string().exactOptional(),
});

const lint = z.object({
  schema: z.literal('callqa/lint@1'),
  tool: z.string().regex(/^callqa\//),
  pack: z.object({ id: z.string(), version: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  problems: z.array(problem.extend({ severity: z.enum(['error', 'warning']) })),
  notes: z.array(problem.extend({ severity: z.literal('note') })),
  failures: z.array(failure),
  summary: z.object({
    files: count,
    errors: count,
    warnings: count,
    suppressed: count,
    baselined: count,
    fixed: count,
    unread: count,
    exempt: count,
  }),
});

/** `true` can stand there only while schema and type agree. */
const schemaAgrees: {
  readonly problem: Same<z.infer<typeof problem>, LintProblem>;
  readonly failure: Same<z.infer<typeof failure>, LintFailure>;
} = { problem: true, failure: true };

/** The JSON Schema, draft 2020-12. Unknown fields are allowed: fields may be added. */
export function lintSchema(): Readonly<Record<string, unknown>> {
  void schemaAgrees;
  return {
    ...z.toJSONSchema(lint, { io: 'input' }),
    title: 'What callqa lint prints: the problems of a library of scripts',
  };
}
