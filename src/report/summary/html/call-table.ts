/** Lists of calls on a page. */
import { scoreText } from '../../figures.ts';
import { gravestVerdict } from '../../../result/gravest-verdict.ts';
import type { Markup } from '../../html/markup.ts';
import { visible } from '../../visible.ts';
import type { BatchCell } from '../section.ts';
import type { ShownCall } from '../shown-call.ts';
import type { BatchWording } from '../wording.ts';
import { tableMarkup, type LinkOf } from './block-markup.ts';

/** A call and its number. */
export interface NumberedCall {
  readonly number: number;
  readonly record: ShownCall;
}

const tones = {
  upheld: 'bad',
  'partly-upheld': 'unsure',
  'not-upheld': 'good',
  'insufficient-evidence': 'soft',
} as const;

/** The calls with their numbers, lowest scores first, those without one last; then in the order of the input. */
export function worstFirst(records: readonly ShownCall[]): readonly NumberedCall[] {
  return records
    .map((record, index) => ({ number: index + 1, record }))
    .sort((a, b) => (a.record.total ?? 101) - (b.record.total ?? 101) || a.number - b.number);
}

/** A table of calls; with `anchored`, each row can be linked to as `#c-` and its number. */
export function callTable(
  calls: readonly NumberedCall[],
  wording: BatchWording,
  { linkOf, anchored }: { readonly linkOf: LinkOf; readonly anchored: boolean },
): Markup {
  const { say } = wording;
  return tableMarkup(
    [
      { heading: say('label.call'), className: '' },
      { heading: say('label.score'), className: 'right' },
      { heading: say('label.grade'), className: '' },
      { heading: say('label.verdict'), className: '' },
      { heading: say('label.agent'), className: '' },
      { heading: say('label.date'), className: '' },
      { heading: say('batch.not-met'), className: 'wraps wide' },
    ],
    calls.map((call) => ({
      ...(anchored ? { id: `c-${call.number}` } : {}),
      cells: cellsOf(call, wording),
    })),
    linkOf,
  );
}

/** The worst ones; the case report has all. */
const findingsNamed = 3;

function cellsOf({ number, record }: NumberedCall, wording: BatchWording): readonly BatchCell[] {
  const { agent, findings, grade, startedAt, total, verdicts } = record;
  const verdict = gravestVerdict(verdicts)?.verdict;
  const who = agent?.name ?? agent?.id;
  const worst = findings[0]?.severity;
  return [
    wording.call({ number, id: record.id }),
    { text: scoreText(total) },
    { text: visible(grade ?? '–') },
    verdict === undefined ? { text: '–' } : { text: wording.say(`verdict.${verdict}`), tone: tones[verdict] },
    { text: who === undefined ? '–' : visible(who) },
    { text: startedAt === undefined ? '–' : visible(startedAt.slice(0, 16).replace('T', ' ')) },
    {
      text:
        findings.length === 0
          ? '–'
          : [
              ...findings.slice(0, findingsNamed).map(({ criterion }) => wording.naming.criterion(criterion)),
              ...(findings.length > findingsNamed
                ? [wording.say('batch.more', { n: findings.length - findingsNamed })]
                : []),
            ].join(wording.say('punctuation.titles')),
      ...(worst === 'fatal' || worst === 'critical' ? { tone: 'bad' as const } : {}),
    },
  ];
}
