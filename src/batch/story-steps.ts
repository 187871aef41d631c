/** The story of a call as a case report shows it. */
import { storyOf, type Step } from '../adjudicate/story.ts';
import type { CallEvent, Call } from '../call/call.ts';
import type { CasePlan } from '../pack/model/case-plan.ts';
import type { StoryStep, TranscriptEvent } from '../result/result.ts';
import type { Evaluated } from './call-result.ts';
import type { Quoting } from './quoting.ts';

/** @param number which call of the case it is */
export function storySteps(
  { detected, quoting }: Pick<Evaluated, 'detected' | 'quoting'>,
  plan: CasePlan,
  number: number,
): readonly StoryStep[] {
  return storyOf(detected, plan).map((step) => stepResult(step, detected.call, quoting, number));
}

function stepResult(step: Step, { turns }: Call, quoting: Quoting, call: number): StoryStep {
  const { turn } = step;
  if ('event' in step) {
    const { event } = step;
    const at = event.at;
    return {
      call,
      turn,
      ...(at === undefined ? {} : { start: at }),
      by: event.by ?? 'unknown',
      moments: [],
      event: eventResult(event),
    };
  }
  const { by, participant, moments, answer } = step;
  const start = turns[turn]?.start;
  return {
    call,
    turn,
    ...(start === undefined ? {} : { start }),
    by,
    ...(participant === undefined ? {} : { participant }),
    moments: moments.map(({ id }) => id),
    quote: quoting.sentence(moments[0]),
    ...(answer === undefined
      ? {}
      : {
          answer: {
            kind: answer.kind,
            turn: 'moment' in answer ? answer.moment.parts[0].turn : answer.turn,
            quote: 'moment' in answer ? quoting.sentence(answer.moment) : quoting.texts[answer.turn]!.trim(),
          },
        }),
  };
}

/** An event as a report shows it. */
export function eventResult({ kind, afterTurn, by, detail, at }: CallEvent): TranscriptEvent {
  return {
    kind,
    afterTurn,
    ...(by === undefined ? {} : { by }),
    ...(detail === undefined ? {} : { detail }),
    ...(at === undefined ? {} : { at }),
  };
}
