/** The analysis of a batch: takes records one by one, keeps counts and a few samples, and says what they come to. */
import type { Pack } from '../../pack/model.ts';
import type { Analysis, CriterionFigures } from '../../result/analysis.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import type { CallRecord } from '../../result/record.ts';
import { maskTurns } from '../../result/redact.ts';
import type { VerdictResult } from '../../result/result.ts';
import { localise } from '../glossary.ts';
import { createCoaching } from './coaching.ts';
import { createDuplicates } from './duplicates.ts';
import { createExposed } from './exposure.ts';
import { createBehindFindings } from './finding-words.ts';
import { groupsBy } from './groups.ts';
import { createIssues } from './issues.ts';
import { createMetaKeys } from './meta-keys.ts';
import { createOpenPromises } from './open-promises.ts';
import { proportion } from './proportion.ts';
import { createRepeats } from './repeats.ts';
import { createSignOffs } from './sign-off.ts';
import { meanOf, smallUnder } from './spread.ts';
import { addToTally, noTally } from './tally.ts';
import { createWeeks } from './weeks.ts';

export interface AnalysisOptions {
  /** The fields that calls are grouped by: `agent`, `team`, `type`, `week`, or `meta.` and a key. */
  readonly by: readonly string[];
  /** Calls of a customer so close together are repeats. */
  readonly repeatDays: number;
  /** Whether customers' ids and values of metadata are masked where they look like personal data. */
  readonly redact: boolean;
}

export interface RunningAnalysis {
  /** Takes the next record, in the order of the input. */
  readonly add: (record: CallRecord) => void;
  readonly finish: () => Analysis;
  /** The keys of the metadata of calls that lack one of `by`; masked where they look like personal data. */
  readonly metaKeys: () => readonly string[];
}

const verdictKinds = ['upheld', 'partly-upheld', 'not-upheld', 'insufficient-evidence'] as const;

/** The keys of the metadata that records need for these fields. */
export function metaKeysOf(by: readonly string[]): readonly string[] {
  return by.flatMap((field) => (field.startsWith('meta.') ? [field.slice('meta.'.length)] : []));
}

/** Begins an analysis; the records must be by the same pack. */
export function createAnalysis(pack: Pack, { by, repeatDays, redact }: AnalysisOptions): RunningAnalysis {
  const scored = new Set(pack.scorecard.sections.flatMap((section) => section.criteria.map(({ id }) => id)));
  const criteria = pack.criteria.map((criterion) => ({
    id: criterion.id,
    severity: criterion.severity,
    scored: scored.has(criterion.id),
    of: criterion.form === 'all' || criterion.form === 'any' ? criterion.of : [],
  }));
  const all = noTally(criteria.length);
  // One place for each tenth of a point.
  const scores = new Uint32Array(1001);
  const notApplicable = new Uint32Array(criteria.length);
  const notEvaluated = new Uint32Array(criteria.length);
  const verdicts = new Map<VerdictResult['source'], Uint32Array>();
  const groups = [...new Set(by)].map((field) => groupsBy(field, criteria));
  const weeks = createWeeks();
  const behind = createBehindFindings();
  const coaching = createCoaching(criteria);
  const issues = createIssues(
    pack.complaintTypes.map(({ id, prevent }) => ({
      id,
      ...(prevent === undefined
        ? {}
        : {
            prevent: {
              en: localise(prevent, 'en'),
              'zh-CN': localise(prevent, 'zh-CN'),
              'zh-TW': localise(prevent, 'zh-TW'),
            },
          }),
    })),
  );
  const repeats = createRepeats(repeatDays);
  const promises = createOpenPromises();
  const exposed = createExposed();
  const signOffs = createSignOffs();
  const duplicates = createDuplicates();
  const keys = createMetaKeys();
  const mask = (text: string): string => (redact ? maskTurns([{ text, stretch: 0 }])[0]! : text);
  return {
    add: (record) => {
      addToTally(all, record);
      const number = all.calls;
      if (record.total !== null) scores[Math.round(record.total * 10)]! += 1;
      for (let index = 0; index < record.outcomes.length; index++) {
        const letter = record.outcomes[index];
        if (letter === 'a') notApplicable[index]! += 1;
        else if (letter === 'e') notEvaluated[index]! += 1;
      }
      const gravest = gravestVerdict(record.verdicts);
      if (gravest !== undefined) {
        const counts = verdicts.get(gravest.source) ?? new Uint32Array(verdictKinds.length);
        counts[verdictKinds.indexOf(gravest.verdict)]! += 1;
        verdicts.set(gravest.source, counts);
      }
      for (const group of groups) group.add(record);
      weeks.add(record);
      behind.add(record, number);
      coaching.add(record, number);
      issues.add(record);
      repeats.add(record, number, duplicates.add(record));
      promises.add(record, number);
      exposed.add(record);
      signOffs.add(record, number);
      keys.add(record);
    },
    metaKeys: () => keys.list().map(mask),
    finish: () => ({
      smallUnder,
      mean: meanOf(all.spread),
      median: medianOf(scores, all.spread.count),
      distribution: Array.from({ length: 10 }, (_, place) => ({
        from: place * 10,
        calls: scores
          .subarray(place * 100, place === 9 ? 1001 : (place + 1) * 100)
          .reduce((sum, one) => sum + one, 0),
      })),
      verdicts: (['filed', 'default'] as const).flatMap((source) => {
        const counts = verdicts.get(source);
        if (counts === undefined) return [];
        const calls = counts.reduce((sum, one) => sum + one, 0);
        const [upheld, partly, not, insufficient] = [...counts].map((count) => proportion(count, calls));
        return [
          {
            source,
            calls,
            shares: {
              upheld: upheld!,
              'partly-upheld': partly!,
              'not-upheld': not!,
              'insufficient-evidence': insufficient!,
            },
          },
        ];
      }),
      criteria: criteria.flatMap(({ id, severity, scored }, index): CriterionFigures[] =>
        scored
          ? [
              {
                criterion: id,
                severity,
                met: proportion(all.met[index]!, all.met[index]! + all.notMet[index]!),
                notApplicable: notApplicable[index]!,
                notEvaluated: notEvaluated[index]!,
              },
            ]
          : [],
      ),
      groupings: groups.map((group) => {
        const grouping = group.finish(all);
        if (!grouping.by.startsWith('meta.')) return grouping;
        return {
          ...grouping,
          groups: grouping.groups.map((one) => ({ ...one, key: one.key === null ? null : mask(one.key) })),
        };
      }),
      weeks: weeks.finish(),
      undated: weeks.undated(),
      duplicates: duplicates.finish(),
      findings: behind.finish(),
      coaching: coaching.finish(all),
      issues: issues.finish(),
      repeats: repeats.finish(mask),
      promises: promises.finish(),
      exposure: exposed.finish(),
      signOff: signOffs.finish(),
    }),
  };
}

/** The middle score, or the mean of the two in the middle, one decimal, rounded half up; null of none. */
function medianOf(scores: Uint32Array, count: number): number | null {
  if (count === 0) return null;
  const at = (rank: number): number => {
    let seen = 0;
    return scores.findIndex((calls) => (seen += calls) > rank);
  };
  const sum = at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2));
  return Math.floor((sum + 1) / 2) / 10;
}
