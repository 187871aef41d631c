/** Strikes and warnings: what a customer's offences and the agent's answers to them come to. */
import type { Moment } from '../detect/moment.ts';
import type { Protocol, ProtocolGround, ProtocolStep } from '../pack/model/protocol.ts';
import type { Warning } from './outcome.ts';
import type { Scene } from './scene.ts';

/** A ground before one call. */
export interface Count {
  readonly ground: ProtocolGround;
  /** The first offence of each strike, in order. */
  readonly strikes: readonly Moment[];
  readonly warnings: readonly Warning[];
  readonly stands: boolean;
}

/** The words among these that take a step: of each of its lists the first; undefined where one is missing. */
export function saidFor(
  { moments: asked }: ProtocolStep,
  moments: readonly Moment[],
): readonly Moment[] | undefined {
  if (asked.length === 0) return undefined;
  const said = asked.map((any) => moments.find(({ id }) => any.includes(id)));
  return said.every((moment) => moment !== undefined) ? [...new Set(said)] : undefined;
}

/** The steps that a ground asks to warn by: the last so many of those that warn. */
export function warningSteps({ steps }: Protocol, { warnings }: ProtocolGround): readonly ProtocolStep[] {
  return warnings === 0 ? [] : steps.filter(({ warning }) => warning).slice(-warnings);
}

/**
 * Counts the offences for one ground that is not fragile.
 *
 * - An offence of this ground counts, of a graver one (one that takes fewer strikes or as many), and of a fragile one;
 *   the ground stands only where one of them is not fragile. Several in one stretch are one.
 * - The first is a strike; each next one only after the warning that answers the strike before, as long as warnings are
 *   due. What comes before that warning is no strike: the customer was not told yet.
 * - A warning is what the agent says between a strike and the next offence. It has to be its own step's words or those of
 *   a later one, which say more; where these were said before, the words of any warning remind of them.
 * - Where the talk has no warning and a note proves that step, it was given where it was due.
 */
export function countFor(
  ground: ProtocolGround,
  scene: Scene,
  protocol: Protocol,
  isNoted: (step: ProtocolStep) => boolean,
): Count {
  const { due, warns, firmIds, countedIds, warningIds } = planOf(ground, protocol);
  const counted = scene.momentsOf(countedIds);
  if (counted.length === 0) return { ground, strikes: [], warnings: [], stands: false };
  const offences = firstOfStretches(counted, firmIds);
  const said = scene.momentsOf(warningIds);

  const strikes: Moment[] = [];
  const warnings: Warning[] = [];
  let reached = -1;
  for (const [index, offence] of offences.entries()) {
    if (warnings.length < Math.min(strikes.length, due.length) && isNoted(due[warnings.length]!)) {
      warnings.push({ step: due[warnings.length]!.id, said: [], after: strikes.at(-1)! });
    }
    if (warnings.length >= Math.min(strikes.length, due.length)) strikes.push(offence);
    if (warnings.length >= due.length || strikes.length <= warnings.length) continue;
    const next = offences[index + 1]?.stretch ?? Infinity;
    const between = said.filter(
      ({ speaker, stretch }) => speaker === 'agent' && stretch > offence.stretch && stretch < next,
    );
    const words = warns.map((step) => saidFor(step, between));
    const best = words.findLastIndex((one) => one !== undefined);
    reached = Math.max(reached, best);
    const needed = warns.indexOf(due[warnings.length]!);
    if (best >= 0 && reached >= needed) {
      const spoken = words[best]!;
      // Of steps with the same words, the one that was due.
      const same = words.findIndex(
        (one, step) => step >= needed && one !== undefined && areSame(one, spoken),
      );
      warnings.push({ step: warns[same < 0 ? best : same]!.id, said: spoken, after: offence });
    }
  }
  const stands =
    strikes.length >= (ground.strikes ?? Infinity) && strikes.some(({ id }) => firmIds.includes(id));
  return { ground, strikes, warnings, stands };
}

/** What a ground is counted by, whatever the call. */
interface GroundPlan {
  /** The steps that it asks to warn by, and all that warn. */
  readonly due: readonly ProtocolStep[];
  readonly warns: readonly ProtocolStep[];
  /** The offences on which it can stand, and all that count. */
  readonly firmIds: readonly string[];
  readonly countedIds: readonly string[];
  /** The words of any warning. */
  readonly warningIds: readonly string[];
}

const plans = new WeakMap<Protocol, Map<ProtocolGround, GroundPlan>>();

function planOf(ground: ProtocolGround, protocol: Protocol): GroundPlan {
  const known = plans.get(protocol) ?? new Map<ProtocolGround, GroundPlan>();
  plans.set(protocol, known);
  const before = known.get(ground);
  if (before !== undefined) return before;
  const warns = protocol.steps.filter(({ warning }) => warning);
  const firmIds = protocol.grounds
    .filter(({ fragile, strikes = Infinity }) => !fragile && strikes <= (ground.strikes ?? 0))
    .flatMap(({ offences }) => offences);
  const soft = protocol.grounds.filter(({ fragile }) => fragile).flatMap(({ offences }) => offences);
  const plan = {
    due: warningSteps(protocol, ground),
    warns,
    firmIds,
    countedIds: [...firmIds, ...soft],
    warningIds: warns.flatMap((step) => step.moments.flat()),
  };
  known.set(ground, plan);
  return plan;
}

function areSame(a: readonly Moment[], b: readonly Moment[]): boolean {
  return a.length === b.length && a.every((moment) => b.includes(moment));
}

/** Of each stretch the first offence, one that is not fragile where there is one. */
function firstOfStretches(moments: readonly Moment[], firm: readonly string[]): readonly Moment[] {
  const first = new Map<number, Moment>();
  for (const moment of moments) {
    const known = first.get(moment.stretch);
    if (known === undefined || (!firm.includes(known.id) && firm.includes(moment.id))) {
      first.set(moment.stretch, moment);
    }
  }
  return [...first.values()];
}
