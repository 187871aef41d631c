/**
 * Tencent Cloud Contact Center's transcript of a recording: Unix milliseconds; the agent is named by an e-mail address,
 * the customer by a telephone number; no words.
 * https://cloud.tencent.com/document/api/679/111941 (`DescribeTelRecordAsr`)
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf } from './offset.ts';

/** Staff are users, whose names are e-mail addresses; customers are numbers. */
function sideOf(user: string | undefined): Speaker | undefined {
  if (user === undefined) return undefined;
  if (user.includes('@')) return 'agent';
  return /^\+?\d[\d\s*-]{4,}$/u.test(user) ? 'customer' : undefined;
}

function read(root: JsonNode): CallDraft {
  const response = root.peek('Response').exists ? root.get('Response') : root;
  const entries = response.get('AsrDataList').records();
  const starts = entries.map((entry) => epochOf(entry.get('Start', 'Timestamp')));
  const first = starts.find((start) => start !== undefined);
  const agent = entries.map((entry) => entry.get('User').label()).find((user) => sideOf(user) === 'agent');
  return {
    pieces: entries.map((entry, index): Piece => {
      const user = entry.get('User').label();
      const start = starts[index];
      const end = epochOf(entry.get('End'));
      return {
        voice: { side: sideOf(user), id: user },
        text: entry.get('Message').text(),
        start: start === undefined ? undefined : start - first!,
        end: end === undefined || first === undefined ? undefined : end - first,
      };
    }),
    head: [
      ['id', root.get('SessionId').label()],
      ['agentId', agent],
      ['startedAt', isoOf(first)],
    ],
  };
}

export const tencentCcc: Vendor = {
  recognises: (value) => {
    const list = (value.peek('Response').exists ? value.peek('Response') : value).peek('AsrDataList');
    return list.first().peek('Message').exists ? 'it has an AsrDataList with User and Message' : undefined;
  },
  read,
};
