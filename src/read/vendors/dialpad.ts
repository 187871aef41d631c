/**
 * Dialpad's transcript of a call: dates and times, names; the agent is who has a user's id, the customer a contact's; no
 * words.
 * https://developers.dialpad.com/reference/transcriptsget
 */
import type { CallDraft, Piece, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf } from './offset.ts';

function voiceOf(line: JsonNode): Voice {
  const user = line.get('user_id').label();
  const contact = line.get('contact_id').label();
  const name = line.get('name').label();
  if (user !== undefined) return { side: 'agent', id: user, name };
  if (contact !== undefined) return { side: 'customer', id: contact, name };
  return { id: name };
}

function read(root: JsonNode): CallDraft {
  // Moments are what the service found in the talk, not talk.
  const lines = root
    .get('lines')
    .records()
    .filter((line) => (line.get('type').label() ?? 'transcript') === 'transcript');
  const times = lines.map((line) => epochOf(line.get('time')));
  const first = times.find((time) => time !== undefined);
  const agent = lines.find((line) => line.get('user_id').label() !== undefined);
  const customer = lines.find((line) => voiceOf(line).side === 'customer');
  return {
    pieces: lines.map((line, index): Piece => {
      const at = times[index];
      return {
        voice: voiceOf(line),
        text: line.get('content').text(),
        start: at === undefined ? undefined : Math.max(0, at - first!),
      };
    }),
    head: [
      ['id', root.get('call_id').label()],
      ['startedAt', isoOf(first)],
      ['agentId', agent?.get('user_id').label()],
      ['agentName', agent?.get('name').label()],
      ['customerId', customer?.get('contact_id').label()],
    ],
  };
}

export const dialpad: Vendor = {
  recognises: (value) => {
    const line = value.peek('lines').first();
    return line.peek('content').exists && line.peek('time', 'type').exists
      ? 'it has lines with content and time'
      : undefined;
  },
  read,
};
