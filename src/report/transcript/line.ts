/** What one line of a written transcript may hold. */
import type { CallEvent } from '../../call/call.ts';

/** A text in one line: line breaks and controls become a space. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]*[\r\n\p{Cc}][\s\p{Cc}]*/gu, ' ').trim();
}

/** `00:01:02.345`, or with another sign before the milliseconds. */
export function clock(milliseconds: number, sign: '.' | ',' = '.'): string {
  const whole = Math.round(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(whole / 1000);
  const fraction = String(whole % 1000).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${sign}${fraction}`;
}

/** An event in the words that are read back as it; details other than of a hold's length and a transfer's target are left out. */
export function eventWords({ kind, by, detail = '' }: CallEvent): string {
  const clean = inOneLine(detail)
    .replaceAll(/[[\]()（）【】［］〔〕]/gu, ' ')
    .trim()
    .slice(0, 40);
  const who = by === undefined ? '' : ` by ${by}`;
  switch (kind) {
    case 'hold':
      return /^\d/u.test(clean) ? `hold${who}: ${clean}` : `hold${who}`;
    case 'resume':
      return `resume${who}`;
    case 'disconnect':
      return `disconnect${who}`;
    case 'transfer': {
      const target = clean === '' ? '' : ` to ${clean}`;
      return by === undefined ? `transfer${target}` : `${by} transfers${target}`;
    }
  }
}

/** The events of a call by the turn that they came after. */
export function eventsAfter(events: readonly CallEvent[] = []): (turn: number) => readonly CallEvent[] {
  const after = new Map<number, CallEvent[]>();
  for (const event of events) {
    const others = after.get(event.afterTurn);
    if (others === undefined) after.set(event.afterTurn, [event]);
    else others.push(event);
  }
  return (turn) => after.get(turn) ?? [];
}
