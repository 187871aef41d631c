/** A worker thread of a batch: takes units, one at a time, and gives back what comes of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { ready } from '../batch/pool.ts';
import { createUnitScorer, type ScoreSetup } from '../batch/score-unit.ts';
import type { Unit } from '../batch/unit.ts';
import { packOfShared, type SharedPack } from '../pack/shared-pack.ts';

/** What a worker gets to begin with. */
export interface WorkerSetup {
  readonly setup: Omit<ScoreSetup, 'pack'>;
  readonly pack: SharedPack;
}

const port = parentPort!;
const { setup, pack } = workerData as WorkerSetup;
const score = createUnitScorer({ ...setup, pack: packOfShared(pack) });

async function answer(unit: Unit): Promise<void> {
  const outcome = await score(unit);
  port.postMessage(outcome, [outcome.text.buffer as ArrayBuffer]);
}

port.on('message', (unit: Unit) => {
  // What goes wrong beyond one call ends the thread, which the pool sees.
  void answer(unit);
});
port.postMessage(ready);
