/** Change over time: the calls of each week beside those of the week before. */
import type { WeekFigures } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { byText } from '../../result/by-text.ts';
import { isoWeek } from './iso-week.ts';
import { proportion } from './proportion.ts';
import { addScore, meanOf, noSpread, standingOf, type Spread } from './spread.ts';

export interface Weeks {
  readonly add: (record: CallRecord) => void;
  readonly finish: () => readonly WeekFigures[];
}

/** Calls without a date are in no week. */
export function createWeeks(): Weeks {
  const weeks = new Map<string, { calls: number; judged: number; upheld: number; readonly spread: Spread }>();
  return {
    add: ({ startedAt, total, verdicts: [first] }) => {
      const key = startedAt === undefined ? undefined : isoWeek(startedAt);
      if (key === undefined) return;
      let week = weeks.get(key);
      if (week === undefined) {
        week = { calls: 0, judged: 0, upheld: 0, spread: noSpread() };
        weeks.set(key, week);
      }
      week.calls += 1;
      addScore(week.spread, total);
      if (first !== undefined) week.judged += 1;
      if (first?.verdict === 'upheld') week.upheld += 1;
    },
    finish: () => {
      const sorted = [...weeks].sort(([a], [b]) => byText(a, b));
      return sorted.map(([week, { calls, judged, upheld, spread }], index) => {
        const mean = meanOf(spread);
        const before = meanOf(sorted[index - 1]?.[1].spread ?? noSpread());
        return { week, calls, mean, upheld: proportion(upheld, judged), standing: standingOf(mean, before) };
      });
    },
  };
}
