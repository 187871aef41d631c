/** A worker thread of a batch: takes units, one at a time, and gives back what comes of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { ready } from '../batch/pool.ts';
import { createUnitScorer, type ScoreSetup } from '../batch/score-unit.ts';
import type { Unit } from '../batch/unit.ts';

const port = parentPort!;
const score = createUnitScorer(workerData as ScoreSetup);

async function answer(unit: Unit): Promise<void> {
  const outcome = await score(unit);
  port.postMessage(outcome, [outcome.text.buffer as ArrayBuffer]);
}

port.on('message', (unit: Unit) => {
  // What goes wrong beyond one call ends the thread, which the pool sees.
  void answer(unit);
});
port.postMessage(ready);
