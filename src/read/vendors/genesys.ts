/**
 * Genesys Cloud's voice transcripts: Unix milliseconds, roles, words with confidence, sentiment.
 * https://developer.genesys.cloud/analyticsdatamanagement/speechtextanalytics/transcript-url#transcript-schema
 *
 * A phrase is `external` (the customer) or `internal`, which is an agent, but also IVR, ACD or voicemail
 * (https://help.mypurecloud.com/articles/work-with-a-voice-transcript/): whoever of `participants` was on the call then.
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Happening, Piece, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf, offsetOf } from './offset.ts';
import { wordsOf } from './pieces.ts';

const sides: Readonly<Record<string, Speaker>> = {
  external: 'customer',
  customer: 'customer',
  agent: 'agent',
  user: 'agent',
  internal: 'agent',
  ivr: 'bot',
  acd: 'bot',
  voicemail: 'bot',
  fax: 'bot',
  botflow: 'bot',
  workflow: 'bot',
  system: 'bot',
};

interface Person {
  readonly side: Speaker;
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** From the call's start. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Where the clock of a transcript begins: its times are Unix milliseconds, seldom offsets. */
function clockOf(root: JsonNode) {
  const base = epochOf(root.get('conversationStartTime', 'startTime'));
  return (node: JsonNode): number | undefined => {
    const time = offsetOf(node, 'ms');
    return time === undefined || time < 1e11 || base === undefined ? time : Math.max(0, time - base);
  };
}

function peopleOf(root: JsonNode, clock: (node: JsonNode) => number | undefined): readonly Person[] {
  return root
    .get('participants')
    .records()
    .map((person): Person => {
      const purpose = person.get('participantPurpose', 'purpose').label()?.toLowerCase();
      return {
        side: sides[purpose ?? ''] ?? 'unknown',
        id: person.get('userId').label() ?? purpose,
        name: person.get('name').label(),
        from: clock(person.get('startTimeMs')),
        to: clock(person.get('endTimeMs')),
      };
    });
}

/** Who of our side was on the line; an agent where the file does not tell, for the others seldom talk. */
function insider(people: readonly Person[], at: number | undefined): Voice {
  const inside = people.filter(({ side }) => side === 'agent' || side === 'bot');
  const covers = ({ from = 0, to = Infinity }: Person) => at !== undefined && from <= at && at < to;
  const known = inside.filter(({ from, to }) => from !== undefined || to !== undefined);
  // While an agent is on the line, it is the agent who talks.
  const byRank = (list: readonly Person[]) => list.find(({ side }) => side === 'agent') ?? list[0];
  const found = byRank(known.filter(covers)) ?? (inside.length === 1 ? inside[0] : undefined);
  if (found !== undefined) return { side: found.side, id: found.id, name: found.name };
  const onlyBots = inside.length > 0 && inside.every(({ side }) => side === 'bot');
  return { side: onlyBots ? 'bot' : 'agent' };
}

function read(root: JsonNode): CallDraft {
  const clock = clockOf(root);
  const people = peopleOf(root, clock);
  const transcripts = root.get('transcripts').records();
  const pieces = transcripts.flatMap((transcript) => {
    const moods = new Map<string, number>();
    for (const mood of transcript.get('analytics').get('sentiment').records()) {
      const phrase = mood.get('phraseIndex').label();
      const value = mood.get('sentiment').number();
      if (phrase !== undefined && value !== undefined) moods.set(phrase, value);
    }
    return transcript
      .get('phrases')
      .records()
      .map((phrase) => phrasePiece(phrase, clock, people, moods));
  });
  const agent = people.find(({ side }) => side === 'agent');
  const direction = root
    .get('participants')
    .records()
    .map((person) => person.get('initialDirection').label())
    .find(Boolean);
  return {
    pieces,
    happenings: transfersOf(people),
    head: [
      ['id', root.get('conversationId').label()],
      ['startedAt', isoOf(epochOf(root.get('conversationStartTime', 'startTime')))],
      ['language', transcripts[0]?.get('language').label()],
      ['channel', root.get('mediaType').label()],
      ['direction', direction],
      ['agentId', agent?.id === 'agent' || agent?.id === 'user' ? undefined : agent?.id],
      ['agentName', agent?.name],
    ],
  };
}

function phrasePiece(
  phrase: JsonNode,
  clock: (node: JsonNode) => number | undefined,
  people: readonly Person[],
  moods: ReadonlyMap<string, number>,
): Piece {
  const purpose = phrase.get('participantPurpose').label()?.toLowerCase();
  const start = clock(phrase.get('startTimeMs'));
  const length = (node: JsonNode) => offsetOf(node.get('duration').get('milliseconds'), 'ms');
  const words = phrase.get('decoratedWords', 'words').records();
  const took = length(phrase);
  const customer = people.filter(({ side }) => side === 'customer');
  const voice: Voice =
    purpose === 'internal'
      ? insider(people, start)
      : {
          side: sides[purpose ?? ''],
          id: purpose,
          name: sides[purpose ?? ''] === 'customer' && customer.length === 1 ? customer[0]!.name : undefined,
        };
  return {
    // The decorated text is the same talk with its punctuation and figures.
    text:
      words.length > 0
        ? phrase.get('decoratedText', 'text').string()
        : phrase.get('decoratedText', 'text').text(),
    voice,
    words: wordsOf(
      words.map((word) => {
        const from = clock(word.get('startTimeMs'));
        const lasted = length(word);
        return {
          text: word.get('word').text(),
          start: from,
          end: from === undefined || lasted === undefined ? undefined : from + lasted,
          confidence: word.get('confidence').confidence(),
        };
      }),
    ),
    start,
    end: start === undefined || took === undefined ? undefined : start + took,
    confidence: phrase.get('confidence').confidence(),
    sentiment: moods.get(phrase.get('phraseIndex').label() ?? ''),
  };
}

/** A second agent who came after the first is a transfer. */
function transfersOf(people: readonly Person[]): readonly Happening[] {
  const agents = people.filter(({ side, from }) => side === 'agent' && from !== undefined);
  return agents
    .toSorted((a, b) => a.from! - b.from!)
    .flatMap(({ id, from }, index, all): readonly Happening[] =>
      index > 0 && all[index - 1]!.id !== id ? [{ kind: 'transfer', by: 'agent', at: from }] : [],
    );
}

export const genesys: Vendor = {
  recognises: (value) => {
    const phrase = value.peek('transcripts').first().peek('phrases').first();
    return phrase.peek('participantPurpose').exists || phrase.peek('startTimeMs').exists
      ? 'it has transcripts with phrases and their participantPurpose'
      : undefined;
  },
  read,
};
