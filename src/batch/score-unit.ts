/** Scores a unit of work: reads what is in it, evaluates each call, and writes the rows of the format. */
import { Chalk } from 'chalk';
import { Failure } from '../call/failure.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import { readBlock, readCalls, type ReadOptions } from '../read/read.ts';
import type { ReadCall, ReadFailure } from '../read/reading.ts';
import { fileSource } from '../read/sources.ts';
import type { ReportOptions } from '../report/options.ts';
import { loadScoreFormat, type ScoreFormat } from '../report/score/load-format.ts';
import { errorResult } from '../result/error-result.ts';
import type { CallRecord } from '../result/record.ts';
import type { CallResult, ErrorResult, ReportLanguage } from '../result/result.ts';
import { partTotals } from '../result/totals.ts';
import { createEvaluator } from './evaluate.ts';
import { glossaryOf } from './glossary.ts';
import { failureData, failureOf } from './failure-data.ts';
import type { Heard, Unit, UnitOutcome } from './unit.ts';
import { unknownAllegations } from './unknown-allegations.ts';
import { unnamedSpeakers } from './unnamed-speakers.ts';
import { workerFailed } from './worker-failed.ts';

/** What all units of a run are scored by; plain data, so that it can be sent to a worker. */
export interface ScoreSetup {
  /** `callqa/` and the version, as results name it. */
  readonly tool: string;
  /** Whether personal data is masked. */
  readonly redact: boolean;
  readonly reading: Omit<ReadOptions, 'warn' | 'verbose'>;
  /** Whether it is told what each file was taken for. */
  readonly verbose: boolean;
  readonly format: ScoreFormat;
  readonly language: ReportLanguage;
  /** The user's pack; the built-in one where it is absent. */
  readonly pack?: CompiledPack;
  /** Asks for records, with these keys of the calls' metadata. */
  readonly records?: { readonly metaKeys: readonly string[] };
  /** Asks for the case report of each call, as a page. */
  readonly cases?: boolean;
}

/** Sets a run up; units may come in any order, one at a time. */
export function createUnitScorer(setup: ScoreSetup): (unit: Unit) => Promise<UnitOutcome> {
  const compiled = setup.pack ?? builtinPack();
  const evaluator = createEvaluator(compiled, setup);
  const loading = loadScoreFormat(setup.format);
  const options: ReportOptions = {
    language: setup.language,
    glossary: glossaryOf(compiled.pack),
    width: Number.POSITIVE_INFINITY,
    chalk: new Chalk({ level: 0 }),
  };
  const severities = new Map(compiled.pack.criteria.map(({ id, severity }) => [id, severity]));
  return async (unit) => {
    const reporter = await loading;
    // Drawing is loaded where something is drawn.
    const pageOf =
      setup.cases === true ? (await import('../report/audit/html/document.ts')).auditHtml : undefined;
    const heard: Heard[] = [];
    const warn = (warning: Failure): void =>
      void heard.push({ level: 'warning', failure: failureData(warning) });
    const reading: ReadOptions = {
      ...setup.reading,
      warn,
      ...(setup.verbose ? { verbose: (line: string) => void heard.push({ level: 'verbose', line }) } : {}),
    };
    const results: CallResult[] = [];
    const errors: ErrorResult[] = [];
    const records: CallRecord[] = [];
    const kept: unknown[] = [];
    const rows: string[] = [];
    const cases: string[] = [];
    const fail = (failed: Broken): void => {
      const failure = failureData(failed.failure);
      heard.push({ level: 'error', failure, ...(failed.stack === undefined ? {} : { stack: failed.stack }) });
      const error = errorResult(failed);
      errors.push(error);
      if (reporter.kind === 'rows' && !reporter.errorsLast) rows.push(reporter.row(error, options));
    };
    for await (const item of itemsOf(unit, reading)) {
      if ('failure' in item) {
        fail(item);
        continue;
      }
      try {
        const { call, source } = item;
        let result: CallResult;
        if (setup.records === undefined) result = evaluator.score(call, source);
        else {
          const recorded = evaluator.recorded(call, source, setup.records.metaKeys);
          ({ result } = recorded);
          records.push(recorded.record);
        }
        if (reporter.kind === 'rows') rows.push(reporter.row(result, options));
        else if (reporter.kind === 'whole') kept.push(reporter.keep(result, options));
        if (pageOf !== undefined) {
          const calls = [{ call, source }];
          cases.push(pageOf(evaluator.audit({ calls, disputed: 0, arguments: [source.path] }), options));
        }
        results.push(result);
        for (const warning of unknownAllegations(item, compiled.pack)) warn(warning);
        const unnamed = unnamedSpeakers(item, result);
        if (unnamed !== undefined) warn(unnamed);
      } catch (error) {
        fail(brokenBy(error, item.source.path, item.source.line));
      }
    }
    const totals = partTotals([...results, ...errors]);
    return {
      text: new TextEncoder().encode(rows.join(reporter.kind === 'rows' ? reporter.separator : '')),
      rows: rows.length,
      kept,
      records,
      ...(pageOf === undefined ? {} : { cases }),
      errors,
      totals,
      lowest: lowestOf(results),
      seen: [
        ...new Set([
          ...totals.findings.map(([id]) => severities.get(id)!),
          ...results.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict)),
        ]),
      ],
      heard,
    };
  };
}

/** What broke off the scoring of a call, or the reading of it: a bug, whose stack belongs on standard error. */
function brokenBy(error: unknown, path: string, line?: number): Broken {
  if (error instanceof Failure) return { failure: error, path };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return { failure: workerFailed(what, path, line), path, ...(stack === undefined ? {} : { stack }) };
}

interface Broken extends ReadFailure {
  readonly stack?: string;
}

async function* itemsOf(unit: Unit, reading: ReadOptions): AsyncGenerator<ReadCall | Broken> {
  switch (unit.kind) {
    case 'lines':
      yield* guarded(readBlock(unit, unit.block, reading), unit.path, unit.block.before.lines + 1);
      return;
    case 'files':
      for (const { path, absolute } of unit.files) {
        yield* guarded(readCalls(fileSource(path, absolute), reading), path);
      }
      return;
    case 'calls':
      for (const item of unit.items) {
        yield 'failure' in item ? { failure: failureOf(item.failure), path: item.path } : item;
      }
      return;
    default:
      unit satisfies never;
  }
}

/** What a reader gives, and that it broke where it does. */
async function* guarded(
  items: AsyncGenerator<ReadCall | ReadFailure>,
  path: string,
  line?: number,
): AsyncGenerator<ReadCall | Broken> {
  try {
    yield* items;
  } catch (error) {
    yield brokenBy(error, path, line);
  }
}

function lowestOf(results: readonly CallResult[]): number | null {
  let lowest: number | null = null;
  for (const { score } of results) {
    if (score.total !== null && (lowest === null || score.total < lowest)) lowest = score.total;
  }
  return lowest;
}
