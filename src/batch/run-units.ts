/** Units to outcomes, in the order of the units, on one thread or on several. */
// Without a pause between units a thread that has all at hand would hear no signal and show no progress.
import { setImmediate as onceIdle } from 'node:timers/promises';
import type { PlannedUnit } from './plan-units.ts';
import type { Pool } from './pool.ts';
import type { Unit, UnitOutcome } from './unit.ts';

export interface Runners {
  /** Scores a unit on this thread. */
  readonly here: (unit: Unit) => Promise<UnitOutcome>;
  /** Starts the threads; never asked for twice. */
  readonly startPool: () => Pool;
  /** How many threads there may be; with one, all is done here. */
  readonly jobs: number;
  /** How many bytes are to be expected; undefined where nobody knows. */
  readonly expected: number | undefined;
  /** Comes to pass when there is to be no more. */
  readonly stopped: Promise<void>;
}

export interface DoneUnit {
  readonly planned: PlannedUnit;
  readonly outcomes: readonly UnitOutcome[];
}

/** With less to read than this, in bytes, starting threads takes longer than it saves. */
const worthThreads = 1 << 21;
/** How many units each thread may be ahead of the one whose turn it is: this bounds what is held in memory. */
const ahead = 3;

interface Running {
  readonly planned: PlannedUnit;
  readonly outcomes: Promise<readonly UnitOutcome[]>;
}

/**
 * What comes of each unit, one after another. So many are on their way at most, so that whoever takes them slowly slows
 * down the reading; and a unit that is done is given at once, even where the next one is still awaited.
 */
export async function* runUnits(
  units: AsyncGenerator<PlannedUnit>,
  { here, startPool, jobs, expected, stopped }: Runners,
): AsyncGenerator<DoneUnit> {
  let isStopped = false;
  let wake = (): void => {};
  void stopped.then(() => {
    isStopped = true;
    wake();
  });
  let pool = jobs > 1 && expected !== undefined && expected >= worthThreads ? startPool() : undefined;
  const running: Running[] = [];
  try {
    const next = (): Promise<IteratorResult<PlannedUnit>> => {
      const planned = units.next();
      // Told when it is waited for.
      planned.catch(() => {});
      return planned;
    };
    let coming: Promise<IteratorResult<PlannedUnit>> | undefined = next();
    while (coming !== undefined || running.length > 0) {
      const isFull = pool === undefined ? running.length > 0 : running.length >= ahead * jobs;
      const head = running[0];
      // A new one each time: one that outlives the run would hold on to all that ever won a race against it.
      const stop = new Promise<'stopped'>((resolve) => {
        wake = () => resolve('stopped');
      });
      const first = await Promise.race([
        stop,
        ...(coming === undefined || isFull ? [] : [coming]),
        ...(head === undefined ? [] : [head.outcomes]),
      ]);
      if (first === 'stopped' || isStopped) return;
      if ('done' in first) {
        if (first.done) {
          coming = undefined;
          continue;
        }
        const planned = first.value;
        if (pool === undefined && jobs > 1 && planned.read >= worthThreads) pool = startPool();
        running.push({ planned, outcomes: outcomesOf(planned.unit, pool, here) });
        coming = next();
      } else {
        running.shift();
        yield { planned: head!.planned, outcomes: first as readonly UnitOutcome[] };
      }
    }
  } finally {
    await pool?.close();
  }
}

const asList = (outcome: UnitOutcome): readonly UnitOutcome[] => [outcome];

function outcomesOf(
  unit: Unit | undefined,
  pool: Pool | undefined,
  here: Runners['here'],
): Promise<readonly UnitOutcome[]> {
  if (unit === undefined) return Promise.resolve([]);
  const outcomes =
    pool === undefined
      ? onceIdle()
          .then(() => here(unit))
          .then(asList)
      : pool.run(unit);
  // Told where its turn comes.
  outcomes.catch(() => {});
  return outcomes;
}
