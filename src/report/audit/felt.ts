/** Part 4 of a case report: the four things that the customer should have felt. */
import type { Block } from './block.ts';
import type { CaseView } from './view.ts';

/** So many quotes show that a thing was felt. */
const mostQuotes = 3;

/** The blocks of the part. */
export function feltOf(view: CaseView): readonly Block[] {
  const { say } = view;
  // Of words whose speaker is unknown nobody can say that the agent did not say them.
  const cannotTell = view.audit.review?.includes('speakers-unknown') === true;
  return [
    {
      kind: 'checks',
      cards: true,
      checks: view.audit.case.felt.map(({ id, felt, evidence }) => ({
        title: say(`felt.${id}`),
        tone: felt ? 'good' : cannotTell ? 'unsure' : 'bad',
        word: say(felt ? 'felt.yes' : cannotTell ? 'felt.unknown' : 'felt.no'),
        details: evidence.length === 0 && !cannotTell ? [say('felt.nowhere')] : [],
        quotes: view.quotes(evidence).slice(0, mostQuotes),
      })),
    },
  ];
}
