/** Part 2 of a case report: what happened, a line a step, and the customer's mood over it. */
import type { StoryStep } from '../../result/result.ts';
import { timeText } from '../figures.ts';
import type { Block, MoodCurve, Place, StoryLine, Tone } from './block.ts';
import { eventWords } from './event-words.ts';
import type { CaseView } from './view.ts';

const answerTones: Readonly<Record<NonNullable<StoryStep['answer']>['kind'], Tone>> = {
  settled: 'good',
  'went-along': 'plain',
  declined: 'bad',
  upset: 'bad',
  angrier: 'bad',
  threatened: 'bad',
};

/** The blocks of the part. */
export function storyOf(view: CaseView): readonly Block[] {
  const { story } = view.audit.case;
  const curve = moodOf(view);
  return [
    story.length === 0
      ? { kind: 'paragraph', text: view.say('audit.no-story'), muted: true }
      : { kind: 'story', lines: story.map((step) => lineOf(step, view)) },
    ...(curve === undefined ? [] : [{ kind: 'mood', curve } as const]),
  ];
}

function lineOf(step: StoryStep, view: CaseView): StoryLine {
  const { say } = view;
  const { call, turn, start, by, moments, event, quote, answer } = step;
  const place = view.place(turn, { start, call });
  // An event is told by its own words; it happens after a turn and is nobody's talk.
  const who = event === undefined && by !== 'system' ? speakerOf(place, by, view) : '';
  return {
    turn: place.turn === undefined ? `${call + 1}:${turn}` : String(turn),
    time: start === undefined ? '' : timeText(start),
    who,
    side: by === 'agent' || by === 'customer' ? by : 'other',
    place,
    what:
      event === undefined
        ? view.titles(distinct(step, view).map(view.deed))
        : eventWords(event, view, { time: false }),
    ...(quote === undefined ? {} : { quote: view.quoted(quote) }),
    grounds: place.turn === undefined ? [] : groundsAt(turn, moments, view),
    ...(answer === undefined
      ? {}
      : {
          answer: {
            tone: answerTones[answer.kind],
            word: say(`answer.${answer.kind}`),
            quote: { place: view.place(answer.turn, { call }), words: view.quoted(answer.quote) },
          },
        }),
  };
}

/** The moments of a step without those in whose words a more telling one was found: one sentence is one deed. */
function distinct({ call, turn, moments }: StoryStep, { audit, own }: CaseView): readonly string[] {
  if (call !== own) return moments;
  const spansOf = (id: string) =>
    audit.moments.filter((one) => one.id === id && one.turn === turn).map(({ span }) => span);
  return moments.filter((id, index) => {
    const before = moments.slice(0, index).flatMap(spansOf);
    const spans = spansOf(id);
    return (
      spans.length === 0 ||
      spans.some((span) => !before.some((other) => other[0] < span[1] && span[0] < other[1]))
    );
  });
}

/** In another call of the case only the side is known. */
function speakerOf({ turn }: Place, by: Exclude<StoryStep['by'], 'system'>, view: CaseView): string {
  return (turn === undefined ? undefined : view.speaker(turn)) ?? view.say(`speaker.${by}`);
}

/** The numbers of the grounds that rest on one of these moments in this turn. */
function groundsAt(turn: number, moments: readonly string[], { findings }: CaseView): readonly number[] {
  return findings.flatMap(({ evidence }, index) =>
    evidence.some((each) => each.turn === turn && moments.includes(each.moment)) ? [index + 1] : [],
  );
}

function moodOf(view: CaseView): MoodCurve | undefined {
  const { say } = view;
  const { mood, transcript } = view.audit.case;
  const [first] = mood;
  const last = mood.at(-1);
  if (first === undefined || last === undefined || mood.length < 2) return undefined;
  const worst = mood.reduce((low, point) => (point.value < low.value ? point : low), first);
  const findings = [
    ...new Set(view.findings.flatMap(({ evidence }) => evidence.map(({ turn }) => turn))),
  ].sort((a, b) => a - b);
  return {
    title: say('label.mood'),
    summary: say('mood.summary', {
      from: first.turn,
      to: last.turn,
      lowest: worst.turn,
      first: valueText(first.value),
      last: valueText(last.value),
      worst: valueText(worst.value),
    }),
    good: say('mood.good'),
    bad: say('mood.bad'),
    axis: say('mood.axis'),
    ...(findings.length === 0 ? {} : { legend: say('mood.findings') }),
    turns: Math.max(transcript.length, last.turn + 1),
    points: mood.map(({ turn, value }) => ({
      turn,
      value,
      label: `${say('audit.turn', { turn })}${say('punctuation.colon')}${valueText(value)}`,
    })),
    findings,
  };
}

/** With a sign and one decimal; `0` where it rounds to nothing. */
function valueText(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  return tenths === 0 ? '0' : `${value < 0 ? '−' : '+'}${(tenths / 10).toFixed(1)}`;
}
