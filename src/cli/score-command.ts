/** `callqa score PATH…`: many calls, a result each, and what they come to. */
import { noState, stepOf, stepped, type BatchState, type BatchStep } from '../batch/batch-state.ts';
import { glossaryOf } from '../batch/glossary.ts';
import type { Input } from '../batch/plan-units.ts';
import type { ScoreSetup } from '../batch/score-unit.ts';
import { Failure } from '../call/failure.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { Pack } from '../pack/model.ts';
import type { ReportOptions } from '../report/options.ts';
import { loadScoreFormat, type ScoreFormat } from '../report/score/load-format.ts';
import type { CallRow } from '../report/score/page.ts';
import type { ScoreReporter } from '../report/score/reporter.ts';
import type { BatchReport } from '../report/summary/report.ts';
import type { ErrorResult } from '../result/result.ts';
import { finishTotals } from '../result/totals.ts';
import type { AnalysisFlags } from './analysis-options.ts';
import { openBatchOutput, type BatchOutput } from './batch-output.ts';
import { complaint } from './complain.ts';
import type { FolderPages } from './folder-pages.ts';
import { tellGate, type GateTold } from './gate.ts';
import { heardText } from './heard-text.ts';
import { idleOptions } from './idle-options.ts';
import type { Interrupt, Io } from './io.ts';
import { lookOf } from './look.ts';
import { namedSpeakers } from './named-speakers.ts';
import { createOftenHeard } from './often-heard.ts';
import type { BatchFlags, GateFlags, ReadFlags, ReportFlags } from './options.ts';
import { ownPackOf } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { progressText } from './progress-text.ts';
import { readOptions } from './reading.ts';
import { createOutputGuard } from './output-guard.ts';
import type { ReportFolder } from './report-folder.ts';
import type { ScoreAnalysis } from './score-analysis.ts';
import { bytesOfInputs, inputsOf, scoreUnits } from './score-units.ts';
import { toolName } from './version.ts';

export interface ScoreFlags extends ReadFlags, ReportFlags, GateFlags, BatchFlags, AnalysisFlags {
  readonly format: ScoreFormat;
}

/** How the exit codes of a run that was asked to end are: as of a process that the signal ended. */
const interruptCodes: Readonly<Record<Interrupt, number>> = { SIGINT: 130, SIGTERM: 143 };

/**
 * Returns the exit code: 130 or 143 where the run was asked to end, else 2 where an input could not be read, else 1 where
 * the gate was not passed, else 0.
 */
export async function scoreCommand(paths: readonly string[], flags: ScoreFlags, io: Io): Promise<number> {
  for (const warning of idleOptions(flags)) io.stderr.write(complaint(warning, 'warning'));
  const pack = await ownPackOf(flags, io);
  const format = flags.format === 'csv' && flags.csv === 'findings' ? 'findings-csv' : flags.format;
  const reporter = await loadScoreFormat(format);
  const analysis = await analysisOf(format, reporter, flags, () => (pack ?? builtinPack()).pack);
  const folder = format === 'html' ? await folderOf(flags.output, io) : undefined;
  const outputPath = folder?.index ?? flags.output;
  checkBinary(format, outputPath, io);
  const setup: ScoreSetup = {
    tool: toolName(),
    redact: flags.redact,
    reading: readOptions(flags),
    verbose: flags.verbose === true,
    format,
    ...(analysis === undefined ? {} : { records: { metaKeys: analysis.metaKeys } }),
    ...(folder === undefined ? {} : { cases: true }),
    language: flags.lang,
    ...gateSetup(flags),
    // Each thread has the built-in pack at hand, and reading it is cheaper than sending it.
    ...(pack === undefined ? {} : { pack }),
  };
  const inputs = createOutputGuard(outputPath, io).apart(await inputsOf(paths, io), ({ source }) => source);
  checkResume(flags, inputs);
  folder?.make();
  const output = await openBatchOutput(outputPath, io, {
    inputs,
    resume: flags.resume === true,
    // Only a file can be gone on with, and needs to know what it is of.
    run: flags.output === undefined ? {} : runIdentity(setup),
  });
  const interrupt = interruptOf(io);
  const pages = folder === undefined ? undefined : await pagesIn(folder);
  const run = await createRun(setup, reporter, flags, io, inputs, output, analysis, pages);
  try {
    const isRead = await run.work(interrupt.told);
    const signal = interrupt.signal();
    if (signal !== undefined) {
      // What waits for more would keep the process up.
      (io.stdin as NodeJS.ReadStream).destroy?.();
      io.stderr.write(complaint(interruption(run.state().totals.calls, output.kept)));
    }
    if (signal === undefined || output.kept === undefined) {
      if (isRead) await run.end();
      await output.finish();
      await run.tidy();
    } else await output.leave();
    if (signal !== undefined) return interruptCodes[signal];
    const { totals, missed } = run.state();
    const gates = [
      tellGate({ ...totals, missed }, flags, flags.configured),
      await batchGate(flags, analysis),
    ];
    for (const { told } of gates) if (told !== '') io.stderr.write(told);
    return totals.errors > 0 ? 2 : gates.every(({ passed }) => passed) ? 0 : 1;
  } catch (error) {
    await output.leave().catch(() => {});
    throw error;
  } finally {
    interrupt.takeBack();
  }
}

async function folderOf(path: string | undefined, io: Io): Promise<ReportFolder | undefined> {
  const { reportFolder } = await import('./report-folder.ts');
  return reportFolder(path, io);
}

/** The pages are loaded where they are asked for. */
async function pagesIn(folder: ReportFolder): Promise<FolderPages> {
  const { createFolderPages } = await import('./folder-pages.ts');
  return createFolderPages(folder);
}

/** The analysis is loaded where something needs it: a line a call needs none. */
async function analysisOf(
  format: ScoreFormat,
  reporter: ScoreReporter,
  flags: ScoreFlags,
  pack: () => Pack,
): Promise<ScoreAnalysis | undefined> {
  const lines: readonly ScoreFormat[] = ['jsonl', 'csv', 'findings-csv'];
  if (lines.includes(format) && flags.gate === undefined) return undefined;
  const { scoreAnalysis } = await import('./score-analysis.ts');
  return scoreAnalysis(reporter, flags, pack(), flags.redact);
}

async function batchGate({ gate }: AnalysisFlags, analysis: ScoreAnalysis | undefined): Promise<GateTold> {
  if (gate === undefined || analysis === undefined) return { passed: true, told: '' };
  const [{ gateFigures }, { tellBatchGate }] = await Promise.all([
    import('../batch/analysis/gate.ts'),
    import('./batch-gate.ts'),
  ]);
  return tellBatchGate(gateFigures(gate, analysis.finish()));
}

/** What each call is held to, where something was asked. */
function gateSetup({ failUnder, failOn }: GateFlags): Pick<ScoreSetup, 'gate'> {
  if (failUnder === undefined && failOn === undefined) return {};
  return {
    gate: {
      ...(failUnder === undefined ? {} : { failUnder }),
      ...(failOn === undefined ? {} : { failOn }),
    },
  };
}

/** A workbook is no text, and a terminal shows none of it. */
function checkBinary(format: ScoreFormat, output: string | undefined, io: Io): void {
  if (format !== 'xlsx' || output !== undefined || io.stdout.isTTY !== true) return;
  throw new Failure('a workbook cannot be shown in a terminal', {
    code: 'output-binary',
    hint: 'Name a file: -o calls.xlsx.',
  });
}

function checkResume({ resume, output }: ScoreFlags, inputs: readonly Input[]): void {
  if (resume !== true) return;
  if (output === undefined) {
    throw new Failure('there is nothing to resume without a file', {
      code: 'resume-without-output',
      hint: 'Name the file of the run that was broken off: -o FILE --resume.',
    });
  }
  if (inputs.some(({ source }) => source.path === '-')) {
    throw new Failure('standard input cannot be read from the beginning again', {
      code: 'resume-standard-input',
      hint: 'Save it to a file and score that.',
    });
  }
}

function runIdentity({
  pack = builtinPack(),
  reading,
  ...setup
}: ScoreSetup): Readonly<Record<string, unknown>> {
  const { id, version, sha256 } = pack.pack;
  const { speakers, ...others } = reading;
  return {
    ...setup,
    pack: { id, version, sha256 },
    reading: { ...others, ...(speakers === undefined ? {} : { speakers: [...speakers] }) },
  };
}

function interruptOf(io: Io) {
  let signal: Interrupt | undefined;
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const takeBack = io.onInterrupt?.((heard) => {
    signal = heard;
    tell();
  });
  return { told, signal: () => signal, takeBack: () => takeBack?.() };
}

function interruption(calls: number, kept: string | undefined): Failure {
  return new Failure(`stopped after ${calls} ${calls === 1 ? 'call' : 'calls'}`, {
    code: 'interrupted',
    hint:
      kept === undefined
        ? 'The calls that were written are whole.'
        : `They are kept in ${kept}; the same command with --resume goes on from there.`,
  });
}

/** One run: the state that its steps add up to, and what its format keeps for the end. */
async function createRun(
  setup: ScoreSetup,
  reporter: ScoreReporter,
  flags: ScoreFlags,
  io: Io,
  inputs: readonly Input[],
  output: BatchOutput,
  analysis: ScoreAnalysis | undefined,
  pages: FolderPages | undefined,
) {
  const isWhole = reporter.kind !== 'rows';
  const keepsErrors = isWhole || reporter.errorsLast;
  // On a terminal the report itself ends with the errors.
  const complains = flags.format !== 'text' || flags.output !== undefined || io.stdout.isTTY !== true;
  let state = noState;
  const errors: ErrorResult[] = [];
  const rows: CallRow[] = [];
  const add = (step: BatchStep): void => {
    state = stepped(state, step);
    errors.push(...(step.errors ?? []));
    rows.push(...((step.kept ?? []) as readonly CallRow[]));
    analysis?.add(step.records ?? []);
  };
  for (const step of output.done) add(step);
  const begun = state;

  /** Scores what is left; false where nobody reads on. */
  const work = async (stopped: Promise<void>): Promise<boolean> => {
    if (
      !isWhole &&
      output.done.length === 0 &&
      reporter.header !== '' &&
      !(await output.write(reporter.header))
    )
      return false;
    const expected = bytesOfInputs(inputs);
    const started = performance.now();
    const progress = await startProgress('reading', io);
    const often = createOftenHeard();
    const named = namedSpeakers(flags);
    let wasStopped = false;
    void stopped.then(() => {
      wasStopped = true;
    });
    let before: number | undefined;
    const units = scoreUnits(inputs, setup, {
      jobs: flags.jobs,
      from: output.done.at(-1)?.end,
      stopped,
      errorRow: (error) =>
        isWhole || keepsErrors ? undefined : new TextEncoder().encode(reporter.row(error, reportOptions())),
    });
    try {
      for await (const { planned, outcomes } of units) {
        before ??= planned.read;
        for (const heard of [...planned.heard, ...outcomes.flatMap((outcome) => outcome.heard)]) {
          const text = heardText(heard, complains);
          if (text !== '' && often.isShown(heard)) progress.beside(text);
        }
        for (const { labels } of outcomes) named.add(labels);
        let written = state.rows;
        for (const { text, rows } of outcomes) {
          if (rows === 0) continue;
          if (written > 0 && !isWhole && reporter.separator !== '') await output.write(reporter.separator);
          if (!(await output.write(text))) return false;
          written += rows;
        }
        await pages?.putCases(outcomes, state.totals.calls);
        const step = stepOf(outcomes, keepsErrors);
        await output.note(step, planned.end);
        add(step);
        progress.update(
          progressText({
            calls: state.totals.calls,
            findings: findingsIn(state),
            read: planned.read,
            expected,
            before: { calls: begun.totals.calls, read: before },
            elapsed: performance.now() - started,
          }),
        );
      }
    } finally {
      progress.stop();
      io.stderr.write(often.rest());
    }
    // What an earlier run met with is not known any more.
    if (!wasStopped && output.done.length === 0) io.stderr.write(named.warning());
    return true;
  };

  const look = await lookOf(io, flags.output !== undefined);
  const reportOptions = (): ReportOptions => ({
    language: flags.lang,
    glossary: glossaryOf((setup.pack ?? builtinPack()).pack),
    ...look,
  });
  const lastOf = async (): Promise<string | Uint8Array> => {
    const found = analysis?.finish();
    if (reporter.kind === 'book') {
      const { id, version } = (setup.pack ?? builtinPack()).pack;
      const report: BatchReport = {
        analysis: found!,
        records: analysis!.shown,
        errors,
        pack: { id, version },
        tool: setup.tool,
      };
      return pages === undefined
        ? reporter.render(report, reportOptions())
        : pages.putLists(report, reportOptions());
    }
    const totals = { ...finishTotals(state.totals), ...(found === undefined ? {} : { analysis: found }) };
    return reporter.kind === 'whole'
      ? reporter.render({ rows, errors, totals }, reportOptions())
      : (reporter.footer?.(state.rows, errors, totals) ?? '');
  };
  /** Writes what comes after all calls, and warns of what is odd in them together. */
  const end = async (): Promise<void> => {
    const last = await lastOf();
    if (last !== '') await output.write(last);
    for (const warning of analysis?.warnings() ?? []) io.stderr.write(complaint(warning, 'warning'));
  };
  return { work, end, tidy: async () => pages?.tidy(state.totals.calls), state: () => state };
}

function findingsIn({ totals }: BatchState): number {
  return totals.findings.reduce((sum, [, count]) => sum + count, 0);
}
