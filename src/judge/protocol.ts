/** The form `protocol`: a call is ended by the agent only as the company's policy has it. */
import type { Detected, NotedStep } from '../detect/detected.ts';
import { compareMoments, type Moment } from '../detect/moment.ts';
import type { ProtocolCriterion } from '../pack/model/criterion.ts';
import type { Protocol, ProtocolGround, ProtocolStep } from '../pack/model/protocol.ts';
import { endingOf, type CallEnd } from './ending.ts';
import type { GroundCount, Outcome, ProtocolCourse, StepTaken, Warning } from './outcome.ts';
import type { Scene } from './scene.ts';
import { countFor, saidFor, warningSteps, type Count } from './strikes.ts';

/**
 * Judges a `protocol` criterion.
 *
 * - Steps that the criterion does not ask for are left out.
 * - Only an end by the agent on an unsettled call is judged (see `endingOf`): every other end is not applicable, and so
 *   is staying on the line past the strikes. Where the record leaves open who ended an unsettled call: not evaluated.
 * - Met where a ground stands (see `countFor`) and every step that it asks for was taken; not met where none stands,
 *   where the customer said one of `never`, or where a step is missing. A note proves that a step was taken, never that
 *   an offence was. Steps that come after the announcement leave no other trace than a note: where the transcript comes
 *   without any notes, they are unknown, and where nothing else is missing, not evaluated.
 * - Of several grounds that stand, the one with the fewest steps missing decides; of several that do not, the one that
 *   is nearest to it.
 * - The evidence of a miss is what was said to announce the end, or one of `never`; `searched` is the turn where the
 *   first missing step belonged, or the end.
 */
export function judgeProtocol(scene: Scene, criterion: ProtocolCriterion, detected: Detected): Outcome {
  const { id } = criterion;
  const protocol = protocolOf(criterion);
  const base = { criterion: id, share: 0, evidence: [] };
  const ids = protocol.grounds.map(({ offences }) => offences);
  if (scene.speakersUnknown(...ids, protocol.announced, protocol.settled.openedBy)) {
    return { ...base, outcome: 'not-evaluated', reason: 'speakers-unknown' };
  }
  const end = endingOf(scene, detected.call, protocol);
  const counts = protocol.grounds
    .filter(({ fragile }) => !fragile)
    .map((ground) =>
      countFor(ground, scene, protocol, (step) => notedFor(step, protocol, detected) !== undefined),
    );
  const tried = counts
    .filter(({ strikes }) => strikes.length > 0)
    .map((count) => ({ count, steps: stepsOf(count, scene, protocol, detected, end) }));
  const missing = (steps: readonly StepTaken[]): number =>
    steps.filter(({ state }) => state === 'missing').length;
  const own = ({ ground }: Count): boolean => scene.momentsOf(ground.offences).length > 0;
  // Sorting is stable: among equals the protocol's own order decides, gravest first as it is written.
  const [best] = tried
    .filter(({ count }) => count.stands || own(count))
    .toSorted(
      (a, b) =>
        Number(b.count.stands) - Number(a.count.stands) ||
        (a.count.stands ? missing(a.steps) - missing(b.steps) : nearness(b.count) - nearness(a.count)),
    );
  const judged = end.ending === 'hung-up';
  const steps = judged && best !== undefined ? best.steps : [];
  const course: ProtocolCourse = {
    protocol: protocol.id,
    ending: end.ending,
    ...(end.by === undefined ? {} : { endedBy: end.by }),
    grounds: groundsOf(scene, protocol, counts),
    warnings: best?.count.warnings ?? [],
    steps,
  };
  if (end.ending === 'unknown') {
    return { ...base, outcome: 'not-evaluated', reason: 'end-not-recorded', protocol: course };
  }
  if (!judged) return { ...base, outcome: 'not-applicable', protocol: course };

  const never = scene.momentsOf(protocol.never);
  const firstMissing = steps.find(({ state }) => state === 'missing');
  if (never.length > 0 || best === undefined || !best.count.stands || firstMissing !== undefined) {
    const turn = (never.length > 0 ? undefined : firstMissing?.turn) ?? end.turn;
    const evidence = never.length > 0 ? never : announcementsOf(scene, protocol);
    return {
      ...base,
      outcome: 'not-met',
      evidence,
      searched: { from: turn, to: turn },
      protocol: course,
    };
  }
  if (steps.some(({ state }) => state === 'unknown')) {
    return { ...base, outcome: 'not-evaluated', reason: 'notes-missing', protocol: course };
  }
  const { strikes, warnings } = best.count;
  const evidence = [
    ...strikes,
    ...warnings.flatMap(({ said }) => said),
    ...steps.flatMap(({ said }) => said),
  ];
  return {
    criterion: id,
    outcome: 'met',
    share: 1,
    evidence: [...new Set(evidence)].sort(compareMoments),
    protocol: course,
  };
}

const protocols = new WeakMap<ProtocolCriterion, Protocol>();

/** The protocol without some of its steps; a ground does not wait for a warning that is not asked for. */
function protocolOf(criterion: ProtocolCriterion): Protocol {
  const { protocol, without } = criterion;
  if (without.length === 0) return protocol;
  let rest = protocols.get(criterion);
  if (rest === undefined) {
    rest = { ...protocol, steps: protocol.steps.filter(({ id }) => !without.includes(id)) };
    protocols.set(criterion, rest);
  }
  return rest;
}

function nearness({ ground, strikes }: Count): number {
  return strikes.length / (ground.strikes ?? Infinity);
}

/** The notices that the call ends, of those that ended it: in the agent's last stretches. */
function announcementsOf(scene: Scene, { announced }: Protocol): readonly Moment[] {
  const last = scene.stretches.filter((stretch) => scene.counts(stretch, 'agent')).slice(-2);
  return scene.momentsOf(announced).filter(({ stretch }) => last.some(({ index }) => index === stretch));
}

function notedFor({ id }: ProtocolStep, protocol: Protocol, { noted = [] }: Detected): NotedStep | undefined {
  return noted.find((one) => one.protocol === protocol.id && one.step === id);
}

function groundsOf(scene: Scene, protocol: Protocol, counts: readonly Count[]): readonly GroundCount[] {
  return protocol.grounds.flatMap((ground: ProtocolGround): readonly GroundCount[] => {
    const [first, ...others] = scene.momentsOf(ground.offences);
    if (first === undefined) return [];
    const count = counts.find((one) => one.ground === ground);
    return [
      {
        id: ground.id,
        strikes: count?.strikes.length ?? new Set([first, ...others].map(({ stretch }) => stretch)).size,
        needed: ground.strikes ?? 0,
        stands: count?.stands ?? false,
        fragile: ground.fragile,
        evidence: [first, ...others],
      },
    ];
  });
}

/** What a ground asks for, and what of it was done. */
function stepsOf(
  count: Count,
  scene: Scene,
  protocol: Protocol,
  detected: Detected,
  end: CallEnd,
): readonly StepTaken[] {
  const due = warningSteps(protocol, count.ground);
  const given = assigned(due, count.warnings);
  const announcing = protocol.steps.findLastIndex(({ moments }) =>
    moments.flat().some((id) => protocol.announced.includes(id)),
  );
  return protocol.steps
    .filter((step) => !step.warning || due.includes(step))
    .map((step): StepTaken => {
      if (step.warning) {
        const number = due.indexOf(step);
        return warningTaken(
          step,
          given[number],
          count.strikes[number],
          scene,
          notedFor(step, protocol, detected),
        );
      }
      const afterCall = protocol.steps.indexOf(step) > announcing;
      return closingTaken(step, count, scene, protocol, detected, end, afterCall);
    });
}

/** Which warning is which of the steps that were due: in order where there are enough, else each by its own words. */
function assigned(
  due: readonly ProtocolStep[],
  warnings: readonly Warning[],
): readonly (Warning | undefined)[] {
  if (warnings.length >= due.length) return warnings;
  const given: (Warning | undefined)[] = due.map(() => undefined);
  for (const warning of warnings) {
    const own = due.findIndex(({ id }) => id === warning.step);
    const free = own >= 0 && given[own] === undefined ? own : given.indexOf(undefined);
    given[free] = warning;
  }
  return given;
}

function warningTaken(
  { id }: ProtocolStep,
  warning: Warning | undefined,
  strike: Moment | undefined,
  scene: Scene,
  noted: NotedStep | undefined,
): StepTaken {
  const place =
    strike === undefined
      ? undefined
      : scene.stretches.find((stretch) => stretch.index > strike.stretch && scene.counts(stretch, 'agent'));
  const turn = warning?.said[0]?.parts[0].turn ?? place?.firstTurn ?? strike?.parts.at(-1)?.turn;
  const at = turn === undefined ? {} : { turn };
  if (warning !== undefined && warning.said.length > 0) {
    return { id, state: 'taken', said: warning.said, ...at };
  }
  // A warning answers an offence: a note of one that there was no offence for proves nothing.
  return noted !== undefined && strike !== undefined
    ? { id, state: 'taken', said: [], noted, ...at }
    : { id, state: 'missing', said: [], ...at };
}

/** A step that is no warning: after the strike that makes the ground stand, or after the last there was. */
function closingTaken(
  step: ProtocolStep,
  { ground, strikes }: Count,
  scene: Scene,
  protocol: Protocol,
  detected: Detected,
  end: CallEnd,
  afterCall: boolean,
): StepTaken {
  const { id } = step;
  const from = (strikes[(ground.strikes ?? 0) - 1] ?? strikes.at(-1))?.stretch ?? -1;
  const stretches = scene.stretches.filter(
    (stretch) => stretch.index > from && scene.counts(stretch, 'agent'),
  );
  const within = new Set(stretches.map(({ index }) => index));
  const moments = scene
    .momentsOf([...step.moments.flat(), ...protocol.announced])
    .filter(({ speaker, stretch }) => speaker === 'agent' && within.has(stretch));
  const said = saidFor(step, moments);
  if (said !== undefined) {
    const turn = Math.min(...said.map(({ parts }) => parts[0].turn));
    return { id, state: 'taken', said: said.toSorted(compareMoments), turn };
  }
  const noted = notedFor(step, protocol, detected);
  if (noted !== undefined) return { id, state: 'taken', said: [], noted };
  if (afterCall && step.noted.length > 0) {
    // Without any notes nobody can tell what was noted.
    return { id, state: detected.call.notes === undefined ? 'unknown' : 'missing', said: [] };
  }
  const notice = moments.find((moment) => protocol.announced.includes(moment.id));
  const turn = notice?.parts[0].turn ?? stretches.at(-1)?.firstTurn ?? end.turn;
  return { id, state: 'missing', said: [], turn };
}
