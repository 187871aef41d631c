/** Part 3 of a case report: what is held against whom, on which words, and what speaks for the agent. */
import type { CriterionResult, Evidence } from '../../result/result.ts';
import type { Block, Ground, Place } from './block.ts';
import { protocolsOf } from './protocol.ts';
import type { CaseView } from './view.ts';

/** So many mitigating words stand beside one ground; the rest stand under them all. */
const mostBeside = 2;
/** So many quotes show a finding that decides nothing. */
const mostBrief = 2;

/** The blocks of the part. */
export function groundsOf(view: CaseView): readonly Block[] {
  const { findings, say } = view;
  const mitigation = findings.map((finding) => (isBrief(finding, view) ? [] : mitigating(finding, view)));
  const grounds = findings.map((finding, index) => groundOf(finding, index + 1, mitigation[index]!, view));
  const deciding = grounds.filter(({ decides }) => decides !== undefined);
  const others = grounds.filter(({ decides }) => decides === undefined);
  const shown = new Set(mitigation.flat());
  const rest = view.audit.case.mitigation.filter((each) => !shown.has(each));
  return [
    ...(grounds.length === 0
      ? [{ kind: 'paragraph', text: say('audit.no-findings'), muted: true } as const]
      : []),
    ...(deciding.length === 0 ? [] : [{ kind: 'grounds', grounds: deciding } as const]),
    ...(others.length === 0
      ? []
      : [
          { kind: 'heading', text: say('grounds.also') } as const,
          { kind: 'grounds', grounds: others } as const,
        ]),
    ...(rest.length === 0
      ? []
      : [
          { kind: 'heading', text: say('grounds.mitigation') } as const,
          { kind: 'quotes', quotes: view.quotes(rest) } as const,
        ]),
    ...protocolsOf(view),
  ];
}

/** What stands before the words that are held against the agent, nearest last: the customer's abuse and the like. */
function mitigating({ id, evidence, searched }: CriterionResult, view: CaseView): readonly Evidence[] {
  const { transcript, mitigation } = view.audit.case;
  const said = evidence.some(({ turn }) => transcript[turn]?.speaker === 'agent');
  // What was left unsaid and decides nothing needs no excuse.
  if (!said && !view.decides(id)) return [];
  const until = evidence.at(-1)?.turn ?? searched?.turns[1];
  if (until === undefined) return [];
  const held = new Set(evidence.map(({ turn, span }) => `${turn}:${span[0]}`));
  return mitigation
    .filter(({ turn, span }) => turn <= until && !held.has(`${turn}:${span[0]}`))
    .slice(-mostBeside);
}

/** What decides nothing and is not grave is told in short: a long list hides what matters. */
function isBrief({ id, severity }: CriterionResult, view: CaseView): boolean {
  return severity === 'ordinary' && !view.decides(id);
}

function groundOf(
  finding: CriterionResult,
  number: number,
  mitigation: readonly Evidence[],
  view: CaseView,
): Ground {
  const { naming, say } = view;
  const { id, severity, evidence, searched, say: instead } = finding;
  const brief = isBrief(finding, view);
  const why = brief ? undefined : naming.why(id);
  const place = sayAt(finding, view);
  const quotes = view.quotes(evidence);
  const occasion = searched?.occasion;
  const shown = brief ? quotes.slice(0, mostBrief) : quotes;
  return {
    number,
    title: `${naming.criterion(id)}${say('punctuation.colon')}${say('outcome.not-met')}`,
    severity,
    severityWord: say(`severity.${severity}`),
    ...(view.decides(id) ? { decides: say('grounds.decides') } : {}),
    // What was not said has no words of its own: those that called for it show where it was due.
    quotes:
      occasion === undefined
        ? shown
        : [{ ...view.quote(occasion), label: say('grounds.occasion') }, ...shown],
    // Where there are words to show, what was not found decides nothing more.
    ...(searched === undefined || (brief && quotes.length > 0)
      ? {}
      : { searched: searchedWords(searched.turns, view) }),
    ...(why === undefined ? {} : { why }),
    mitigation: view.quotes(mitigation),
    ...(instead === undefined
      ? {}
      : { say: { words: view.quoted(instead), ...(place === undefined ? {} : { place }) } }),
  };
}

function searchedWords([from, to]: readonly [number, number], { say }: CaseView): string {
  return from === to ? say('audit.searched-one', { from }) : say('audit.searched', { from, to });
}

/** Where it could have been said: the turn that is quoted, or the agent's turns of those searched. */
function sayAt({ evidence, searched }: CriterionResult, view: CaseView): Place | undefined {
  const { transcript } = view.audit.case;
  const { say } = view;
  if (searched === undefined) {
    const turn = evidence.find((each) => transcript[each.turn]?.speaker === 'agent')?.turn;
    return turn === undefined ? undefined : { text: say('audit.turn', { turn }), turn };
  }
  const [from, to] = searched.turns;
  const turns = transcript.filter(({ speaker, turn }) => speaker === 'agent' && turn >= from && turn <= to);
  const [first, last] = [turns[0]?.turn, turns.at(-1)?.turn];
  if (first === undefined) return undefined;
  return {
    text:
      first === last ? say('audit.turn', { turn: first }) : say('audit.turns', { turns: `${first}–${last}` }),
    turn: first,
  };
}
