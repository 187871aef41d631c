/** Makes a canonical call of what a vendor's reader found: turns in order of time, people by side, events in their place. */
import type { Call, CallEvent, Participant, Speaker, Turn } from '../../call/call.ts';
import { labelKey, type LabelReader } from '../labels.ts';
import { metadataOf } from '../metadata.ts';
import type { CallDraft, Piece, Voice } from './draft.ts';
import { Misfit } from './json-node.ts';
import { joinWords } from './pieces.ts';

/** What a piece says; where its format has no text for it, its words in a row. */
function textOf({ text, words = [] }: Piece): string {
  const written = text?.trim() ?? '';
  return written === '' ? joinWords(words.map((word) => word.text)) : written;
}

/** When a piece began and ended: as the format says, else as its words do. */
function timesOf({ start, end, words = [] }: Piece): { start?: number; end?: number } {
  const from = start ?? words.find((word) => word.start !== undefined)?.start;
  const to = end ?? words.findLast((word) => word.end !== undefined)?.end;
  return {
    ...(from === undefined ? {} : { start: from }),
    ...(to === undefined || to < (from ?? 0) ? {} : { end: to }),
  };
}

/** The pieces that hold words, in the order of time; one without a time stays behind the one before it. */
function inOrder(pieces: readonly Piece[]): readonly { readonly piece: Piece; readonly number: number }[] {
  let last = 0;
  return pieces
    .map((piece, number) => {
      const { start, end } = timesOf(piece);
      last = start ?? end ?? last;
      return { piece, number, at: last };
    })
    .filter(({ piece }) => textOf(piece) !== '')
    .toSorted((a, b) => a.at - b.at || a.number - b.number);
}

/** Names voices: by their own id, else by their channel, as far as it takes to tell them apart. */
function namer(voices: readonly Voice[]): (voice: Voice) => string | undefined {
  const perChannel = new Map<string, Set<string>>();
  for (const { channel = '', id = '' } of voices) {
    perChannel.set(channel, (perChannel.get(channel) ?? new Set()).add(id));
  }
  const channels = perChannel.size > 1;
  return ({ id, channel }) => {
    if (!channels || channel === undefined) {
      return id ?? (channel === undefined ? undefined : `channel ${channel}`);
    }
    const alone = perChannel.get(channel)!.size === 1;
    return alone || id === undefined ? `channel ${channel}` : `channel ${channel} ${id}`;
  };
}

/** The people of a call by the name that tells them apart. */
function peopleOf(voices: readonly Voice[], labelOf: LabelReader) {
  const nameOf = namer(voices.filter(({ side }) => side === undefined || side === 'unknown'));
  const people = new Map<string, Participant & { readonly plain: boolean }>();
  const keyOf = (voice: Voice): string => {
    if (voice.side !== undefined && voice.side !== 'unknown') return `${voice.side} ${voice.id ?? ''}`;
    return nameOf(voice) ?? '';
  };
  for (const voice of voices) {
    const key = keyOf(voice);
    if (people.has(key)) continue;
    const known = voice.side !== undefined && voice.side !== 'unknown';
    const id = known ? (voice.id ?? '') : (nameOf(voice) ?? '');
    const label = id === '' ? undefined : labelOf(id);
    // Maria (Agent) says it in the name.
    const named = voice.name === undefined ? undefined : labelOf(voice.name);
    const told = label === undefined || label.speaker === 'unknown' ? named?.speaker : label.speaker;
    const speaker: Speaker = known ? voice.side : (told ?? 'unknown');
    // An id such as AGENT tells no more than the side does.
    const plain = id === '' || (label?.plain === true && label.speaker === speaker);
    const name = named?.name ?? voice.name ?? label?.name;
    people.set(key, { id, speaker, plain, ...(name === undefined ? {} : { name }) });
  }
  return { people, keyOf };
}

/**
 * A draft as a call.
 * @param fallbackId the id of a call that brings none.
 * @param labelOf tells the side of a person whose side the format does not say.
 * @throws Misfit where there is no talk.
 */
export function buildCall(
  { pieces, happenings = [], head = [] }: CallDraft,
  fallbackId: string,
  labelOf: LabelReader,
): Call {
  const ordered = inOrder(pieces);
  if (ordered.length === 0) throw new Misfit('', 'at least one turn with words', undefined);
  const { people, keyOf } = peopleOf(
    ordered.map(({ piece }) => piece.voice ?? {}),
    labelOf,
  );
  const turns = ordered.map(({ piece }): Turn => {
    const person = people.get(keyOf(piece.voice ?? {}))!;
    return {
      speaker: person.speaker,
      ...(person.plain ? {} : { participant: person.id }),
      text: textOf(piece),
      ...timesOf(piece),
      ...(piece.confidence === undefined ? {} : { confidence: piece.confidence }),
      ...(piece.words === undefined || piece.words.length === 0 ? {} : { words: piece.words }),
      ...(piece.sentiment === undefined ? {} : { sentiment: piece.sentiment }),
    };
  });
  const events = happenings
    .map(({ kind, by, at, after, detail }): CallEvent => ({
      kind,
      ...(by === undefined ? {} : { by }),
      ...(at === undefined ? {} : { at }),
      afterTurn:
        at === undefined
          ? ordered.findLastIndex(({ number }) => number <= (after ?? pieces.length))
          : turns.findLastIndex(({ start }) => start !== undefined && start < at),
      ...(detail === undefined ? {} : { detail }),
    }))
    .toSorted((a, b) => a.afterTurn - b.afterTurn || (a.at ?? 0) - (b.at ?? 0));
  const { id = fallbackId, ...metadata } = metadataOf(head.filter(([, value]) => value !== undefined));
  const participants = new Map<string, Participant>();
  for (const { plain, ...person } of people.values()) {
    if (!plain && !participants.has(labelKey(person.id))) participants.set(labelKey(person.id), person);
  }
  return {
    ...metadata,
    id,
    ...(participants.size === 0 ? {} : { participants: [...participants.values()] }),
    turns,
    ...(events.length === 0 ? {} : { events }),
  };
}
