/** The example dialogues of criteria: a line a turn, `agent: …`, `customer: …`, `bot: …`, or an event or a note in brackets. */
import type { CallEvent, EventKind, Note, Speaker } from '../call/call.ts';
import type { Failure } from '../call/failure.ts';
import { didYouMean } from './issues.ts';
import type { CriterionExample } from './model/criterion.ts';
import { failureAt } from './source.ts';
import type { WrittenLine } from './written-lines.ts';

const SPEAKERS: readonly Speaker[] = ['agent', 'customer', 'bot'];
const EVENTS: Readonly<
  Record<string, { readonly kind: EventKind; readonly by?: NonNullable<CallEvent['by']> }>
> = {
  hold: { kind: 'hold' },
  resume: { kind: 'resume' },
  transfer: { kind: 'transfer' },
  'disconnect agent': { kind: 'disconnect', by: 'agent' },
  'disconnect customer': { kind: 'disconnect', by: 'customer' },
  'disconnect system': { kind: 'disconnect', by: 'system' },
};
/** Seconds may stand before the label: `12.5-14 agent: …`. */
const LINE =
  /^(?:(?<from>\d+(?:\.\d+)?)-(?<to>\d+(?:\.\d+)?)\s+)?(?<label>[^:：\s]+)\s*[:：]\s*(?<said>.*)$/s;
const EVENT_HINT = `An event is one of ${Object.keys(EVENTS)
  .map((event) => `[${event}]`)
  .join(', ')}.`;
const TURN_HINT =
  'A line begins with `agent:`, `customer:` or `bot:`, or is an event such as [hold], or a note: [note Called back.].';

/** The dialogue of some lines. A dialogue has at least one turn; blank lines are nothing. */
export function parseDialogue(lines: readonly WrittenLine[]): {
  readonly example: CriterionExample;
  readonly failures: readonly Failure[];
} {
  const turns: { speaker: Speaker; text: string; start?: number; end?: number }[] = [];
  const events: CallEvent[] = [];
  const notes: Note[] = [];
  const failures: Failure[] = [];
  for (const { text: written, origin } of lines) {
    const text = written.trim();
    if (text === '') continue;
    const column = origin.column + written.length - written.trimStart().length;
    const problem = (message: string, hint: string): void => {
      failures.push(failureAt({ ...origin, column }, message, { code: 'example-dialogue', hint }));
    };
    const note = /^\[note\s+(?<note>[^\]]+)\]$/.exec(text)?.groups?.['note'];
    if (note !== undefined) {
      notes.push({ text: note });
      continue;
    }
    const event = /^\[(?<event>[^\]]*)\]$/.exec(text)?.groups?.['event'];
    if (event !== undefined) {
      const known = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
      if (known === undefined) problem(`Unknown event [${event}].`, EVENT_HINT);
      else events.push({ ...known, afterTurn: turns.length - 1 });
      continue;
    }
    const label = LINE.exec(text)?.groups;
    const speaker = SPEAKERS.find((name) => name === label?.['label']);
    if (label === undefined) problem('This line of a dialogue names no speaker.', TURN_HINT);
    else if (speaker === undefined) {
      problem(`Unknown speaker \`${label['label']}\`.`, didYouMean(label['label']!, SPEAKERS) ?? TURN_HINT);
    } else if (label['said'] === '') problem(`The ${speaker} says nothing here.`, TURN_HINT);
    else turns.push({ speaker, text: label['said']!, ...timesOf(label) });
  }
  if (turns.length === 0 && failures.length === 0 && lines[0] !== undefined) {
    failures.push(
      failureAt(lines[0].origin, 'This dialogue has no turn.', { code: 'example-dialogue', hint: TURN_HINT }),
    );
  }
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .trimEnd();
  return { example: { text, turns, events, ...(notes.length === 0 ? {} : { notes }) }, failures };
}

/** Milliseconds of the seconds before a label. */
function timesOf({ from, to }: Readonly<Record<string, string | undefined>>): {
  readonly start?: number;
  readonly end?: number;
} {
  return from === undefined
    ? {}
    : { start: Math.round(Number(from) * 1000), end: Math.round(Number(to) * 1000) };
}
