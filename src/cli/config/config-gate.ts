/** `gate:` of a callqa.yaml: its form, and what it means. */
import * as z from 'zod';
import { gateExample, readGateRule } from '../../batch/analysis/gate-rule.ts';
import { failOnWords } from '../options.ts';
import type { Config } from './config.ts';

/** What may stand there, for whoever wrote something else. */
export const gateHint = `A gate is what --gate takes (${gateExample}), as a string or a list, or a map of fail-under, fail-on and require, which takes the same.`;

/** Rules with commas between them, as on the command line. */
const oneString = z.string().superRefine((written, context) => {
  for (const rule of written.split(',')) addProblem(rule, [], context);
});
const list = z
  .array(z.string())
  .min(1)
  .superRefine((written, context) => {
    for (const [index, rule] of written.entries()) addProblem(rule, [index], context);
  });

function addProblem(rule: string, path: number[], context: z.core.$RefinementCtx): void {
  const read = readGateRule(rule);
  if ('rule' in read) return;
  context.addIssue({
    code: 'custom',
    message: read.problem,
    path,
    params: { code: 'wrong-value', hint: gateHint },
  });
}

/** The gate of each call, and that of the batch. */
export const gateSchema = z.union([
  oneString,
  list,
  z.strictObject({
    'fail-under': z.number().min(0).max(100).optional(),
    'fail-on': z.array(z.enum(failOnWords)).min(1).optional(),
    require: z.union([oneString, list]).optional(),
  }),
]);

/** What a gate that was checked asks for. */
export function gateOf(written: z.infer<typeof gateSchema>): NonNullable<Config['gate']> {
  const {
    'fail-under': failUnder,
    'fail-on': failOn,
    require,
  } = typeof written === 'string' || Array.isArray(written) ? { require: written } : written;
  return {
    ...(failUnder === undefined ? {} : { failUnder }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(require === undefined ? {} : { require: rulesOf(require) }),
  };
}

function rulesOf(written: string | readonly string[]) {
  return (typeof written === 'string' ? written.split(',') : written).flatMap((rule) => {
    const read = readGateRule(rule);
    return 'rule' in read ? [read.rule] : [];
  });
}
