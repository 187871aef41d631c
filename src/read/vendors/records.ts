/**
 * Lists of records in which one key holds words and another who said them, under whatever names tables have for the two:
 * `[{"speaker": …, "text": …}]`, `{"messages": [{"role": …, "content": …}]}`. What chat platforms, meeting services and
 * home-made exports write is mostly that; it is tried where no other format fits.
 */
import { isRecord } from '../../call/is-record.ts';
import { dayFirstIn } from '../day-first.ts';
import { keyField } from '../key-field.ts';
import { recordEntries } from '../record-entries.ts';
import { cellTime, momentOf } from '../row-time.ts';
import { areSeconds } from '../time-unit.ts';
import type { Moment, TimeUnit } from '../times.ts';
import type { CallDraft, Piece, Vendor } from './draft.ts';
import { JsonNode } from './json-node.ts';
import { areHan, cutWords } from './pieces.ts';
import {
  isInternal,
  isTalk,
  peopleIn,
  timesIn,
  voiceIn,
  wordsOf,
  type Directory,
  type WrittenTime,
} from './record.ts';
import { areCalls, talkLists } from './record-lists.ts';

type Time = ReturnType<typeof cellTime>;

/** A record as far as it can be read by itself. */
interface Said {
  readonly text: string;
  readonly voice: Piece['voice'];
  readonly start: WrittenTime | undefined;
  readonly end: WrittenTime | undefined;
  readonly duration: WrittenTime | undefined;
}

function saidOf(record: JsonNode, people: Directory, isHan: boolean): Said | undefined {
  const text = wordsOf(record, isHan);
  if (text === undefined) return undefined;
  const { start, end, duration } = timesIn(record);
  return { text, voice: voiceIn(record, people), start, end, duration };
}

/** Numbers without a unit: seconds where one has a fraction or as milliseconds too much would be said. */
function unitOf(said: readonly Said[]): TimeUnit {
  const numbers = said.flatMap(({ start, end }) =>
    [start, end].flatMap((time) => {
      const number = time?.unit === undefined ? Number(time?.value ?? Number.NaN) : Number.NaN;
      return Number.isFinite(number) && momentOf(String(time?.value)) === undefined ? [number] : [];
    }),
  );
  if (numbers.some((number) => !Number.isInteger(number))) return 's';
  const span =
    numbers.reduce((a, b) => Math.max(a, b), 0) - numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const characters = said.reduce((sum, { text }) => sum + text.length, 0);
  return areSeconds(characters, span) ? 's' : 'ms';
}

/** Milliseconds from the earliest date, and that date. */
function clockOf(said: readonly Said[]) {
  const unit = unitOf(said);
  const dayFirst = dayFirstIn(
    said.flatMap(({ start, end }) =>
      [start, end].map((time) => (typeof time?.value === 'string' ? time.value : '')),
    ),
  );
  const read = (time: WrittenTime | undefined): Time =>
    time === undefined || (typeof time.value !== 'string' && typeof time.value !== 'number')
      ? undefined
      : cellTime(String(time.value).trim(), time.unit ?? unit, dayFirst);
  let base: (Moment & { readonly written: string }) | undefined;
  for (const { start, end } of said) {
    for (const written of [start, end]) {
      const time = read(written);
      if (time !== undefined && 'date' in time && (base === undefined || time.date.ms < base.ms))
        base = { ...time.date, written: String(written!.value) };
    }
  }
  const msOf = (written: WrittenTime | undefined): number | undefined => {
    const time = read(written);
    if (time === undefined) return undefined;
    return 'date' in time ? time.date.ms - base!.ms : time.offset;
  };
  return { base, msOf };
}

/** Whether records are single words rather than turns: short, and most of them by whoever said the one before. */
function areWords(said: readonly Said[]): boolean {
  if (said.length < 8 || said.some(({ start }) => start === undefined)) return false;
  const size = said.reduce((sum, { text }) => sum + text.length, 0) / said.length;
  const same = said.filter(
    ({ voice }, index) => index > 0 && voice?.id === said[index - 1]!.voice?.id,
  ).length;
  return size < 8 && said.every(({ text }) => !/\S\s\S/u.test(text)) && same * 5 >= said.length * 3;
}

/** The names of the canonical form, which go before others for the same. */
const canonical = new Set('id caseId language startedAt direction channel agent customer'.split(' '));

/** Whether a value is a word or a number, or a list of such. */
function isFlat(value: unknown): boolean {
  return Array.isArray(value) ? value.every((one) => !isRecord(one)) : !isRecord(value);
}

/**
 * What the objects around a list say of the call: all that the nearest one says, and of those around it, which may be an
 * answer's envelope, words and numbers.
 * @param used what was read as talk
 */
function headOf(
  around: readonly JsonNode[],
  used: ReadonlySet<unknown>,
): readonly (readonly [name: string, value: unknown])[] {
  const said = new Map<string, unknown>();
  for (const [index, node] of around.entries()) {
    const isNearest = index === around.length - 1;
    for (const [key, value] of Object.entries(node.value as Readonly<Record<string, unknown>>)) {
      const isRead = used.has(value) || (Array.isArray(value) && peopleIn(new JsonNode(value)).size > 0);
      if (isRead || said.has(key) || value === null || value === '') continue;
      if (isNearest || isFlat(value) || keyField(key) !== undefined) said.set(key, value);
    }
  }
  return recordEntries(
    [...said].toSorted(([a], [b]) => Number(canonical.has(b)) - Number(canonical.has(a))),
    false,
  );
}

/** The objects and lists from a value down a path. */
function nodesOn(root: JsonNode, path: string): readonly JsonNode[] {
  const own = root.path === '' ? path : path.slice(root.path.length + 1);
  let node = root;
  const nodes = [node];
  for (const [, key, index] of own.matchAll(/([^.[\]]+)|\[(\d+)\]/gu)) {
    node = key === undefined ? node.items()[Number(index)]! : node.peek(key);
    nodes.push(node);
  }
  return nodes;
}

/** What opened a conversation, which some platforms keep beside the list of what followed. */
const openings = ['source', 'first_message', 'initial_message', 'opening_message'];

function read(root: JsonNode): CallDraft {
  const lists = talkLists(root);
  const nodes = lists.length === 0 ? [] : nodesOn(root, lists[0]!.list.path);
  const around = nodes.filter(({ isRecord: is }) => is);
  const opening = openings
    .map((key) => around[0]?.peek(key))
    .find((node) => node !== undefined && isTalk(node));
  const records = [...(opening === undefined ? [] : [opening]), ...lists.flatMap(({ list }) => list.items())];
  const people = peopleIn(root);
  const open = records.filter((record) => record.isRecord && !isInternal(record));
  const isHan = areHan(open.flatMap((record) => wordsOf(record) ?? []));
  const said = open.flatMap((record) => saidOf(record, people, isHan) ?? []);
  const { base, msOf } = clockOf(said);
  const timed = said.map(({ text, voice, start: from, end: to, duration }) => {
    const start = msOf(from);
    const length = msOf(duration);
    const end = msOf(to) ?? (start === undefined || length === undefined ? undefined : start + length);
    return { text, voice, start, end };
  });
  const notes = records
    .filter((record) => record.isRecord && isInternal(record))
    .flatMap((record): [string, string][] => {
      const text = wordsOf(record);
      return text === undefined ? [] : [['notes', text]];
    });
  const head = headOf(
    around,
    new Set([...nodes, ...(opening === undefined ? [] : [opening])].map(({ value }) => value)),
  );
  const startedAt = head.some(([key]) => keyField(key)?.field === 'startedAt')
    ? undefined
    : (base?.iso ?? base?.written);
  return {
    pieces: areWords(said) ? cutWords(timed) : timed,
    head: [...head, ['startedAt', startedAt], ...notes],
  };
}

export const records: Vendor = {
  recognises: (value) => {
    const turn = value.peek('turns').first();
    if (turn.peek('speaker').exists && turn.peek('text').exists) return undefined;
    const [first] = talkLists(value);
    if (first === undefined) return undefined;
    return `${first.kind === '' ? 'it' : `its ${first.kind}`} is a list of records with words and who said them`;
  },
  calls: (value) => {
    const lists = talkLists(value);
    return areCalls(lists) ? lists.map(({ item }) => item!) : [value];
  },
  read,
};
