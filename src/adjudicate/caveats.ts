/** What limits how sure a case report is. */
import type { Call } from '../call/call.ts';
import { hasUnsureWords } from '../call/unsure-words.ts';
import type { Detected } from '../detect/detected.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { CasePlan } from '../pack/model/case-plan.ts';

export interface CaveatFound {
  readonly id:
    | 'not-evaluated'
    | 'words-unsure'
    | 'speakers-inferred'
    | 'speakers-unknown'
    | 'gap'
    | 'cut-start'
    | 'cut-end'
    | 'no-timings'
    | 'voice-not-judged'
    | 'truth-not-judged';
  readonly criteria?: readonly string[];
  readonly turns?: readonly number[];
  /** 0 to 1. */
  readonly confidence?: number;
}

/** A silence longer than this, in milliseconds, that no hold explains, is a hole in the transcript. */
const longestSilence = 60_000;

/**
 * What is not known of a call, in the order of the ids above. That the voice and the truth of what was said were not
 * judged is always among it. Without a plan nothing is said of a beginning or an end that was cut.
 */
export function caveatsOf(
  detected: Detected,
  outcomes: readonly Outcome[],
  plan: Pick<CasePlan, 'bounds'> | undefined,
): readonly CaveatFound[] {
  const { call } = detected;
  const open = outcomes.filter(({ outcome }) => outcome === 'not-evaluated').map((one) => one.criterion);
  const turnsWhere = (holds: (turn: Call['turns'][number]) => boolean): readonly number[] =>
    call.turns.flatMap((turn, index) => (holds(turn) ? [index] : []));
  const unsure = turnsWhere(hasUnsureWords);
  const unknown = turnsWhere(({ speaker, text }) => speaker === 'unknown' && text.trim() !== '');
  const gaps = gapsIn(call);
  const last = call.turns.length - 1;
  return [
    ...(open.length > 0 ? [{ id: 'not-evaluated', criteria: open } as const] : []),
    ...(unsure.length > 0 ? [{ id: 'words-unsure', turns: unsure } as const] : []),
    ...(call.roles ? [{ id: 'speakers-inferred', confidence: call.roles.confidence } as const] : []),
    ...(unknown.length > 0 ? [{ id: 'speakers-unknown', turns: unknown } as const] : []),
    ...(gaps.length > 0 ? [{ id: 'gap', turns: gaps } as const] : []),
    ...(plan && isStartCut(detected, plan) ? [{ id: 'cut-start', turns: [0] } as const] : []),
    ...(plan && isEndCut(detected, plan) ? [{ id: 'cut-end', turns: [last] } as const] : []),
    ...(call.turns.every(({ start }) => start === undefined) ? [{ id: 'no-timings' } as const] : []),
    { id: 'voice-not-judged' },
    { id: 'truth-not-judged' },
  ];
}

/** The turns before a silence that nothing explains, and those after which time runs backwards. */
function gapsIn({ turns, events = [] }: Call): readonly number[] {
  return turns.flatMap((turn, index) => {
    const next = turns[index + 1];
    if (next?.start === undefined) return [];
    const { start, end } = turn;
    if (start !== undefined && next.start < start) return [index];
    if (end === undefined || next.start - end <= longestSilence) return [];
    const before = events.filter(({ afterTurn }) => afterTurn <= index);
    const isHeld = before.findLast(({ kind }) => kind === 'hold' || kind === 'resume')?.kind === 'hold';
    const explained = before.some(({ kind, afterTurn }) => afterTurn === index && kind !== 'disconnect');
    return isHeld || explained ? [] : [index];
  });
}

/** Words that go on with what was said before. */
const goesOn =
  /^\s*(?:[,，、;；…]|\.{2,}|(?:and|but|because|or|which|than|cause|cos)\b(?!\s*(?:hello|hi)\b)|(?:然后|但是|可是|而且|所以说|因为|不过|还有就是|的话))/iu;

/** A call that begins with nobody's greeting and in the middle of a sentence. */
function isStartCut({ call, moments }: Detected, { bounds }: Pick<CasePlan, 'bounds'>): boolean {
  const first = call.turns[0]?.text.trim() ?? '';
  const greeted = moments.some(({ id, parts }) => bounds.begins.includes(id) && parts[0].turn <= 2);
  if (greeted || first === '') return false;
  // A small letter says something only where others are capital.
  const writesCapitals = call.turns.slice(1).some(({ text }) => /^\s*\p{Lu}/u.test(text));
  return goesOn.test(first) || (writesCapitals && /^\p{Ll}/u.test(first));
}

/** A call whose end is not on record: nobody hung up, said goodbye or was content in the last words of either side. */
function isEndCut({ call, stretches, moments }: Detected, { bounds }: Pick<CasePlan, 'bounds'>): boolean {
  if (stretches.length === 0 || call.channel === 'email') return false;
  if (call.events?.some(({ kind }) => kind === 'disconnect')) return false;
  const lastOf = (side: string): number => stretches.findLast(({ speaker }) => speaker === side)?.index ?? -1;
  const ends = [lastOf('agent'), lastOf('customer')];
  return !moments.some(({ id, stretch }) => bounds.ends.includes(id) && ends.includes(stretch));
}
