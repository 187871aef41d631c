/**
 * Amazon's Call Analytics and Contact Lens: milliseconds, roles, sentiment; words with confidence from Call Analytics.
 * - https://docs.aws.amazon.com/transcribe/latest/dg/tca-output-batch.html
 * - https://docs.aws.amazon.com/connect/latest/adminguide/contact-lens-example-output-files.html (calls and chats)
 * - https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-contact-lens_Transcript.html (`Segments`)
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Piece, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf, offsetOf } from './offset.ts';
import { wordsOf, type Token } from './pieces.ts';

const sides: Readonly<Record<string, Speaker>> = {
  AGENT: 'agent',
  SUPERVISOR: 'agent',
  CUSTOMER: 'customer',
  SYSTEM: 'bot',
  CUSTOM_BOT: 'bot',
};

function tokenOf(item: JsonNode): Token {
  return {
    text: item.get('Content').text(),
    start: offsetOf(item.get('BeginOffsetMillis'), 'ms'),
    end: offsetOf(item.get('EndOffsetMillis'), 'ms'),
    confidence: item.get('Confidence').confidence(),
    attaches: item.get('Type').string()?.toLowerCase() === 'punctuation',
  };
}

/** The entries of the transcript; real-time segments hold one each, or other things. */
function entriesOf(root: JsonNode): readonly JsonNode[] {
  const transcript = root.get('Transcript');
  if (transcript.exists) return transcript.records();
  return root
    .get('Segments')
    .records()
    .map((segment) => segment.get('Transcript', 'Utterance'))
    .filter((entry) => entry.exists);
}

function read(root: JsonNode): CallDraft {
  const roles = new Map<string, Speaker | undefined>();
  for (const person of root.get('Participants').records()) {
    const role = person.get('ParticipantRole').label();
    const id = person.get('ParticipantId').label() ?? role;
    if (id !== undefined && role !== undefined) roles.set(id, sides[role.toUpperCase()]);
  }
  const entries = entriesOf(root);
  const absolute = entries.map((entry) => epochOf(entry.get('AbsoluteTime')));
  const first = absolute.find((time) => time !== undefined);
  const pieces = entries.map((entry, index): Piece => {
    const id = entry.get('ParticipantId').label();
    const role = entry.get('ParticipantRole').label();
    const voice: Voice = {
      side: sides[(role ?? '').toUpperCase()] ?? roles.get(id ?? '') ?? sides[(id ?? '').toUpperCase()],
      id: id ?? role,
      name: entry.get('DisplayName').label(),
    };
    const at = absolute[index];
    // Of a chat, joining and leaving are entries without content.
    const content = entry.get('Content', 'PartialContent');
    const silent = !content.exists && entry.get('ContentType').exists;
    return {
      voice,
      text: silent ? '' : content.text(),
      words: wordsOf(entry.get('Items').records().map(tokenOf)),
      start: offsetOf(entry.get('BeginOffsetMillis'), 'ms') ?? (at === undefined ? undefined : at - first!),
      end: offsetOf(entry.get('EndOffsetMillis'), 'ms'),
      sentiment: entry.get('Sentiment').label()?.toLowerCase(),
    };
  });
  const about = root.get('CustomerMetadata');
  return {
    pieces,
    head: [
      ['id', about.get('ContactId').label() ?? root.get('ContactId', 'JobName').label()],
      ['language', root.get('LanguageCode').label()],
      ['channel', root.get('Channel').label()],
      ['startedAt', isoOf(first)],
    ],
  };
}

export const contactLens: Vendor = {
  recognises: (value) => {
    const entry = value.peek('Transcript').first();
    const segment = value.peek('Segments').first();
    const people = (node: JsonNode) => node.peek('ParticipantId', 'ParticipantRole').exists;
    if (people(entry) && entry.peek('Content', 'ContentType').exists)
      return 'it has a Transcript with ParticipantRole and Content';
    return people(segment.peek('Transcript', 'Utterance'))
      ? 'it has Segments with a Transcript of participants'
      : undefined;
  },
  read,
};
