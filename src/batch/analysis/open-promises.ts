/** Promises that are open at the end of a batch. */
import { instantOf } from '../../call/instant.ts';
import type { OpenPromise, Promises } from '../../result/analysis.ts';
import type { CallRecord, RecordPromise } from '../../result/record.ts';
import { byText } from '../../result/by-text.ts';
import { namedAgent } from './groups.ts';
import { shortlist } from './shortlist.ts';

/** What the report shows is fewer; this is what lists for working through it hold. */
const listed = 10_000;
const dayLength = 86_400_000;

export interface OpenPromises {
  readonly add: (record: CallRecord, number: number) => void;
  readonly finish: () => Promises;
}

/** Where a call stands in the input, and in time. */
interface At {
  readonly number: number;
  readonly at: number | undefined;
  /** The last millisecond at which the call may have begun: its day's, where it has no time of day. */
  readonly until: number | undefined;
}

interface Made extends At {
  readonly id: string;
  readonly agent: ReturnType<typeof namedAgent>;
  readonly promise: RecordPromise;
}

interface Case {
  readonly made: Made[];
  readonly fates: (At & { readonly told: CallRecord['fates'] })[];
}

/**
 * Collects what calls promised and did not keep themselves. A later call of the same case that shows a promise kept takes
 * it off; one that shows it broken marks it so. Calls without a case are on their own.
 */
export function createOpenPromises(): OpenPromises {
  const list = shortlist(listed, comparePromises);
  let alone = 0;
  const dues: number[] = [];
  const cases = new Map<string, Case>();
  let last: number | undefined;
  return {
    add: (record, number) => {
      const began = instantOf(record.startedAt ?? '');
      const at = began?.ms;
      const until = began === undefined || began.isTimed ? at : began.ms + dayLength - 1;
      if (at !== undefined && (last === undefined || at > last)) last = at;
      const made = record.promises.map((promise): Made => ({
        id: record.id,
        agent: namedAgent(record),
        number,
        at,
        until,
        promise,
      }));
      if (record.caseId === undefined) {
        alone += made.length;
        for (const one of made) {
          if (one.promise.dueAt !== undefined) dues.push(one.promise.dueAt);
          list.add({ made: one, broken: false });
        }
        return;
      }
      const told = Object.keys(record.fates).length > 0;
      if (made.length === 0 && !told) return;
      const own = cases.get(record.caseId) ?? { made: [], fates: [] };
      own.made.push(...made);
      if (told) own.fates.push({ number, at, until, told: record.fates });
      cases.set(record.caseId, own);
    },
    finish: () => {
      let open = alone;
      let broken = 0;
      for (const own of cases.values()) {
        const fateOf = fatesOf(own);
        for (const one of own.made) {
          const fate = fateOf(one);
          if (fate === 'kept') continue;
          if (fate === 'broken') broken++;
          else {
            open++;
            if (one.promise.dueAt !== undefined) dues.push(one.promise.dueAt);
          }
          list.add({ made: one, broken: fate === 'broken' });
        }
      }
      const end = last;
      return {
        ...(end === undefined ? {} : { asOf: new Date(end).toISOString() }),
        open,
        overdue: end === undefined ? 0 : dues.filter((due) => due < end).length,
        broken,
        list: list.list().map((one) => shownPromise(one, end)),
        beyond: Math.max(0, open + broken - listed),
      };
    },
  };
}

interface Listed {
  readonly made: Made;
  readonly broken: boolean;
}

/** Broken ones first, then those due first; those without a time last. */
function comparePromises(a: Listed, b: Listed): number {
  const due = ({ made }: Listed): number => made.promise.dueAt ?? Number.MAX_SAFE_INTEGER;
  return (
    Number(b.broken) - Number(a.broken) ||
    due(a) - due(b) ||
    a.made.number - b.made.number ||
    a.made.promise.turn - b.made.promise.turn ||
    byText(a.made.promise.id, b.made.promise.id)
  );
}

/** What became of a promise, by the calls of its case. */
type FateOf = (made: Made) => 'kept' | 'broken' | undefined;

/**
 * The first later call of a case that shows what became of a promise decides. The calls are in the order of time where
 * each has one, else in that of the input.
 */
function fatesOf({ made, fates }: Case): FateOf {
  const isTimed = [...made, ...fates].every(({ at }) => at !== undefined);
  const compare = (a: At, b: At): number => (isTimed ? a.at! - b.at! : 0) || a.number - b.number;
  const byKind = new Map<string, Case['fates']>();
  for (const fate of fates.toSorted(compare)) {
    for (const kind of Object.keys(fate.told)) {
      const known = byKind.get(kind);
      if (known === undefined) byKind.set(kind, [fate]);
      else known.push(fate);
    }
  }
  return (one) => {
    const told = byKind.get(one.promise.id) ?? [];
    let [from, to] = [0, told.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compare(told[middle]!, one) <= 0) from = middle + 1;
      else to = middle;
    }
    const first = told[from];
    if (first === undefined) return undefined;
    const fate = first.told[one.promise.id];
    const { dueAt, notDueBefore = dueAt } = one.promise;
    // Before it was due, nobody can say that it was broken.
    const isEarly = first.until !== undefined && notDueBefore !== undefined && first.until <= notDueBefore;
    return fate === 'broken' && isEarly ? undefined : fate;
  };
}

function shownPromise({ made, broken }: Listed, end: number | undefined): OpenPromise {
  const { dueAt } = made.promise;
  return {
    number: made.number,
    id: made.id,
    promise: made.promise.id,
    ...made.agent,
    turn: made.promise.turn,
    quote: made.promise.quote.trim(),
    ...(dueAt === undefined ? {} : { due: new Date(dueAt).toISOString() }),
    status: broken ? 'broken' : dueAt !== undefined && end !== undefined && dueAt < end ? 'overdue' : 'open',
  };
}
