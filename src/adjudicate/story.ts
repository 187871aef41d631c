/** The story of a call: what the customer wanted, what the agent did, how the customer took it, how it ended. */
import type { CallEvent, Speaker } from '../call/call.ts';
import type { Detected, DetectedStretch } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import type { AnswerKind, CasePlan } from '../pack/model/case-plan.ts';

/** How the customer took what the agent did: on which moment, or in which turn they only went along. */
export type Answer =
  | { readonly kind: AnswerKind; readonly moment: Moment }
  | { readonly kind: 'went-along'; readonly turn: number };

/** One step; an event has no moments. */
export type Step =
  | {
      readonly turn: number;
      readonly by: Speaker;
      readonly participant: string | undefined;
      /** Most telling first, of each id the first. */
      readonly moments: readonly [Moment, ...Moment[]];
      readonly answer?: Answer;
    }
  | { readonly turn: number; readonly event: CallEvent };

/**
 * The steps of a call, in its order: one for each agent stretch with a telling moment, with the customer's answer (what
 * they say before the agent's next stretch), once the customer has spoken; one for each customer stretch that tells something
 * that was not told before and is not the answer itself; one for each event.
 */
export function storyOf(
  { call, stretches, moments }: Detected,
  { story }: Pick<CasePlan, 'story'>,
): readonly Step[] {
  const told = new Set<string>();
  const answering = new Set<number>();
  const answers = new Set(story.answers.flatMap(({ said }) => said));
  let opened = false;
  const steps: Step[] = [];
  for (const stretch of stretches) {
    const own = moments.filter((moment) => moment.stretch === stretch.index);
    if (stretch.speaker === 'agent') {
      // A greeting that asks what it is about answers nothing yet.
      if (!opened) continue;
      const telling = inOrderOf(story.agent, own);
      if (telling === undefined) continue;
      const answer = answerTo(stretch.index, stretches, moments, story.answers);
      if (answer !== undefined && 'moment' in answer) answering.add(answer.moment.stretch);
      steps.push({ ...whoIn(telling), moments: telling, ...(answer && { answer }) });
    } else if (stretch.speaker === 'customer') {
      opened ||= !stretch.backchannel;
      // What stands in an answer was told with what it answers; the strongest of it gave the answer its kind.
      const answered = answering.has(stretch.index);
      const fresh = own.filter(({ id }) => !told.has(id) && !(answered && answers.has(id)));
      const telling = inOrderOf(story.customer, fresh);
      if (telling === undefined) continue;
      for (const { id } of telling) told.add(id);
      steps.push({ ...whoIn(telling), moments: telling });
    }
  }
  const events = (call.events ?? []).map((event): Step => ({
    turn: Math.max(0, Math.min(event.afterTurn, call.turns.length - 1)),
    event,
  }));
  const rank = (step: Step): number => ('event' in step ? step.event.afterTurn + 0.5 : step.turn);
  return [...steps, ...events].sort((a, b) => rank(a) - rank(b));
}

function whoIn([first]: readonly [Moment, ...Moment[]]) {
  return { turn: first.parts[0].turn, by: first.speaker, participant: first.participant };
}

/** Those of the moments that tell something, the most telling first. */
function inOrderOf(
  ids: readonly string[],
  moments: readonly Moment[],
): readonly [Moment, ...Moment[]] | undefined {
  const telling = ids.flatMap((id) => moments.find((moment) => moment.id === id) ?? []);
  const [first, ...others] = telling;
  return first === undefined ? undefined : [first, ...others];
}

function answerTo(
  agent: number,
  stretches: readonly DetectedStretch[],
  moments: readonly Moment[],
  answers: CasePlan['story']['answers'],
): Answer | undefined {
  const after = stretches.slice(agent + 1);
  const next = after.findIndex(({ speaker, backchannel }) => speaker === 'agent' && !backchannel);
  const customer = (next < 0 ? after : after.slice(0, next)).filter(({ speaker }) => speaker === 'customer');
  const said = moments.filter((moment) => customer.some(({ index }) => index === moment.stretch));
  for (const { kind, said: ids } of answers) {
    const moment = said.find(({ id }) => ids.includes(id));
    if (moment !== undefined) return { kind, moment };
  }
  const [first] = customer;
  return first !== undefined && customer.every(({ backchannel }) => backchannel)
    ? { kind: 'went-along', turn: first.firstTurn }
    : undefined;
}
