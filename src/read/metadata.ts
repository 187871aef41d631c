/** Turns names and values, as front matter and columns give them, into what a call knows of itself. */
import type { Writable } from '../call/writable.ts';
import type { Call } from '../call/call.ts';
import { instantOf } from '../call/instant.ts';
import { isRecord } from '../call/is-record.ts';
import { isUnseen } from './is-unseen.ts';
import { keyField } from './key-field.ts';
import { namesNobody } from './names-nobody.ts';
import { startOf } from './row-time.ts';

/** All of a call but its turns and what goes with them. */
export type Metadata = Omit<Partial<Call>, 'turns' | 'events' | 'participants'>;

type Draft = Writable<Metadata>;

const directions = new Map<string, NonNullable<Call['direction']>>([
  ['inbound', 'inbound'],
  ['incoming', 'inbound'],
  ['in', 'inbound'],
  ['呼入', 'inbound'],
  ['来电', 'inbound'],
  ['來電', 'inbound'],
  ['outbound', 'outbound'],
  ['outgoing', 'outbound'],
  ['out', 'outbound'],
  ['呼出', 'outbound'],
  ['外呼', 'outbound'],
  ['去电', 'outbound'],
  ['去電', 'outbound'],
]);
const channels = new Map<string, NonNullable<Call['channel']>>([
  ['phone', 'phone'],
  ['call', 'phone'],
  ['voice', 'phone'],
  ['telephone', 'phone'],
  ['电话', 'phone'],
  ['電話', 'phone'],
  ['语音', 'phone'],
  ['語音', 'phone'],
  ['chat', 'chat'],
  ['webchat', 'chat'],
  ['在线', 'chat'],
  ['在線', 'chat'],
  ['線上', 'chat'],
  ['文字', 'chat'],
  ['聊天', 'chat'],
  ['email', 'email'],
  ['mail', 'email'],
  ['邮件', 'email'],
  ['郵件', 'email'],
  ['邮箱', 'email'],
]);
const languages = new Map([
  ['english', 'en'],
  ['英语', 'en'],
  ['英文', 'en'],
  ['英語', 'en'],
  ['chinese', 'zh'],
  ['中文', 'zh'],
  ['普通话', 'zh-CN'],
  ['简体中文', 'zh-CN'],
  ['國語', 'zh-TW'],
  ['繁體中文', 'zh-TW'],
]);

/** `inbound` or `outbound` for the words that exports use; undefined for any other. */
export function directionOf(word: string): Call['direction'] {
  return directions.get(word.trim().toLowerCase());
}

/** `phone`, `chat` or `email` for the words that exports use; undefined for any other. */
export function channelOf(word: string): Call['channel'] {
  return channels.get(word.trim().toLowerCase());
}

/** The strings of a list, or of one string with commas. Undefined where something else is in it. */
function stringsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') {
    const parts = value.split(/[,，、;；]/u).map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : undefined;
}

/** Of the several words that the rows of a call have the one that names somebody; the value itself where more do. */
function oneNamed(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return value;
  const names = value.filter((one) => !namesNobody(one));
  return names.length > 1 || value.length === 0 ? value : (names[0] ?? value[0]);
}

/**
 * Takes one value where its name is known; false where it does not fit, so that it is kept as it is.
 * @param known what is not to be said again
 */
function take(
  draft: Draft,
  name: string,
  written: unknown,
  dayFirst: boolean | undefined,
  known: Metadata,
): boolean {
  const field = keyField(name)?.field;
  if (field === undefined) return false;
  const value = typeof written === 'number' && Number.isFinite(written) ? String(written) : written;
  const person = (side: 'agent' | 'customer', part: 'id' | 'name' | 'team'): boolean => {
    const word = oneNamed(value);
    if (typeof word !== 'string' || isUnseen(word)) return false;
    if (namesNobody(word)) return true;
    const before = (draft[side] as Readonly<Record<string, string>> | undefined)?.[part];
    if (before !== undefined) return before === word.trim();
    draft[side] = { ...draft[side], [part]: word.trim() };
    return true;
  };
  switch (field) {
    case 'agent':
    case 'customer': {
      const word = oneNamed(value);
      if (typeof word === 'string') return person(field, /^[\w*-]*\d[\w*-]*$/u.test(word) ? 'id' : 'name');
      const parts = field === 'agent' ? ['id', 'name', 'team'] : ['id', 'name'];
      if (!isRecord(value)) return false;
      const entries = Object.entries(value);
      if (!entries.every(([part, text]) => parts.includes(part) && typeof text === 'string')) return false;
      const seen = entries.filter(([, text]) => !namesNobody(String(text)));
      if (seen.length > 0) {
        draft[field] = { ...draft[field], ...Object.fromEntries(seen), ...known[field] };
      }
      return true;
    }
    case 'agentId':
      return person('agent', 'id');
    case 'agentName':
      return person('agent', 'name');
    case 'agentTeam':
      return person('agent', 'team');
    case 'customerId':
      return person('customer', 'id');
    case 'customerName':
      return person('customer', 'name');
    case 'allegations': {
      const allegations = stringsOf(value);
      if (allegations === undefined || known.allegations !== undefined) return false;
      draft.allegations = [...(draft.allegations ?? []), ...allegations];
      return true;
    }
    case 'notes': {
      const notes = (Array.isArray(value) ? value : [value]).map((note: unknown) =>
        typeof note === 'string' ? { text: note } : note,
      );
      const fits = (note: unknown): note is { text: string; by?: string; at?: string } =>
        isRecord(note) &&
        typeof note['text'] === 'string' &&
        Object.entries(note).every(
          ([key, text]) => ['text', 'by', 'at'].includes(key) && typeof text === 'string',
        );
      if (!notes.every(fits) || known.notes !== undefined) return false;
      draft.notes = [...(draft.notes ?? []), ...notes.filter((note) => note.text !== '')];
      return true;
    }
    case 'startedAt': {
      const at = draft.startedAt === undefined ? startOfAll(value, dayFirst) : undefined;
      if (at === undefined) return false;
      draft.startedAt = at;
      return typeof value === 'string';
    }
    case 'caseId':
      if (typeof value === 'string' && namesNobody(value)) return !isUnseen(value);
      return typeof value === 'string' && takeWord(draft, field, value.trim());
    default:
      return typeof value === 'string' && !isUnseen(value) && takeWord(draft, field, value.trim());
  }
}

/** A date, or the first of those that the rows of a call have; undefined where one of them cannot be read. */
function startOfAll(value: unknown, dayFirst: boolean | undefined): string | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = all.map((one) =>
    typeof one === 'string' || typeof one === 'number' ? startOf(String(one).trim(), dayFirst) : undefined,
  );
  return read.every((one) => one !== undefined) ? read.toSorted(byInstant)[0] : undefined;
}

function byInstant(a: string, b: string): number {
  return (instantOf(a)?.ms ?? 0) - (instantOf(b)?.ms ?? 0);
}

function takeWord(draft: Draft, field: string, word: string): boolean {
  switch (field) {
    case 'id':
    case 'rowId':
      if (draft.id !== undefined) return false;
      draft.id = word;
      return true;
    case 'caseId':
      if (draft.caseId !== undefined) return false;
      draft.caseId = word;
      return true;
    case 'language': {
      const tag = languages.get(word.toLowerCase()) ?? word.replaceAll('_', '-');
      if (draft.language !== undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag)) return false;
      draft.language = tag;
      return true;
    }
    case 'direction':
    case 'channel': {
      const known = field === 'direction' ? directionOf(word) : channelOf(word);
      if (known === undefined || draft[field] !== undefined) return false;
      Object.assign(draft, { [field]: known });
      return true;
    }
    default:
      return false;
  }
}

/** Whether a word may be a person's id or name, so that a value under a name for one of them goes before it. */
function isVague(name: string, value: unknown): boolean {
  const field = isRecord(value) ? undefined : keyField(name)?.field;
  return field === 'agent' || field === 'customer';
}

/**
 * What names and values say of a call. Names may be in either language; what has no place of its own, or does not fit
 * it, is kept in `meta` under the name it came with.
 * Placeholders for a person, a team or a case, such as `N/A`, are none and are not kept.
 * @param dayFirst whether the day stands before the month in dates, where the source tells
 * @param known what is known of the call already and goes before; given back with the rest
 */
export function metadataOf(
  entries: Iterable<readonly [name: string, value: unknown]>,
  dayFirst?: boolean,
  known: Omit<Metadata, 'meta'> = {},
): Metadata {
  const draft: Draft = { ...known };
  const meta: [string, unknown][] = [];
  const late: [string, unknown][] = [];
  for (const [name, value] of entries) {
    if (name === 'meta' && isRecord(value)) meta.push(...Object.entries(value));
    else if (isVague(name, value)) late.push([name, value]);
    else if (!take(draft, name, value, dayFirst, known)) meta.push([name, value]);
  }
  for (const [name, value] of late) if (!take(draft, name, value, dayFirst, known)) meta.push([name, value]);
  // fromEntries defines its keys, so that one called __proto__ is data like any other.
  return meta.length === 0 ? draft : { ...draft, meta: Object.fromEntries(meta) };
}
