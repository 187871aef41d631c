/** One record of talk in JSON that no vendor's format describes: its words, who said them, and when, by the names of its keys. */
import type { Speaker } from '../../call/call.ts';
import { isRecord } from '../../call/is-record.ts';
import { keyField } from '../key-field.ts';
import { labelKey, labelReader } from '../labels.ts';
import { channelOf } from '../metadata.ts';
import type { Voice } from './draft.ts';
import { JsonNode } from './json-node.ts';
import { joinWords } from './pieces.ts';
import { speakerName } from './voice.ts';

/** Who a document says its people are, by id. */
export type Directory = ReadonlyMap<string, Person>;

export interface Person {
  readonly role?: string | undefined;
  readonly name?: string | undefined;
}

/** What a record says of a time: the value, and the unit where its key has one. */
export interface WrittenTime {
  readonly value: unknown;
  readonly unit?: 'ms' | 's';
}

/** Keys of words, the likeliest first. */
const wordKeys = 'text utterance transcript content message msg body sentence'.split(' ');
/** Keys of the parts that make a record's words. */
const partKeys = 'sentences segments utterances words elements parts tokens'.split(' ');
/** Keys of whoever talks, as an object or by name. */
const personKeys = 'author sender speaker participant user from speaker_info created_by sent_by'.split(' ');
const idKeys = ['id', 'user_id', 'userid', 'speaker_id', 'participant_id', 'speaker_label', 'label', 'email'];
const nameKeys = ['name', 'display_name', 'username', 'full_name', 'nick'];
const roleKeys = ['role', 'type', 'user_type', 'participant_role', 'kind'];

/** Words for the sides that only interfaces use. */
const sides: ReadonlyMap<string, Speaker> = new Map<string, Speaker>([
  ...['human agent', 'live agent', 'admin', 'teammate', 'employee', 'owner'].map(
    (word) => [word, 'agent'] as const,
  ),
  ...['end user', 'enduser', 'requester', 'lead', 'contact', 'external', 'lead or user'].map(
    (word) => [word, 'customer'] as const,
  ),
  ...['automated agent', 'ai', 'ai agent', 'application', 'automation', 'trigger'].map(
    (word) => [word, 'bot'] as const,
  ),
]);
const labelOf = labelReader();

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** What markup shows, where a message is markup. */
function plain(text: string): string {
  if (!/^\s*<(?:p|div|span|html|body|br|ul|ol|a|b|i|strong|em)\b[^>]*>/iu.test(text)) return text;
  return text
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/ul)\b[^>]*>/giu, '\n')
    .replaceAll(/<[a-z/!][^>]*>/giu, '')
    .replaceAll(/&(#39|\w{2,4});/gu, (whole, name: string) => entities[name] ?? whole)
    .trim();
}

/** The words at a node: a string, an object that holds one, or parts in a row; parts with speakers of their own are none. */
function wordsAt(node: JsonNode, isHan: boolean | undefined, depth: number): string | undefined {
  const { value } = node;
  if (typeof value === 'string') return value.trim() === '' ? undefined : plain(value);
  if (depth > 3) return undefined;
  if (node.isRecord) return wordsOf(node, isHan, depth + 1);
  if (!Array.isArray(value)) return undefined;
  const items = node.items();
  if (items.some((item) => item.isRecord && whoOf(item) !== undefined)) return undefined;
  const parts = items.flatMap((item) => wordsAt(item, isHan, depth + 1) ?? []);
  return parts.length === 0 ? undefined : joinWords(parts, isHan);
}

/** The words of a record; undefined where it has none. @param isHan whether the talk it is of is Chinese, where that is known */
export function wordsOf(record: JsonNode, isHan?: boolean, depth = 0): string | undefined {
  if (!isRecord(record.value)) return undefined;
  for (const key of [...wordKeys, ...partKeys]) {
    const words = wordsAt(record.peek(key), isHan, depth);
    if (words !== undefined) return words;
  }
  // 内容, and whatever else heads a column of words.
  for (const [key, value] of Object.entries(record.value)) {
    if (typeof value === 'string' && value.trim() !== '' && keyField(key)?.field === 'text')
      return plain(value);
  }
  return undefined;
}

interface Who extends Person {
  readonly id?: string | undefined;
  readonly channel?: string | undefined;
}

/** A label at a node; undefined where something else stands. */
function labelAt(node: JsonNode): string | undefined {
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' ? speakerName(node) : undefined;
}

/** Who said a record, as far as its keys tell; undefined where they name nobody. */
function whoOf(record: JsonNode): Who | undefined {
  if (!isRecord(record.value)) return undefined;
  let role: string | undefined;
  let id: string | undefined;
  let name: string | undefined;
  let channel: string | undefined;
  for (const key of personKeys) {
    const person = record.peek(key);
    if (person.isRecord) {
      role ??= labelAt(person.peek(...roleKeys));
      id ??= labelAt(person.peek(...idKeys));
      name ??= labelAt(person.peek(...nameKeys));
    } else id ??= labelAt(person);
  }
  for (const [key, value] of Object.entries(record.value)) {
    const field = keyField(key)?.field;
    const label = field === undefined ? undefined : labelAt(new JsonNode(value));
    if (label === undefined) continue;
    if (field === 'speaker') role ??= label;
    else if (field === 'participant' && !/name$/iu.test(key)) id ??= label;
    else if (field === 'talker' || field === 'participant') name ??= label;
    else if (field === 'channel' && channelOf(label) === undefined) channel ??= label;
  }
  if (role !== undefined && id === undefined) name ??= labelAt(record.peek(...nameKeys));
  if ((role ?? id ?? name ?? channel) === undefined) return undefined;
  return { role, id, name, channel };
}

/** True for a record that says something and who says it. */
export function isTalk(record: JsonNode): boolean {
  return record.isRecord && whoOf(record) !== undefined && wordsOf(record) !== undefined;
}

/** The side that a word for a role means. */
function sideOf(role: string | undefined): Speaker | undefined {
  if (role === undefined) return undefined;
  return sides.get(labelKey(role)) ?? labelOf(role)?.speaker;
}

/** The voice of a record. */
export function voiceIn(record: JsonNode, people: Directory): Voice | undefined {
  const who = whoOf(record);
  if (who === undefined) return undefined;
  const listed = who.id === undefined ? undefined : people.get(who.id);
  const name = who.name ?? listed?.name;
  const role = who.role ?? listed?.role;
  const side = sideOf(role);
  const own = who.id ?? name;
  if (side !== undefined && side !== 'unknown') {
    // Agent alone is the side; Supervisor is somebody.
    const id = own ?? (sides.has(labelKey(role!)) ? undefined : role);
    return { side, id, name: name === id ? undefined : name };
  }
  const id = own ?? role;
  if (id === undefined) return { channel: who.channel?.replace(/^speaker /u, '') };
  return { id, name: name === id ? undefined : name };
}

/** The people that lists of a document describe: an id with a name or a role, and no words. */
export function peopleIn(root: JsonNode): Directory {
  const people = new Map<string, Person>();
  const visit = (node: JsonNode, depth: number): void => {
    if (depth > 4) return;
    if (node.isList) {
      for (const item of node.items().slice(0, 100)) {
        if (!item.isRecord) continue;
        const id = labelAt(item.peek('id', 'user_id', 'speaker_id', 'participant_id'));
        const role = labelAt(item.peek(...roleKeys));
        const name = labelAt(item.peek(...nameKeys));
        if (id === undefined || (role ?? name) === undefined || wordsOf(item) !== undefined) continue;
        if (!people.has(id)) people.set(id, { role, name });
      }
      return;
    }
    if (!isRecord(node.value)) return;
    for (const [key, value] of Object.entries(node.value)) {
      if (typeof value === 'object' && value !== null) visit(new JsonNode(value, key), depth + 1);
    }
  };
  visit(root, 0);
  return people;
}

/** Whether a record was written among agents and never shown to the customer. */
export function isInternal(record: JsonNode): boolean {
  const is = (key: string, wanted: unknown) => record.peek(key).value === wanted;
  return (
    is('public', false) ||
    is('private', true) ||
    is('is_private', true) ||
    is('is_internal', true) ||
    is('part_type', 'note') ||
    is('type', 'note')
  );
}

/** The times of a record, as far as it or its parts have them. */
export interface WrittenTimes {
  readonly start?: WrittenTime;
  readonly end?: WrittenTime;
  readonly duration?: WrittenTime;
}

function ownTimes(record: JsonNode): WrittenTimes {
  const found: { start?: WrittenTime; end?: WrittenTime; duration?: WrittenTime } = {};
  let created: WrittenTime | undefined;
  for (const [key, value] of Object.entries(record.value as Readonly<Record<string, unknown>>)) {
    const { field, unit } = keyField(key) ?? {};
    const own = unit === undefined ? {} : { unit };
    if (field === 'start' && Array.isArray(value)) {
      found.start ??= { value: value[0], ...own };
      found.end ??= { value: value[1], ...own };
    } else if (value === null || typeof value === 'object') continue;
    else if (field === 'start' || field === 'end' || field === 'duration') found[field] ??= { value, ...own };
    else if (field === 'createdAt') created ??= { value, ...own };
    else if (/^seconds_?from_?start$/iu.test(key)) found.start = { value, unit: 's' };
  }
  return created === undefined || found.start !== undefined ? found : { ...found, start: created };
}

/** The times of a record as they are written: by the names of keys, `[start, end]` in a list, or those of its parts. */
export function timesIn(record: JsonNode, depth = 0): WrittenTimes {
  const own = ownTimes(record);
  if (own.start !== undefined || depth > 2) return own;
  const parts = partKeys
    .map((key) => record.peek(key))
    .find((node) => node.isList)
    ?.items()
    .filter((item) => item.isRecord);
  if (parts === undefined || parts.length === 0) return own;
  const first = timesIn(parts[0]!, depth + 1);
  const last = timesIn(parts.at(-1)!, depth + 1);
  return {
    ...(first.start === undefined ? {} : { start: first.start }),
    ...(last.end === undefined ? {} : { end: last.end }),
    ...own,
  };
}
