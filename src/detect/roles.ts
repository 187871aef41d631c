/** Who is the agent where the file does not say: told from what each voice says, with a confidence. */
import type { Call, Speaker } from '../call/call.ts';
import { stretchesOf } from '../call/stretch.ts';
import { passageOf } from './passage.ts';

/** What is heard in somebody's words, whichever side they may be on. */
type Heard = (text: string) => Iterable<{ readonly id: string; readonly speaker: Speaker }>;

/**
 * How much a moment speaks for the agent's side, below 0 for the customer's: the logarithm of how much more often it is
 * heard in the words of agents than of customers, on public dialogues with customer service (about 3,500 of each side,
 * English and Chinese), rounded to tenths and kept within 3; where it told little it is 0. A moment of another pack
 * counts `unlisted` for its own side.
 */
const weights: Readonly<Record<string, number>> = {
  'callback-invitation': 3,
  // Too rare there to be counted, and plain: who called whom, and who had reported what.
  'case-recap': 2.5,
  'company-introduction': 2.5,
  'callback-thanks': -2.5,
  'feedback-thanks': 3,
  apology: 2.7,
  greeting: 2.6,
  escalation: 2.4,
  closing: 2.3,
  'follow-up-promise': 2.2,
  'hold-request': 2,
  reassurance: 1.9,
  lookup: 1.7,
  empathy: 1.7,
  'wait-advice': 1.3,
  soothing: 1.1,
  'self-service': 1,
  solution: 0.9,
  'details-request': 0.7,
  'open-question': 0.5,
  restatement: 0.3,
  satisfaction: 0,
  urgency: 0,
  'over-promise': 0,
  'calm-down': 0,
  harassment: 0,
  'resolution-check': 0.3,
  explanation: 0,
  'policy-citation': 0,
  'lookup-result': 0,
  alternative: 0,
  refusal: 0,
  timeframe: 0,
  rudeness: 0,
  command: 0,
  'blame-shift': 0,
  'liability-admission': 0,
  rejection: 0,
  problem: -0.7,
  'technical-issue': -1,
  threat: -1,
  dissatisfaction: -1,
  'logistics-issue': -1,
  'repeat-contact': -1.6,
  'leaving-threat': -1.8,
  'price-issue': -1.8,
  'product-issue': -1.8,
  'supervisor-request': -2,
  'policy-issue': -2.4,
  'service-issue': -2.4,
  abuse: -2,
  shouting: -3,
  anger: -3,
};
/** The moments that say who is the agent. */
export const momentsOfRoles: readonly string[] = Object.keys(weights).filter((id) => weights[id] !== 0);

const unlisted: Readonly<Record<Speaker, number>> = { agent: 0.5, customer: -0.5, bot: 0, unknown: 0 };

/** Whoever is called says so much; only an agent who is called says more. */
const bareGreeting =
  /^(?:[\s\p{P}]|hello|hi|hey|hiya|yes|yeah|yep|speaking|good|morning|afternoon|evening|喂|您好|你好|欸|诶|哎|早|早上好|是|是的|哪位)*$/iu;
/** What it is worth that somebody speaks first in a call that the company made. */
const answersCall = -2;

/** Moments are not independent of each other, so that their sum says more than it knows; this takes it back. */
const dampening = 1.5;
/** Less difference than this between two voices is no evidence. */
const leastDifference = 0.5;
/** What it is worth that the other side is already taken. */
const otherSideTaken = 2;

interface Voice {
  readonly participant: string;
  readonly weight: number;
}

/** The voices whose side the file leaves open, each with what speaks for the agent's. In the order they are first heard. */
function openVoices(call: Call, heard: Heard): readonly Voice[] {
  const said = new Map<string, Set<string>>();
  const weight = new Map<string, number>();
  const [first] = call.turns;
  if (call.direction === 'outbound' && first?.speaker === 'unknown' && first.participant !== undefined)
    weight.set(first.participant, answersCall);
  for (const stretch of stretchesOf(call)) {
    const { speaker, participant } = stretch;
    if (speaker !== 'unknown' || participant === undefined) continue;
    const known = said.get(participant) ?? new Set<string>();
    said.set(participant, known);
    const { text } = passageOf(call, stretch);
    for (const { id, speaker: side } of heard(text)) {
      // Once is enough: who says sorry five times is no surer an agent.
      if (known.has(id) || (id === 'greeting' && bareGreeting.test(text))) continue;
      known.add(id);
      weight.set(participant, (weight.get(participant) ?? 0) + (weights[id] ?? unlisted[side]));
    }
  }
  return [...said.keys()].map((participant) => ({ participant, weight: weight.get(participant) ?? 0 }));
}

/** In hundredths; what is inferred is never certain. */
function sureness(difference: number): number {
  const logistic = 1 / (1 + Math.exp(-difference / dampening));
  return Math.min(0.99, Math.round(logistic * 100) / 100);
}

/**
 * The call with the sides of its unknown voices inferred from what they say, and `roles.confidence`, 0 to 1, in that:
 * the logistic of the difference between the surest agent and the surest customer. The call itself where no voice is
 * unknown, where the voices are not told apart (no participant), or where nothing they say tells. With more than two
 * open voices the two extremes are the sides, and the others go where their own words put them or stay unknown.
 */
export function inferRoles(call: Call, heard: Heard): Call {
  if (!call.turns.some(({ speaker }) => speaker === 'unknown')) return call;
  const voices = openVoices(call, heard);
  const taken = (side: Speaker): boolean => call.turns.some(({ speaker }) => speaker === side);
  const [agentTaken, customerTaken] = [taken('agent'), taken('customer')];
  const sorted = voices.toSorted((a, b) => b.weight - a.weight);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return call;
  const sides = new Map<string, Speaker>();
  let difference: number;
  if (agentTaken || customerTaken) {
    const prior = agentTaken === customerTaken ? 0 : agentTaken ? -otherSideTaken : otherSideTaken;
    for (const { participant, weight } of voices) {
      const sum = weight + prior;
      if (Math.abs(sum) >= leastDifference) sides.set(participant, sum > 0 ? 'agent' : 'customer');
    }
    difference = Math.min(...voices.map(({ weight }) => Math.abs(weight + prior)));
  } else {
    if (voices.length < 2) return call;
    difference = first.weight - last.weight;
    sides.set(first.participant, 'agent');
    sides.set(last.participant, 'customer');
    const middle = (first.weight + last.weight) / 2;
    for (const { participant, weight } of sorted.slice(1, -1)) {
      const lean = weight - middle;
      if (Math.abs(lean) >= leastDifference) sides.set(participant, lean > 0 ? 'agent' : 'customer');
    }
  }
  if (sides.size === 0 || difference < leastDifference) return call;
  const sideOf = (speaker: Speaker, participant: string | undefined): Speaker =>
    speaker === 'unknown' && participant !== undefined ? (sides.get(participant) ?? speaker) : speaker;
  return {
    ...call,
    turns: call.turns.map((turn) => ({ ...turn, speaker: sideOf(turn.speaker, turn.participant) })),
    ...(call.participants && {
      participants: call.participants.map((one) => ({ ...one, speaker: sideOf(one.speaker, one.id) })),
    }),
    roles: { inferred: true, confidence: sureness(difference) },
  };
}
