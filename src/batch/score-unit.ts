/** Scores a unit of work: reads what is in it, evaluates each call, and writes the rows of the format. */
import { Failure } from '../call/failure.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import { readBlock, readCalls, unusedLabels, type ReadOptions } from '../read/read.ts';
import type { ReadCall, ReadFailure } from '../read/reading.ts';
import { fileSource } from '../read/sources.ts';
import { noColours } from '../report/no-colours.ts';
import type { ReportOptions } from '../report/options.ts';
import { loadScoreFormat, type ScoreFormat } from '../report/score/load-format.ts';
import { errorResult } from '../result/error-result.ts';
import type { CallRecord } from '../result/record.ts';
import type { AuditResult, CallResult, ErrorResult, ReportLanguage } from '../result/result.ts';
import { runningTotals } from '../result/totals.ts';
import { addMissed, missedBy, type CallGate, type Missed } from './call-gate.ts';
import { emptyCall } from './empty-call.ts';
import { createEvaluator } from './evaluate.ts';
import { glossaryOf } from './glossary.ts';
import { failureData, failureOf } from './failure-data.ts';
import type { Heard, Unit, UnitOutcome } from './unit.ts';
import { unknownAllegations } from './unknown-allegations.ts';
import { unnamedSpeakers } from './unnamed-speakers.ts';
import { noteLabels } from './unused-speakers.ts';
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
  /** Absent where nothing is written of each call. */
  readonly format?: ScoreFormat;
  readonly language: ReportLanguage;
  /** The user's pack; the built-in one where it is absent. */
  readonly pack?: CompiledPack;
  /** Asks for records, with these keys of the calls' metadata. */
  readonly records?: { readonly metaKeys: readonly string[] };
  /** Asks for the case report of each call, as a page. */
  readonly cases?: boolean;
  /** What each call is held to. */
  readonly gate?: CallGate;
}

/** Sets a run up; units may come in any order, one at a time. */
export function createUnitScorer(setup: ScoreSetup): (unit: Unit) => Promise<UnitOutcome> {
  const compiled = setup.pack ?? builtinPack();
  const evaluator = createEvaluator(compiled, setup);
  const loading = setup.format === undefined ? undefined : loadScoreFormat(setup.format);
  const options: ReportOptions = {
    language: setup.language,
    glossary: glossaryOf(compiled.pack),
    width: Number.POSITIVE_INFINITY,
    chalk: noColours,
  };
  const { speakers } = setup.reading;
  return async (unit) => {
    const reporter = await loading;
    // Drawing is loaded where something is drawn.
    const pageOf = setup.cases === true ? await casePages() : undefined;
    const heard: Heard[] = [];
    const warn = (warning: Failure): void =>
      void heard.push({ level: 'warning', failure: failureData(warning) });
    const reading: ReadOptions = {
      ...setup.reading,
      warn,
      ...(setup.verbose ? { verbose: (line: string) => void heard.push({ level: 'verbose', line }) } : {}),
    };
    // What a call comes to is added up at once: a unit's results held together would outlive the young generation.
    const totals = runningTotals();
    let missed: readonly Missed[] = [];
    const errors: ErrorResult[] = [];
    const records: CallRecord[] = [];
    const kept: unknown[] = [];
    const rows: string[] = [];
    const cases: string[] = [];
    const labels = new Set<string>();
    const fail = (failed: Broken): void => {
      const failure = failureData(failed.failure);
      heard.push({ level: 'error', failure, ...(failed.stack === undefined ? {} : { stack: failed.stack }) });
      const error = errorResult(failed);
      errors.push(error);
      totals.add(error);
      if (reporter?.kind === 'rows' && !reporter.errorsLast) rows.push(reporter.row(error, options));
    };
    for await (const item of itemsOf(unit, reading)) {
      if ('failure' in item) {
        fail(item);
        continue;
      }
      try {
        const { call, source } = item;
        if (speakers !== undefined) noteLabels(call, labels);
        const empty = emptyCall(item);
        if (empty !== undefined) throw empty;
        let result: CallResult;
        let record: CallRecord | undefined;
        if (setup.records === undefined) result = evaluator.score(call, source);
        else ({ result, record } = evaluator.recorded(call, source, setup.records.metaKeys));
        const row = reporter?.kind === 'rows' ? reporter.row(result, options) : undefined;
        const slim = reporter?.kind === 'whole' ? reporter.keep(result, options) : undefined;
        const page =
          pageOf === undefined
            ? undefined
            : pageOf(
                evaluator.audit({ calls: [{ call, source }], disputed: 0, arguments: [source.path] }),
                options,
              );
        // All that is made of a call is there before any of it is put down: what breaks leaves nothing behind.
        if (record !== undefined) records.push(record);
        if (row !== undefined) rows.push(row);
        if (slim !== undefined) kept.push(slim);
        if (page !== undefined) cases.push(page);
        totals.add(result);
        if (setup.gate !== undefined) missed = addMissed(missed, missedBy(result, setup.gate));
        for (const warning of unknownAllegations(item, compiled.pack)) warn(warning);
        const unnamed = unnamedSpeakers(item, result);
        if (unnamed !== undefined) warn(unnamed);
      } catch (error) {
        fail(brokenBy(error, item.source.path, item.source.line));
      }
    }
    return {
      text: new TextEncoder().encode(rows.join(reporter?.kind === 'rows' ? reporter.separator : '')),
      rows: rows.length,
      kept,
      records,
      ...(pageOf === undefined ? {} : { cases }),
      errors,
      totals: totals.sum(),
      missed,
      heard,
      ...(speakers === undefined ? {} : { labels: { unused: unusedLabels(speakers), seen: [...labels] } }),
    };
  };
}

/** The page of a call in a folder of them. */
async function casePages() {
  const [{ auditHtml }, { caseLinks }] = await Promise.all([
    import('../report/audit/html/document.ts'),
    import('../report/summary/html/case-links.ts'),
  ]);
  return (audit: AuditResult, options: ReportOptions): string =>
    auditHtml(audit, options, caseLinks(audit.call.caseId, options.language));
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
      for (const { path, absolute, isFound } of unit.files) {
        yield* guarded(readCalls(fileSource(path, absolute, isFound), reading), path);
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
