/**
 * Google's Customer Experience Insights (Contact Center AI Insights): a `Conversation` as the API exports it, and the
 * `entries` of a conversation as it is uploaded. Roles, words with times and confidence, holds.
 * - https://cloud.google.com/contact-center/insights/docs/reference/rest/v1/projects.locations.conversations
 * - https://docs.cloud.google.com/contact-center/insights/docs/conversation-data-format
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Happening, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf, offsetOf } from './offset.ts';
import { wordOf } from './pieces.ts';
import { speakerName } from './voice.ts';

const sides: Readonly<Record<string, Speaker>> = {
  HUMAN_AGENT: 'agent',
  ANY_AGENT: 'agent',
  AGENT: 'agent',
  AUTOMATED_AGENT: 'bot',
  END_USER: 'customer',
  CUSTOMER: 'customer',
};

function segmentPiece(segment: JsonNode, root: JsonNode, startedAt: number | undefined): Piece {
  const words = segment
    .get('words')
    .records()
    .map((word) =>
      wordOf({
        text: word.get('word').text(),
        start: offsetOf(word.get('startOffset'), 's'),
        end: offsetOf(word.get('endOffset'), 's'),
        confidence: word.get('confidence').confidence(),
      }),
    );
  const person = segment.get('segmentParticipant');
  const channel = segment.get('channelTag').label();
  const about = root.get('callMetadata');
  const ofChannel =
    channel === undefined
      ? undefined
      : channel === about.get('agentChannel').label()
        ? 'agent'
        : channel === about.get('customerChannel').label()
          ? 'customer'
          : undefined;
  const side = sides[person.get('role').label() ?? ''] ?? ofChannel;
  const id = person.get('userId', 'obfuscatedExternalUserId', 'dialogflowParticipantName').label();
  const at = epochOf(segment.get('messageTime'));
  const score = segment.get('sentiment').get('score').number();
  const confidence = segment.get('confidence').confidence();
  return {
    voice: {
      side,
      // The names of resources are paths; their last part tells people apart.
      id: side === undefined ? id : id?.split('/').at(-1),
      channel: side === undefined ? channel : undefined,
    },
    text: words.length === 0 ? segment.get('text').text() : segment.get('text').string(),
    words,
    start: words.length > 0 || at === undefined || startedAt === undefined ? undefined : at - startedAt,
    // Zero is what the service writes where it has none.
    confidence: confidence === 0 ? undefined : confidence,
    sentiment: score,
  };
}

/** Holds, from the annotations of the analysis; boundaries count segments, and time where they have it. */
function holdsOf(root: JsonNode): readonly Happening[] {
  const analysis = root.get('latestAnalysis').get('analysisResult').get('callAnalysisMetadata');
  return analysis
    .get('annotations')
    .records()
    .filter((annotation) => annotation.get('holdData').exists)
    .flatMap((annotation): readonly Happening[] => {
      const from = annotation.get('annotationStartBoundary').get('transcriptIndex').number() ?? 0;
      const to = annotation.get('annotationEndBoundary').get('transcriptIndex').number() ?? from + 1;
      return [
        { kind: 'hold', by: 'agent', after: from },
        { kind: 'resume', by: 'agent', after: Math.max(from, to - 1) },
      ];
    });
}

function readConversation(root: JsonNode): CallDraft {
  const segments = root.get('transcript').get('transcriptSegments').records();
  const started =
    epochOf(root.get('startTime')) ??
    segments.map((segment) => epochOf(segment.get('messageTime'))).find((time) => time !== undefined);
  const agent = root.get('qualityMetadata').get('agentInfo').records()[0];
  return {
    pieces: segments.map((segment) => segmentPiece(segment, root, started)),
    happenings: holdsOf(root),
    head: [
      ['id', root.get('name').label()?.split('/').at(-1)],
      ['language', root.get('languageCode').label() ?? segments[0]?.get('languageCode').label()],
      ['startedAt', root.get('startTime').label()],
      ['channel', root.get('medium').label()?.replace('PHONE_CALL', 'phone')],
      ['agentId', root.get('agentId').label() ?? agent?.get('agentId').label()],
      ['agentName', agent?.get('displayName').label()],
      ['agentTeam', agent?.get('team').label()],
      ['customerId', root.get('obfuscatedUserId').label()],
    ],
  };
}

function readEntries(root: JsonNode): CallDraft {
  const entries = root.get('entries').records();
  const times = entries.map((entry) => {
    const microseconds = entry.get('start_timestamp_usec').number();
    return microseconds === undefined ? undefined : microseconds / 1000;
  });
  const first = times.find((time) => time !== undefined);
  return {
    pieces: entries.map((entry, index): Piece => {
      const at = times[index];
      const user = speakerName(entry.get('user_id'));
      return {
        voice: {
          side: sides[entry.get('role').label() ?? ''],
          id: user,
        },
        text: entry.get('text').text(),
        start: at === undefined ? undefined : Math.max(0, Math.round(at - first!)),
      };
    }),
    head: [
      ['id', root.get('conversation_id', 'name').label()],
      // Uploads without a date count from zero.
      ['startedAt', first === undefined || first < 1e11 ? undefined : isoOf(first)],
    ],
  };
}

export const googleInsights: Vendor = {
  recognises: (value) => {
    const whole = value.peek('conversations').first();
    const segments = (whole.exists ? whole : value).peek('transcript').peek('transcriptSegments');
    if (segments.isList) return 'it has a transcript with transcriptSegments';
    const entry = value.peek('entries').first();
    return entry.peek('role').exists && entry.peek('text').exists
      ? 'it has entries with role and text, as conversations are uploaded'
      : undefined;
  },
  calls: (value) => {
    const many = value.get('conversations');
    return many.exists ? many.records() : [value];
  },
  read: (root) => (root.get('entries').exists ? readEntries(root) : readConversation(root)),
};
