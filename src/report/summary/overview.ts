/** Overview of many calls: verdicts, criteria, change over time, groups. */
import type { Analysis, Grouping } from '../../result/analysis.ts';
import { scoreText } from '../figures.ts';
import type { BatchBlock, BatchCell, BatchSection } from './section.ts';
import { weeksBetween } from './weeks-between.ts';
import { smallMark, type BatchWording } from './wording.ts';

const verdicts = ['upheld', 'partly-upheld', 'not-upheld', 'insufficient-evidence'] as const;

/** Verdicts, filed and default apart; with `scores`, the mean and median in words before them. */
export function overviewSection(
  analysis: Analysis,
  wording: BatchWording,
  { scores }: { readonly scores: boolean },
): BatchSection {
  const { say } = wording;
  const { mean, median, smallUnder, duplicates } = analysis;
  const counted = (key: 'batch.copies' | 'batch.same-id', n: number): readonly BatchBlock[] =>
    n === 0 ? [] : [{ kind: 'paragraph', text: say(key, { n }) }];
  return {
    id: 'overview',
    heading: say('batch.overview'),
    blocks: [
      ...(scores
        ? [
            {
              kind: 'paragraph' as const,
              text: wording.label(
                say('batch.scores'),
                say('batch.mean-median', { mean: wording.mean(mean).text, median: scoreText(median) }),
              ),
            },
          ]
        : []),
      { kind: 'paragraph', text: say('batch.interval', { n: smallUnder }) },
      ...counted('batch.copies', duplicates.copies.calls),
      ...counted('batch.same-id', duplicates.sameId.calls),
      verdictTable(analysis, wording),
    ],
  };
}

function verdictTable(analysis: Analysis, { say, share }: BatchWording): BatchBlock {
  return {
    kind: 'table',
    columns: [
      { heading: say('batch.source') },
      { heading: say('label.calls'), align: 'right' },
      ...verdicts.map((verdict) => ({ heading: say(`verdict.${verdict}`), align: 'right' as const })),
    ],
    rows: analysis.verdicts.map(({ source, calls, shares }) => [
      { text: say(`batch.${source}`) },
      { text: String(calls) },
      ...verdicts.map((verdict) => ({ text: share(shares[verdict]).text })),
    ]),
  };
}

/** How often each criterion was met; those that never applied are left out. */
export function criteriaSection(analysis: Analysis, { say, naming, share }: BatchWording): BatchSection {
  return {
    id: 'criteria',
    heading: say('batch.criteria'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: say('label.criterion'), shrinks: true },
          { heading: say('batch.applied'), align: 'right' },
          { heading: say('batch.met'), align: 'right' },
        ],
        rows: analysis.criteria
          .filter(({ met }) => met.of > 0)
          .map(({ criterion, severity, met }): readonly BatchCell[] => [
            {
              text:
                naming.criterion(criterion) +
                (severity === 'ordinary'
                  ? ''
                  : say('punctuation.aside', { words: say(`severity.${severity}`) })),
            },
            { text: String(met.of) },
            share(met),
          ]),
      },
    ],
  };
}

/** The weeks one beside the other, and how many calls are in none. */
export function weeksSection({ weeks, undated }: Analysis, wording: BatchWording): BatchSection {
  const { say } = wording;
  return {
    id: 'weeks',
    heading: say('batch.weeks'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: say('batch.week') },
          { heading: say('label.calls'), align: 'right' },
          { heading: say('batch.mean-short'), align: 'right' },
          { heading: say('batch.upheld'), align: 'right' },
          { heading: say('batch.standing-before') },
        ],
        rows: weeks.map(({ week, from, calls, mean, upheld, standing }, index) => [
          { text: week },
          { text: String(calls) },
          { text: wording.mean(mean).text },
          { text: wording.share(upheld).text },
          weeksBetween(weeks[index - 1]?.from, from) === 1 ? wording.standing(standing) : { text: '–' },
        ]),
      },
      ...(undated === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: weeks.length === 0 ? say('batch.no-dates') : say('batch.undated', { n: undated }),
            },
          ]),
    ],
  };
}

/** Calls by one field. */
export function groupsSection({ by, groups, beyond }: Grouping, wording: BatchWording): BatchSection {
  const { say, naming } = wording;
  return {
    id: 'groups',
    by,
    heading: wording.byHeading(by),
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: wording.fieldName(by), shrinks: true },
          { heading: say('label.calls'), align: 'right' },
          { heading: say('batch.mean-short'), align: 'right' },
          { heading: say('batch.standing') },
          { heading: say('batch.upheld'), align: 'right' },
          { heading: say('batch.often'), shrinks: true },
        ],
        rows: groups.map((group) => [
          { text: wording.groupName(by, group) + smallMark(group, wording) },
          { text: String(group.calls) },
          wording.mean(group.mean),
          wording.standing(group.standing),
          { text: wording.share(group.upheld).text },
          {
            text:
              group.findings[0] === undefined
                ? '–'
                : say('batch.times', {
                    words: naming.criterion(group.findings[0].criterion),
                    calls: group.findings[0].count,
                  }),
          },
        ]),
      },
      ...(beyond === 0 ? [] : [{ kind: 'paragraph' as const, text: say('batch.beyond', { calls: beyond }) }]),
    ],
  };
}
