/** The appendix of a case report: what was said, with its moments marked in place. */
import { timeText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { Block, CaseLine } from './block.ts';
import { eventWords } from './event-words.ts';
import { markedTurns } from './marked.ts';
import type { CaseView } from './view.ts';

/** The blocks of the appendix. */
export function transcriptOf(view: CaseView): readonly Block[] {
  return [{ kind: 'transcript', lines: linesOf(view), notes: view.audit.case.notes.map(visible) }];
}

function linesOf(view: CaseView): readonly CaseLine[] {
  const { audit, naming } = view;
  const marked = markedTurns(audit);
  const grounds = groundNumbers(view);
  const events = new Map<number, CaseLine[]>();
  for (const event of audit.case.events) {
    const line: CaseLine = { kind: 'event', words: eventWords(event, view) };
    const others = events.get(event.afterTurn);
    if (others === undefined) events.set(event.afterTurn, [line]);
    else others.push(line);
  }
  return [
    ...(events.get(-1) ?? []),
    ...audit.case.transcript.flatMap(({ turn, start, speaker }): CaseLine[] => [
      {
        kind: 'turn',
        number: turn,
        turn: String(turn),
        time: start === undefined ? '' : timeText(start),
        speaker: view.speaker(turn)!,
        side: speaker === 'agent' || speaker === 'customer' ? speaker : 'other',
        parts: marked.get(turn)!.map(({ text, mark, ends, covers }) => ({
          text,
          mark,
          tags: ends.map((id) => view.tag(id)),
          titles: covers.map((id) => naming.moment(id)),
          grounds: mark === 'against' ? ends.flatMap((id) => grounds.get(`${turn}:${id}`) ?? []) : [],
        })),
      },
      ...(events.get(turn) ?? []),
    ]),
  ];
}

/** The numbers of the grounds by the turn and moment that they rest on. */
function groundNumbers({ findings }: CaseView): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const [index, { evidence }] of findings.entries()) {
    for (const key of new Set(
      evidence.map(({ moment, turn, parts }) => `${parts?.at(-1)?.turn ?? turn}:${moment}`),
    )) {
      const others = numbers.get(key);
      if (others === undefined) numbers.set(key, [index + 1]);
      else others.push(index + 1);
    }
  }
  return numbers;
}
