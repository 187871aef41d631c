/** Worker threads for units: a unit at a time each, and a new thread for one that a unit broke. */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { errorResult } from '../result/error-result.ts';
import type { ErrorResult } from '../result/result.ts';
import { noTotals } from '../result/totals.ts';
import { failureData } from './failure-data.ts';
import { placeOfUnit, unitParts } from './unit-parts.ts';
import type { Unit, UnitOutcome } from './unit.ts';
import { workerFailed } from './worker-failed.ts';

/** What a worker says once it is set up, before anything else. */
export const ready = 'ready';

export interface Pool {
  /** What comes of a unit, in one piece, or in pieces where something in it broke a thread. */
  readonly run: (unit: Unit) => Promise<readonly UnitOutcome[]>;
  /** Ends the threads, whatever they are at. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** The worker's file. */
  readonly script: URL;
  /** What each worker gets to begin with. */
  readonly data: unknown;
  /** How many threads there are at most. */
  readonly jobs: number;
  /** The row of an error in UTF-8; undefined for a format that writes errors last. */
  readonly errorRow: (error: ErrorResult) => Uint8Array | undefined;
}

/** What a thread makes for a call lives no longer than the call: so many MB are enough, and three times as many are held else. */
const youngSize = 16;
/**
 * By how many percent of what lives in it a heap may grow before it is cleared up. Left alone, each thread lets up to four
 * times as much gather.
 */
const growth = 50;

/** A thread ended in the middle of a unit. */
class BrokenOff extends Error {}

interface Settle {
  readonly done: (outcome: UnitOutcome) => void;
  readonly fail: (error: Error) => void;
}

/** A place for a thread: a new one takes the place of one that ended. */
class Seat {
  worker: Worker | undefined;
  /** Whether the thread was ended on purpose; nobody waits for it then. */
  private isClosed = false;
  private settle: Settle | undefined;
  private readonly options: PoolOptions;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  start(): Worker {
    const worker = new Worker(this.options.script, {
      workerData: this.options.data,
      resourceLimits: { maxYoungGenerationSizeMb: youngSize },
    });
    this.worker = worker;
    let isReady = false;
    let why: Error | undefined;
    worker.on('message', (message: UnitOutcome | typeof ready) => {
      isReady = true;
      if (message !== ready) this.take()?.done(message);
    });
    worker.on('error', (error: Error) => {
      why = error;
    });
    worker.on('exit', () => {
      this.worker = undefined;
      if (this.isClosed) return;
      const error = why ?? new Error('its thread ended');
      // A thread that cannot even be set up is no fault of the unit.
      this.take()?.fail(isReady ? new BrokenOff(error.message) : error);
    });
    return worker;
  }

  send(unit: Unit): Promise<UnitOutcome> {
    return new Promise((done, fail) => {
      this.settle = { done, fail };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      (this.worker ?? this.start()).postMessage(unit);
    });
  }

  close(): readonly Promise<unknown>[] {
    this.isClosed = true;
    return this.worker === undefined ? [] : [this.worker.terminate()];
  }

  /** Whoever waits for the thread, who is told once. */
  private take(): Settle | undefined {
    const { settle } = this;
    this.settle = undefined;
    return settle;
  }
}

/**
 * Starts the threads. A unit that breaks its thread is taken apart and tried input by input; an input that breaks its
 * thread again becomes an error, and nothing else is lost.
 */
export function createPool(options: PoolOptions): Pool {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  const seats = Array.from({ length: options.jobs }, () => new Seat(options));
  for (const seat of seats) seat.start();
  const free = [...seats];
  const waiting: ((seat: Seat) => void)[] = [];
  const send = async (unit: Unit): Promise<UnitOutcome> => {
    const seat = free.pop() ?? (await new Promise<Seat>((resolve) => waiting.push(resolve)));
    try {
      return await seat.send(unit);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(seat);
      else next(seat);
    }
  };
  const run = async (unit: Unit): Promise<readonly UnitOutcome[]> => {
    try {
      return [await send(unit)];
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      const parts = unitParts(unit);
      if (parts.length < 2) return [failedOutcome(unit, error.message, options)];
      const outcomes: UnitOutcome[] = [];
      for (const part of parts) outcomes.push(...(await run(part)));
      return outcomes;
    }
  };
  return {
    run,
    close: async () => {
      await Promise.all(seats.flatMap((seat) => seat.close()));
    },
  };
}

function failedOutcome(unit: Unit, what: string, { errorRow }: PoolOptions): UnitOutcome {
  const { path, line } = placeOfUnit(unit);
  const failure = workerFailed(what, path, line);
  const error = errorResult({ failure, path });
  const text = errorRow(error);
  return {
    text: text ?? new Uint8Array(),
    rows: text === undefined ? 0 : 1,
    kept: [],
    records: [],
    errors: [error],
    totals: { ...noTotals, errors: 1 },
    missed: [],
    heard: [{ level: 'error', failure: failureData(failure) }],
  };
}
