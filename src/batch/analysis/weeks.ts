/** Change over time: the calls of each week beside those of the one before it in the calendar. */
import type { WeekFigures } from '../../result/analysis.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import type { CallRecord } from '../../result/record.ts';
import { byText } from '../../result/by-text.ts';
import { isoWeek, mondayOf } from './iso-week.ts';
import { proportion } from './proportion.ts';
import { addScore, meanOf, noSpread, standingOf, type Spread } from './spread.ts';

export interface Weeks {
  readonly add: (record: CallRecord) => void;
  readonly finish: () => readonly WeekFigures[];
  /** How many calls are in no week: those without a date. */
  readonly undated: () => number;
}

const weekLength = 7 * 86_400_000;

/** Sums calls up by week. A week after one without calls has nothing to stand beside. */
export function createWeeks(): Weeks {
  let undated = 0;
  const weeks = new Map<string, { calls: number; judged: number; upheld: number; readonly spread: Spread }>();
  return {
    add: ({ startedAt, total, verdicts }) => {
      const key = startedAt === undefined ? undefined : isoWeek(startedAt);
      if (key === undefined) {
        undated++;
        return;
      }
      let week = weeks.get(key);
      if (week === undefined) {
        week = { calls: 0, judged: 0, upheld: 0, spread: noSpread() };
        weeks.set(key, week);
      }
      week.calls += 1;
      addScore(week.spread, total);
      const verdict = gravestVerdict(verdicts)?.verdict;
      if (verdict !== undefined) week.judged += 1;
      if (verdict === 'upheld') week.upheld += 1;
    },
    finish: () => {
      const sorted = [...weeks]
        .map(([week, sums]) => ({ week, from: mondayOf(week), ...sums }))
        .sort((a, b) => byText(a.week, b.week));
      return sorted.map(({ week, from, calls, judged, upheld, spread }, index) => {
        const mean = meanOf(spread);
        const before = sorted[index - 1];
        const beside = before !== undefined && isNext(before.from, from) ? before.spread : noSpread();
        return {
          week,
          from,
          calls,
          mean,
          upheld: proportion(upheld, judged),
          standing: standingOf(mean, meanOf(beside)),
        };
      });
    },
    undated: () => undated,
  };
}

/** Whether the week of one Monday comes next after that of another. */
function isNext(before: string, from: string): boolean {
  return Date.parse(from) - Date.parse(before) === weekLength;
}
