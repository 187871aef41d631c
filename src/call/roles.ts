/** Who is who, where the file does not say: how sure that has to be. */
import type { Call, Speaker } from './call.ts';

/** Under this confidence, 0 to 1, inferred sides may as well be the other way round. */
const leastConfidence = 0.8;

/** Whether the sides are given, or were inferred surely enough to be relied on. */
export function areRolesSure({ roles }: Call): boolean {
  return roles === undefined || roles.confidence >= leastConfidence;
}

const other: Readonly<Record<Speaker, Speaker>> = {
  agent: 'customer',
  customer: 'agent',
  bot: 'bot',
  unknown: 'unknown',
};

/** The call with agent and customer swapped. Events keep who is named there: the file says so, nobody inferred it. */
export function swapRoles(call: Call): Call {
  return {
    ...call,
    turns: call.turns.map((turn) => ({ ...turn, speaker: other[turn.speaker] })),
    ...(call.participants && {
      participants: call.participants.map((one) => ({ ...one, speaker: other[one.speaker] })),
    }),
  };
}
