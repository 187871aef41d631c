/** `callqa calibrate LABELS --calls PATH…`: human labels against the tool's. */
import { resolve } from 'node:path';
import { createEvaluator } from '../batch/evaluate.ts';
import { calibrationFormats, type CalibrationFormat } from '../calibrate/calibration-formats.ts';
import type { Calibration, JudgedCall } from '../calibrate/calibration.ts';
import { compareGrades } from '../calibrate/compare-grades.ts';
import { compareOutcomes } from '../calibrate/compare-outcomes.ts';
import { compareTurns } from '../calibrate/compare-turns.ts';
import { labelFields } from '../calibrate/label-columns.ts';
import { readLabelMap, resolveLabels, type LabelMap, type Namable } from '../calibrate/label-map.ts';
import { labelledCalls, type LabelSet } from '../calibrate/label-set.ts';
import { createPhraseFinder } from '../calibrate/phrase-finder.ts';
import { readLabels } from '../calibrate/read-labels.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { Pack } from '../pack/model.ts';
import { decodeBytes } from '../read/bytes.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { ReadFlags, ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { readInput } from './read-input.ts';
import { readPaths } from './reading.ts';
import { toolName } from './version.ts';
import { writeOutput } from './write-output.ts';

export interface CalibrateFlags extends ReadFlags, ReportFlags {
  readonly calls: readonly string[];
  readonly map?: string;
  readonly grade?: readonly string[];
  readonly seed: number;
  readonly resamples: number;
  readonly disagreements: number;
  readonly format: CalibrationFormat;
}

/** A few of the ids that a warning is about. */
const mostNamed = 5;

/** Returns the exit code: 2 where a transcript could not be read, else 0. */
export async function calibrateCommand(path: string, flags: CalibrateFlags, io: Io): Promise<number> {
  const compiled = await packOf(flags, io);
  const { ofLabels, ofCalls } = columnsOf(flags.columns ?? {});
  const labels = await readLabels(decodeBytes(readInput(resolve(io.cwd, path), path), path), {
    file: path,
    columns: ofLabels,
    grades: flags.grade ?? [],
  });
  const meanings = meaningsOf(labels, path, flags.map, compiled.pack, io);
  const evaluator = createEvaluator(compiled, { tool: toolName(), redact: flags.redact });

  const wanted = labelledCalls(labels);
  const judged = new Map<string, JudgedCall>();
  let unread = false;
  let repeated = 0;
  const progress = await startProgress('reading', io);
  try {
    for await (const item of readPaths(flags.calls, { ...flags, columns: ofCalls }, io)) {
      if ('failure' in item) {
        unread = true;
        io.stderr.write(complaint(item.failure));
        continue;
      }
      const { call, source } = item;
      if (!wanted.has(call.id)) continue;
      if (judged.has(call.id)) repeated++;
      else judged.set(call.id, { call, result: evaluator.transcribed(call, source) });
      progress.update(`${judged.size} of ${wanted.size} labelled calls`);
    }
  } finally {
    progress.stop();
  }
  const warn = (message: string): void => void io.stderr.write(`warning: ${message}\n`);
  const absent = [...wanted].filter((id) => !judged.has(id));
  if (absent.length > 0) {
    const more = absent.length > mostNamed ? ', …' : '';
    warn(
      `${absent.length} of ${wanted.size} labelled calls are not among the calls: ${absent.slice(0, mostNamed).join(', ')}${more}`,
    );
  }
  if (repeated > 0) warn(`${repeated} calls have the id of an earlier one and are left out`);

  const calibration = compare(labels, meanings, [...judged.values()], compiled, flags);
  for (const warning of calibration.warnings) warn(warning);
  const { id, version, sha256 } = compiled.pack;
  const run = {
    labels: path,
    calls: judged.size,
    seed: flags.seed,
    resamples: flags.resamples,
    pack: { id, version, sha256 },
    tool: toolName(),
    disagreements: flags.disagreements,
  };
  const look = { language: flags.lang, ...(await lookOf(io, flags.output !== undefined)) };
  await writeOutput(flags.output, calibrationFormats[flags.format](calibration, run, look), io);
  return unread ? 2 : 0;
}

/** `--columns` speaks of the labels where it names one of their fields, else of the transcripts. */
function columnsOf(columns: Readonly<Record<string, string>>) {
  const isOfLabels = ([field]: readonly [string, string]): boolean =>
    labelFields.some((each) => each === field);
  const entries = Object.entries(columns);
  return {
    ofLabels: Object.fromEntries(entries.filter(isOfLabels)),
    ofCalls: Object.fromEntries(entries.filter((entry) => !isOfLabels(entry))),
  };
}

function meaningsOf(labels: LabelSet, file: string, map: string | undefined, pack: Pack, io: Io): LabelMap {
  if (labels.kind === 'grades') return new Map();
  const namable: Namable =
    labels.kind === 'turns'
      ? { thing: 'moment', ids: new Set(pack.moments.map(({ id }) => id)) }
      : { thing: 'criterion', ids: new Set(pack.criteria.map(({ id }) => id)) };
  const mapped =
    map === undefined ? new Map() : readLabelMap(map, readInput(resolve(io.cwd, map), map), namable);
  return resolveLabels(labels.names, mapped, namable, file);
}

function compare(
  labels: LabelSet,
  meanings: LabelMap,
  judged: readonly JudgedCall[],
  compiled: CompiledPack,
  options: CalibrateFlags,
): Calibration {
  const { pack } = compiled;
  switch (labels.kind) {
    case 'turns': {
      const phrases = createPhraseFinder(compiled);
      return compareTurns({ labels, meanings, judged, pack, phrases }, options);
    }
    case 'outcomes':
      return compareOutcomes({ labels, meanings, judged, pack }, options);
    case 'grades':
      return compareGrades({ labels, judged }, options);
  }
}
