/**
 * Symbl's messages of a conversation: dates and times, or offsets in seconds, with the names of people; no roles.
 * https://docs.symbl.ai/docs/conversation-api/messages/
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf, offsetOf, spanOf } from './offset.ts';
import { wordsOf } from './pieces.ts';

/** A time by its offset, else by the clock. */
function spanOfNode(node: JsonNode, first: number | undefined) {
  const offset = offsetOf(node.get('timeOffset'), 's');
  if (offset !== undefined) return spanOf(offset, offsetOf(node.get('duration'), 's'));
  const from = epochOf(node.get('startTime'));
  const to = epochOf(node.get('endTime'));
  if (from === undefined || first === undefined) return {};
  return spanOf(Math.max(0, from - first), to === undefined ? undefined : Math.max(0, to - from));
}

function read(root: JsonNode): CallDraft {
  const messages = root.get('messages').records();
  const first = messages
    .map((message) => epochOf(message.get('startTime')))
    .find((time) => time !== undefined);
  return {
    pieces: messages.map((message): Piece => {
      const from = message.get('from');
      const words = message.get('words').records();
      return {
        voice: { id: from.get('name').label() ?? from.get('userId', 'email', 'id').label() },
        text: words.length > 0 ? message.get('text').string() : message.get('text').text(),
        words: wordsOf(
          words.map((word) => ({
            text: word.get('word').text(),
            ...spanOfNode(word, first),
            confidence: word.get('score').confidence(),
          })),
        ),
        ...spanOfNode(message, first),
        sentiment: message.get('sentiment').get('suggested').label(),
      };
    }),
    head: [
      ['id', messages[0]?.get('conversationId').label()],
      ['startedAt', isoOf(first)],
    ],
  };
}

export const symbl: Vendor = {
  recognises: (value) => {
    const message = value.peek('messages').first();
    return message.peek('text').exists &&
      (message.peek('from').isRecord || message.peek('conversationId').exists)
      ? 'it has messages with text and from'
      : undefined;
  },
  read,
};
