/** Quotes: moments as a report shows them, with their words as these may be shown. */
import type { Call } from '../call/call.ts';
import { timeAt } from '../call/placed-words.ts';
import type { Span } from '../call/stretch.ts';
import type { Detected } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import { maskTurns } from '../result/redact.ts';
import type { Evidence, MomentResult } from '../result/result.ts';
import { sentenceAround } from '../text/sentence-around.ts';

/** Quotes from one call. */
export interface Quoting {
  /** The text of each turn as it may be shown, offsets as in the original. */
  readonly texts: readonly string[];
  readonly evidence: (moment: Moment) => Evidence;
  readonly moment: (moment: Moment) => MomentResult;
  /** The sentence that the first words of a moment stand in. */
  readonly sentence: (moment: Moment) => string;
}

/** Prepares the quotes of a call; with `redact`, personal data in them is masked. */
export function quotingOf(detected: Detected, redact: boolean): Quoting {
  const { call } = detected;
  const texts = redact ? maskTurns(maskable(detected)) : call.turns.map(({ text }) => text);
  const quote = ({ turn, start, end }: Span): string => texts[turn]!.slice(start, end);
  return {
    texts,
    evidence: (moment) => evidenceOf(moment, call, quote),
    moment: (moment) => momentOf(moment, quote),
    sentence: ({ parts: [span] }) => {
      const { start, end } = sentenceAround(call.turns[span.turn]!.text, span.start, span.end);
      return quote({ turn: span.turn, start, end });
    },
  };
}

function maskable({
  call,
  stretches,
}: Detected): readonly { readonly text: string; readonly stretch: number }[] {
  return stretches.flatMap(({ index, firstTurn, lastTurn }) =>
    call.turns.slice(firstTurn, lastTurn + 1).map(({ text }) => ({ text, stretch: index })),
  );
}

function evidenceOf(moment: Moment, call: Call, quote: (span: Span) => string): Evidence {
  const [span] = moment.parts;
  const start = timeAt(call.turns[span.turn]!, span.start);
  return {
    moment: moment.id,
    turn: span.turn,
    span: [span.start, span.end],
    quote: quote(span),
    ...(start === undefined ? {} : { start }),
    ...partsOf(moment, quote),
    ...(moment.participant === undefined ? {} : { participant: moment.participant }),
  };
}

function momentOf(moment: Moment, quote: (span: Span) => string): MomentResult {
  const [span] = moment.parts;
  return {
    id: moment.id,
    turn: span.turn,
    speaker: moment.speaker,
    span: [span.start, span.end],
    quote: quote(span),
    ...partsOf(moment, quote),
  };
}

function partsOf(
  { parts }: Moment,
  quote: (span: Span) => string,
): { readonly parts?: NonNullable<Evidence['parts']> } {
  if (parts.length === 1) return {};
  return {
    parts: parts.map((span) => ({
      turn: span.turn,
      span: [span.start, span.end] as const,
      quote: quote(span),
    })),
  };
}
