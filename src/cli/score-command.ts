/** `callqa score PATH…`: many calls, a result each, and what they come to. */
import { createEvaluator } from '../batch/evaluate.ts';
import { glossaryOf } from '../batch/glossary.ts';
import { scoreFormats, type ScoreFormat } from '../report/score/formats.ts';
import type { ReportOptions } from '../report/options.ts';
import type { CallResult, ErrorResult } from '../result/result.ts';
import { totalsOf } from '../result/totals.ts';
import { complaint } from './complain.ts';
import { passesGate } from './gate.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { GateFlags, ReadFlags, ReportFlags } from './options.ts';
import { openOutput, type Output } from './output.ts';
import { packOf } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { errorResult, readPaths } from './reading.ts';
import { toolName } from './version.ts';

export interface ScoreFlags extends ReadFlags, ReportFlags, GateFlags {
  readonly format: ScoreFormat;
}

/** Returns the exit code: 2 where an input could not be read, else 1 where the gate was not passed, else 0. */
export async function scoreCommand(paths: readonly string[], flags: ScoreFlags, io: Io): Promise<number> {
  const compiled = await packOf(flags.pack, io);
  const evaluator = createEvaluator(compiled, { tool: toolName(), redact: flags.redact });
  const look = lookOf(io, flags.output !== undefined);
  const options: ReportOptions = { language: flags.lang, glossary: glossaryOf(compiled.pack), ...look };
  // On a terminal the report itself ends with the errors.
  const complains = flags.format !== 'text' || flags.output !== undefined || io.stdout.isTTY !== true;

  const outcome = { unread: false, gated: false };
  const results = async function* (): AsyncGenerator<CallResult | ErrorResult> {
    const progress = await startProgress('reading', io);
    let done = 0;
    try {
      for await (const item of readPaths(paths, flags, io)) {
        if ('failure' in item) {
          outcome.unread = true;
          if (complains) io.stderr.write(complaint(item.failure));
          yield errorResult(item);
          continue;
        }
        const result = evaluator.score(item.call, item.source);
        outcome.gated ||= !passesGate(result, flags);
        progress.update(`${++done} calls: ${result.call.id}`);
        yield result;
      }
    } finally {
      progress.stop();
    }
  };

  const output = openOutput(flags.output, io);
  try {
    await writeReport(results(), flags.format, options, output);
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  return outcome.unread ? 2 : outcome.gated ? 1 : 0;
}

async function writeReport(
  results: AsyncGenerator<CallResult | ErrorResult>,
  format: ScoreFormat,
  options: ReportOptions,
  output: Output,
): Promise<void> {
  const reporter = scoreFormats[format];
  if (reporter.kind === 'rows') {
    if (reporter.header !== '' && !(await output.write(reporter.header))) return;
    for await (const result of results) if (!(await output.write(reporter.row(result, options)))) return;
    return;
  }
  const all: (CallResult | ErrorResult)[] = [];
  for await (const result of results) all.push(result);
  const batch = {
    results: all.filter((each) => each.schema === 'callqa/result@1'),
    errors: all.filter((each) => each.schema === 'callqa/error@1'),
    totals: totalsOf(all),
  };
  await output.write(reporter.render(batch, options));
}
