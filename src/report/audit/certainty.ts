/** Part 7 of a case report: how sure it is, and what was not judged at all. */
import type { Caveat } from '../../result/result.ts';
import { speakerPairs } from '../../result/speaker-pairs.ts';
import { sayId } from '../../result/words.ts';
import { shareText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { Block, ListItem } from './block.ts';
import type { CaseView } from './view.ts';

/** So many turns are named for one caveat. */
const mostTurns = 12;

/** The blocks of the part. */
export function certaintyOf(view: CaseView): readonly Block[] {
  const { audit, say } = view;
  const { coverage } = audit.score;
  const unjudged = notEvaluated(view);
  return [
    {
      kind: 'list',
      items: [
        ...(audit.review ?? []).map((reason) => ({
          text: say('certainty.review', { why: visible(sayId('review', reason, view.language)) }),
        })),
        ...nameSpeakers(view),
        ...(unjudged === undefined ? [] : [unjudged]),
        ...audit.case.caveats
          .filter(({ id }) => id !== 'not-evaluated')
          .map((caveat) => ({ text: caveatWords(caveat, view) })),
        { text: say('certainty.coverage', { share: shareText(Math.round(coverage * 10_000), 10_000) }) },
      ],
    },
  ];
}

/** How to name the speakers, where that is what is missing. */
function nameSpeakers({ audit, say }: CaseView): readonly ListItem[] {
  if (audit.review?.includes('speakers-unknown') !== true) return [];
  const pairs = speakerPairs(audit.case.transcript);
  return [
    {
      text:
        pairs === undefined
          ? say('certainty.label-turns')
          : say('certainty.name-speakers', { pairs: visible(pairs) }),
    },
  ];
}

/**
 * The criteria of the scorecard that were not evaluated, and those that a caveat names unless nothing at all was
 * evaluated; one line a reason.
 */
function notEvaluated(view: CaseView): ListItem | undefined {
  const { audit, naming } = view;
  const nothing = audit.criteria.every(
    ({ section, outcome }) => section === undefined || outcome === 'not-evaluated',
  );
  const named = new Set(
    nothing
      ? []
      : audit.case.caveats.flatMap(({ id, criteria = [] }) => (id === 'not-evaluated' ? criteria : [])),
  );
  const byReason = new Map<string | undefined, string[]>();
  for (const { id, outcome, section, reason } of audit.criteria) {
    if (outcome !== 'not-evaluated' || (section === undefined && !named.has(id))) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), naming.criterion(id)]);
  }
  const items = [...byReason].map(([reason, titles]) =>
    [
      view.titles(titles),
      ...(reason === undefined ? [] : [visible(sayId('reason', reason, view.language))]),
    ].join(view.say('punctuation.colon')),
  );
  return items.length === 0 ? undefined : { text: view.say('caveat.not-evaluated'), items };
}

function caveatWords({ id, criteria = [], turns = [], confidence }: Caveat, view: CaseView): string {
  const { say } = view;
  const shown = view.list(turns.slice(0, mostTurns).map(String));
  const about = [
    ...(turns.length === 0
      ? []
      : [
          turns.length === 1
            ? say('audit.turn', { turn: shown })
            : say('audit.turns', { turns: turns.length > mostTurns ? `${shown} …` : shown }),
        ]),
    ...(criteria.length === 0 ? [] : [view.titles(criteria.map((each) => view.naming.criterion(each)))]),
    ...(confidence === undefined
      ? []
      : [say('certainty.confidence', { share: shareText(Math.round(confidence * 100), 100) })]),
  ];
  const aside =
    about.length === 0 ? '' : say('punctuation.aside', { words: about.join(say('punctuation.comma')) });
  return say(`caveat.${id}`) + aside + say('punctuation.stop');
}
