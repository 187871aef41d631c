/** The order of the calls of a case, and what is unsure of it. */
import { Failure } from '../call/failure.ts';
import { instantOf, type Instant } from '../call/instant.ts';
import type { ReadCall } from '../read/reading.ts';

interface Ordered {
  readonly calls: readonly ReadCall[];
  /** What the times leave open, and the verdict may rest on. */
  readonly warning?: Failure;
}

interface Dated {
  readonly call: ReadCall;
  readonly at: Instant;
}

const dayLength = 86_400_000;

/** The calls by when they began where all say it, else as given. */
export function inOrder(calls: readonly ReadCall[]): Ordered {
  const dated = calls.flatMap((call): readonly Dated[] => {
    const at = instantOf(call.call.startedAt ?? '');
    return at === undefined ? [] : [{ call, at }];
  });
  if (dated.length < calls.length) return { calls };
  // Sorting is stable: calls that began at once stay as given.
  const sorted = dated.toSorted((a, b) => a.at.ms - b.at.ms);
  const warning = doubtOf(sorted);
  return { calls: sorted.map(({ call }) => call), ...(warning === undefined ? {} : { warning }) };
}

function doubtOf(sorted: readonly Dated[]): Failure | undefined {
  const unplaced = sorted.find(({ at }) => at.isTimed && !at.isPlaced);
  if (unplaced !== undefined && sorted.some(({ at }) => at.isPlaced)) {
    return unsure(
      unplaced,
      'says no time zone, and another call of the case does: it is taken as UTC',
      'Write all times of a case with their offset, such as 2024-05-01T10:00:00+08:00, or none.',
    );
  }
  const dayOnly = sorted.find(
    (one) =>
      !one.at.isTimed &&
      sorted.some(
        ({ at }) => at.isTimed && Math.floor(at.ms / dayLength) === Math.floor(one.at.ms / dayLength),
      ),
  );
  return dayOnly === undefined
    ? undefined
    : unsure(
        dayOnly,
        'says a day only, and another call of the case was on that day: it is taken to be the earlier one',
        'Write its time of day too, such as 2024-05-01T10:00.',
      );
}

function unsure({ call: { call, source } }: Dated, what: string, hint: string): Failure {
  return new Failure(`the start of the call ${call.id}, ${call.startedAt}, ${what}`, {
    code: 'order-unsure',
    file: source.path,
    ...(source.line === undefined ? {} : { line: source.line }),
    hint,
  });
}
