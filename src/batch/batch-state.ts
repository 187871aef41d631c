/** What a batch has come to so far, and what each step adds to it. */
import type { CallRecord } from '../result/record.ts';
import type { ErrorResult } from '../result/result.ts';
import { addTotals, noTotals, type PartTotals } from '../result/totals.ts';
import { addMissed, type Missed } from './call-gate.ts';
import type { UnitOutcome } from './unit.ts';

/** What one step adds; plain data, so that it can be written down. */
export interface BatchStep {
  /** How many rows were written. */
  readonly rows: number;
  readonly totals: PartTotals;
  /** Only where calls do not come up to what was asked of each. */
  readonly missed?: readonly Missed[];
  /** Only for formats that write errors last. */
  readonly errors?: readonly ErrorResult[];
  /** Only for formats that keep their rows. */
  readonly kept?: readonly unknown[];
  /** Only where an analysis was asked for. */
  readonly records?: readonly CallRecord[];
}

export interface BatchState {
  readonly rows: number;
  readonly totals: PartTotals;
  readonly missed: readonly Missed[];
}

/** Where every batch begins. */
export const noState: BatchState = { rows: 0, totals: noTotals, missed: [] };

/** The state after one step more. */
export function stepped(state: BatchState, { rows, totals, missed = [] }: BatchStep): BatchState {
  return {
    rows: state.rows + rows,
    totals: addTotals(state.totals, totals),
    missed: addMissed(state.missed, missed),
  };
}

/** The step that the outcomes of a unit make. */
export function stepOf(outcomes: readonly UnitOutcome[], keepsErrors: boolean): BatchStep {
  const all = <Item>(list: (outcome: UnitOutcome) => readonly Item[]): readonly Item[] =>
    outcomes.length === 1 ? list(outcomes[0]!) : outcomes.flatMap(list);
  const errors = keepsErrors ? all((one) => one.errors) : [];
  const kept = all((one) => one.kept);
  const records = all((one) => one.records);
  const missed = outcomes.reduce<readonly Missed[]>((sum, one) => addMissed(sum, one.missed), []);
  return {
    rows: outcomes.reduce((sum, one) => sum + one.rows, 0),
    totals: outcomes.reduce((sum, one) => addTotals(sum, one.totals), noTotals),
    ...(missed.length === 0 ? {} : { missed }),
    ...(errors.length === 0 ? {} : { errors }),
    ...(kept.length === 0 ? {} : { kept }),
    ...(records.length === 0 ? {} : { records }),
  };
}
