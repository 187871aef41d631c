/** Scores inputs on as many threads as were asked for, as every command does that scores many calls. */
import { inputOf, planUnits, type Input, type Position } from '../batch/plan-units.ts';
import { createPool } from '../batch/pool.ts';
import { runUnits, type DoneUnit } from '../batch/run-units.ts';
import { createUnitScorer, type ScoreSetup } from '../batch/score-unit.ts';
import { sharePack } from '../pack/shared-pack.ts';
import { findSources } from '../read/sources.ts';
import type { ErrorResult } from '../result/result.ts';
import type { Io } from './io.ts';
import type { WorkerSetup } from './worker.ts';

export interface ScoringOptions {
  readonly jobs: number;
  /** Where to begin; at the first input where it is absent. */
  readonly from?: Position | undefined;
  /** Comes to pass when there is to be no more. */
  readonly stopped?: Promise<void>;
  /** The row of an error in UTF-8; undefined for what has none, or writes errors last. */
  readonly errorRow?: (error: ErrorResult) => Uint8Array | undefined;
}

/** What paths mean, with how large each input is. */
export async function inputsOf(paths: readonly string[], io: Io): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for await (const source of findSources(paths, { cwd: io.cwd, stdin: io.stdin }))
    inputs.push(inputOf(source));
  return inputs;
}

/** How many bytes inputs have; undefined where nobody knows. */
export function bytesOfInputs(inputs: readonly Input[]): number | undefined {
  let bytes = 0;
  for (const { size } of inputs) {
    if (size === undefined) return undefined;
    bytes += size;
  }
  return bytes;
}

/** What comes of each unit of the inputs, in order. */
export function scoreUnits(
  inputs: readonly Input[],
  setup: ScoreSetup,
  { jobs, from, stopped = new Promise(() => {}), errorRow = () => undefined }: ScoringOptions,
): AsyncGenerator<DoneUnit> {
  let here: ReturnType<typeof createUnitScorer> | undefined;
  return runUnits(planUnits(inputs, setup.reading, setup.verbose, from), {
    here: (unit) => (here ??= createUnitScorer(setup))(unit),
    startPool: () => {
      const { pack, ...rest } = setup;
      const data: WorkerSetup = { setup: rest, pack: sharePack(pack) };
      return createPool({ script: new URL('./worker.js', import.meta.url), data, jobs, errorRow });
    },
    jobs,
    expected: bytesOfInputs(inputs),
    stopped,
  });
}
