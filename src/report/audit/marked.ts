/** A turn's words cut at the ends of its moments. */
import type { AuditResult } from '../../result/result.ts';
import { visible } from '../visible.ts';

/** A part of a turn. */
export interface MarkedPart {
  readonly text: string;
  /** `against`: a finding rests on these words; `found`: a moment like any other; `plain`: no moment. */
  readonly mark: 'plain' | 'found' | 'against';
  /** The ids of the moments that end here. */
  readonly ends: readonly string[];
  /** The ids of the moments that these words belong to. */
  readonly covers: readonly string[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly against: boolean;
  readonly id: string;
  /** False where the moment goes on in a later turn. */
  readonly last: boolean;
}

/** The parts of each turn, by its number; together they are the turn's text, free of control characters. */
export function markedTurns(audit: AuditResult): ReadonlyMap<number, readonly MarkedPart[]> {
  const marks = marksOf(audit);
  return new Map(
    audit.case.transcript.map(({ turn, text }) => [turn, partsOf(visible(text), marks.get(turn) ?? [])]),
  );
}

function marksOf(audit: AuditResult): ReadonlyMap<number, readonly Mark[]> {
  const key = (id: string, turn: number, span: readonly [number, number]) => `${turn}:${span[0]}:${id}`;
  const against = new Set(
    audit.criteria
      .filter(({ outcome }) => outcome === 'not-met')
      .flatMap(({ evidence }) => evidence.map(({ moment, turn, span }) => key(moment, turn, span))),
  );
  const marks = new Map<number, Mark[]>();
  for (const { id, turn, span, speaker, parts = [{ turn, span }] } of audit.moments) {
    const held = speaker === 'agent' && against.has(key(id, turn, span));
    for (const [index, part] of parts.entries()) {
      const mark: Mark = {
        start: part.span[0],
        end: part.span[1],
        against: held,
        id,
        last: index === parts.length - 1,
      };
      const others = marks.get(part.turn);
      if (others === undefined) marks.set(part.turn, [mark]);
      else others.push(mark);
    }
  }
  return marks;
}

function partsOf(text: string, marks: readonly Mark[]): readonly MarkedPart[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const offsets = [...cuts].sort((a, b) => a - b);
  return offsets.slice(1).map((end, index) => {
    const start = offsets[index]!;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      text: text.slice(start, end),
      mark: covering.some(({ against }) => against) ? 'against' : covering.length > 0 ? 'found' : 'plain',
      ends: covering.flatMap((mark) => (mark.end === end && mark.last ? [mark.id] : [])),
      covers: covering.map(({ id }) => id),
    };
  });
}
