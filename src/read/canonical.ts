/** Checks a value against the canonical form of a call and maps the words for its speakers; errors name the path. */
import type { Writable } from '../call/writable.ts';
import type { Call, CallEvent, Note, Participant, Speaker, Turn } from '../call/call.ts';
import { Failure, type Place } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import { described } from './described.ts';
import { isUnseen } from './is-unseen.ts';
import type { Label, LabelReader } from './labels.ts';
import { channelOf, directionOf, metadataOf } from './metadata.ts';
import { namesNobody } from './names-nobody.ts';
import { recordEntries } from './record-entries.ts';
import { startOf } from './row-time.ts';

type Values = Readonly<Record<string, unknown>>;

const callKeys = new Set(
  'id caseId language startedAt direction channel agent customer participants allegations notes turns events meta'.split(
    ' ',
  ),
);
const sides = new Set<unknown>(['agent', 'customer', 'bot', 'unknown'] satisfies Speaker[]);
const kinds = new Set<unknown>(['hold', 'resume', 'transfer', 'disconnect'] satisfies CallEvent['kind'][]);

/** A value does not have the form of a call. */
class Unfit {
  readonly path: string;
  readonly expected: string;
  readonly value: unknown;
  constructor(path: string, expected: string, value: unknown) {
    this.path = path;
    this.expected = expected;
    this.value = value;
  }
}

/** The value of an optional key; null counts as absent, as exports write it. */
function optional<Value>(
  owner: Values,
  key: string,
  path: string,
  expected: string,
  fits: (value: unknown) => value is Value,
): Value | undefined {
  const value = owner[key];
  if (value === undefined || value === null) return undefined;
  if (!fits(value)) throw new Unfit(path + key, expected, value);
  return value;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isStringOrNumber = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const milliseconds = 'milliseconds as a number';

function checkTimes(owner: Values, path: string): void {
  const start = optional(owner, 'start', path, milliseconds, isTime);
  const end = optional(owner, 'end', path, milliseconds, isTime);
  if (start !== undefined && end !== undefined && end < start) {
    throw new Unfit(`${path}end`, `no time before the start, ${start}`, end);
  }
  optional(owner, 'confidence', path, 'a number from 0 to 1', isShare);
}

/** The object without its keys of null; itself where it has none. */
function withoutNulls(value: Values): Values {
  for (const key in value) {
    if (value[key] === null)
      return Object.fromEntries(Object.entries(value).filter((entry) => entry[1] !== null));
  }
  return value;
}

function checkWords(words: readonly unknown[], path: string): void {
  for (const [index, word] of words.entries()) {
    if (!isRecord(word)) throw new Unfit(`${path}[${index}]`, 'an object with text, start and end', word);
    if (!isString(word['text'])) throw new Unfit(`${path}[${index}].text`, 'a string', word['text']);
    checkTimes(word, `${path}[${index}].`);
  }
}

/** What a word for a speaker means; a word that no table knows is a person of no known side. */
function sideOf(word: string, labelOf: LabelReader): Label {
  return labelOf(word) ?? { speaker: 'unknown', key: word, plain: false };
}

function checkTurn(
  value: unknown,
  index: number,
  people: ReadonlyMap<string, Speaker>,
  labelOf: LabelReader,
): Turn {
  if (!isRecord(value)) throw new Unfit(`turns[${index}]`, 'an object with speaker and text', value);
  const path = `turns[${index}].`;
  if (!isString(value['text'])) throw new Unfit(`${path}text`, 'a string', value['text']);
  const participant = optional(value, 'participant', path, 'a string', isString);
  checkTimes(value, path);
  optional(value, 'sentiment', path, 'a string or a number', isStringOrNumber);
  const words = optional(value, 'words', path, 'a list of words', isList);
  if (words !== undefined) checkWords(words, `${path}words`);
  const fit = withoutNulls(value);
  const word = value['speaker'] ?? (participant === undefined ? undefined : people.get(participant));
  if (!isString(word) || word === '') {
    throw new Unfit(
      `${path}speaker`,
      'agent, customer, bot, unknown or another word for one of them',
      value['speaker'],
    );
  }
  const label = sideOf(word, labelOf);
  if (label.speaker === word && value['speaker'] === word) return fit as unknown as Turn;
  const named = participant === undefined && !label.plain ? { participant: word } : {};
  return { ...(fit as unknown as Turn), speaker: label.speaker, ...named };
}

/** The list itself where every item is right as it is, else a new one. */
function mapped<Item>(
  list: readonly unknown[],
  check: (value: unknown, index: number) => Item,
): readonly Item[] {
  let changed: Item[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = check(list[index], index);
    if (changed === undefined && item !== list[index]) changed = list.slice(0, index) as Item[];
    changed?.push(item);
  }
  return changed ?? (list as readonly Item[]);
}

function checkEvent(value: unknown, index: number, turns: number, labelOf: LabelReader): CallEvent {
  const path = `events[${index}]`;
  if (!isRecord(value)) throw new Unfit(path, 'an object with kind and afterTurn', value);
  if (!kinds.has(value['kind']))
    throw new Unfit(`${path}.kind`, 'hold, resume, transfer or disconnect', value['kind']);
  const after = value['afterTurn'];
  if (typeof after !== 'number' || !Number.isInteger(after) || after < -1 || after >= turns) {
    throw new Unfit(`${path}.afterTurn`, `the number of a turn, from -1 to ${turns - 1}`, after);
  }
  optional(value, 'at', `${path}.`, milliseconds, isTime);
  optional(value, 'detail', `${path}.`, 'a string', isString);
  const by = optional(value, 'by', `${path}.`, 'agent, customer, bot or system', isString);
  const fit = withoutNulls(value) as unknown as CallEvent;
  if (by === undefined || by === 'system' || sides.has(by)) return fit;
  const side = labelOf(by)?.speaker;
  if (side === undefined) throw new Unfit(`${path}.by`, 'agent, customer, bot or system', by);
  return { ...fit, by: side };
}

function checkNote(value: unknown, index: number): Note {
  if (isString(value)) return { text: value };
  const path = `notes[${index}]`;
  if (!isRecord(value)) throw new Unfit(path, 'a string, or an object with text', value);
  if (!isString(value['text'])) throw new Unfit(`${path}.text`, 'a string', value['text']);
  optional(value, 'by', `${path}.`, 'a string', isString);
  optional(value, 'at', `${path}.`, 'a string', isString);
  return withoutNulls(value) as unknown as Note;
}

function checkParticipant(value: unknown, index: number, labelOf: LabelReader): Participant {
  const path = `participants[${index}]`;
  if (!isRecord(value)) throw new Unfit(path, 'an object with id and speaker', value);
  if (!isString(value['id'])) throw new Unfit(`${path}.id`, 'a string', value['id']);
  const word = value['speaker'];
  if (!isString(word)) throw new Unfit(`${path}.speaker`, 'agent, customer, bot or unknown', word);
  optional(value, 'name', `${path}.`, 'a string', isString);
  const fit = withoutNulls(value) as unknown as Participant;
  const { speaker } = sideOf(word, labelOf);
  return speaker === word ? fit : { ...fit, speaker };
}

const isPerson = (value: unknown): value is Values | string | number =>
  isRecord(value) || isStringOrNumber(value);

function checkPerson(value: Values, key: 'agent' | 'customer'): Call['agent'] {
  const parts = key === 'agent' ? ['id', 'name', 'team'] : ['id', 'name'];
  for (const part of Object.keys(value)) {
    if (!parts.includes(part))
      throw new Unfit(`${key}.${part}`, `only ${parts.join(', ')} here`, value[part]);
    optional(value, part, `${key}.`, 'a string', isString);
  }
  const fit = withoutNulls(value);
  const named = Object.entries(fit).filter(([, name]) => !namesNobody(name as string));
  return named.length === Object.keys(fit).length ? fit : Object.fromEntries(named);
}

function checkFields(value: Values, fallbackId: string, labelOf: LabelReader): Call {
  const changes: Partial<Writable<Call>> = {};
  const id = optional(value, 'id', '', 'a string', isStringOrNumber);
  const hasId = id !== undefined && !isUnseen(String(id));
  if (!hasId) changes.id = fallbackId;
  else if (typeof id === 'number') changes.id = String(id);
  const unseen = ['caseId', 'language'].filter((key) => {
    const word = optional(value, key, '', 'a string', isString);
    return word !== undefined && (key === 'caseId' ? namesNobody(word) : isUnseen(word));
  });
  const date = value['startedAt'] ?? undefined;
  const iso = isStringOrNumber(date) ? startOf(String(date)) : undefined;
  // A call that cannot be dated is a call nevertheless.
  const isUnread = date !== undefined && iso === undefined;
  if (iso !== undefined && iso !== date) changes.startedAt = iso;
  const direction = optional(value, 'direction', '', 'inbound or outbound', isString);
  if (direction !== undefined) {
    const known = directionOf(direction);
    if (known === undefined) throw new Unfit('direction', 'inbound or outbound', direction);
    if (known !== direction) changes.direction = known;
  }
  const channel = optional(value, 'channel', '', 'phone, chat or email', isString);
  if (channel !== undefined) {
    const known = channelOf(channel);
    if (known === undefined) throw new Unfit('channel', 'phone, chat or email', channel);
    if (known !== channel) changes.channel = known;
  }
  for (const key of ['agent', 'customer'] as const) {
    const written = optional(value, key, '', 'an object with id and name, or the id', isPerson);
    if (written === undefined) continue;
    const person = isRecord(written) ? written : { id: String(written) };
    const fit = checkPerson(person, key);
    if (fit !== written) Object.assign(changes, { [key]: fit });
  }
  const allegations = optional(value, 'allegations', '', 'a list of allegation ids', isList) ?? [];
  for (const [index, allegation] of allegations.entries()) {
    if (!isString(allegation)) throw new Unfit(`allegations[${index}]`, 'a string', allegation);
  }
  const people = new Map<string, Speaker>();
  const participants = optional(value, 'participants', '', 'a list of participants', isList);
  if (participants !== undefined) {
    const fit = mapped(participants, (participant, index) => checkParticipant(participant, index, labelOf));
    for (const participant of fit) people.set(participant.id, participant.speaker);
    if (fit !== participants) changes.participants = fit;
  }
  const notes = optional(value, 'notes', '', 'a list of notes', isList);
  if (notes !== undefined) {
    const fit = mapped(notes, checkNote);
    if (fit !== notes) changes.notes = fit;
  }
  const turns = value['turns'];
  if (!isList(turns)) throw new Unfit('turns', 'a list of turns', turns);
  const fitTurns = mapped(turns, (turn, index) => checkTurn(turn, index, people, labelOf));
  if (fitTurns !== turns) changes.turns = fitTurns;
  const events = optional(value, 'events', '', 'a list of events', isList);
  if (events !== undefined) {
    const fit = mapped(events, (event, index) => checkEvent(event, index, turns.length, labelOf));
    if (fit !== events) changes.events = fit;
  }
  const meta = optional(value, 'meta', '', 'an object', isRecord);
  const others = Object.entries(value).filter(([key, other]) => !callKeys.has(key) && other !== null);
  const fit = withoutNulls(value) as unknown as Call;
  if (others.length + unseen.length === 0 && !isUnread) {
    return Object.keys(changes).length === 0 ? fit : { ...fit, ...changes };
  }
  const own = Object.fromEntries(
    Object.entries({ ...fit, ...changes }).filter(
      ([key]) =>
        callKeys.has(key) &&
        key !== 'meta' &&
        !unseen.includes(key) &&
        !(key === 'startedAt' && isUnread) &&
        !(key === 'id' && !hasId),
    ),
  ) as unknown as Omit<Call, 'id' | 'meta'>;
  // What has no place in the canonical form is kept, not dropped.
  const { meta: rest, ...known } = metadataOf(recordEntries(others, iso !== undefined), undefined, own);
  const kept = { ...meta, ...(isUnread && date !== '' ? { startedAt: date } : {}), ...rest };
  return {
    id: fallbackId,
    ...own,
    ...known,
    ...(Object.keys(kept).length === 0 ? {} : { meta: kept }),
  };
}

/**
 * A value as a call: itself where it already is one, else with its speakers' words mapped and nulls left out. Keys that
 * are not canonical are read as other records have them (`call_id`, `agentName`, `工号`) where no canonical one says the
 * same, and are moved to `meta` where they mean nothing.
 * @param fallbackId the id of a call that brings none.
 * @throws Failure `call-invalid` at `place`, whose message names the path, such as `turns[3].speaker`.
 */
export function checkCall(value: unknown, fallbackId: string, place: Place, labelOf: LabelReader): Call {
  try {
    if (!isRecord(value)) throw new Unfit('the call', 'an object with turns', value);
    return checkFields(value, fallbackId, labelOf);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new Failure(`${error.path}: expected ${error.expected}; ${described(error.value)}`, {
      code: 'call-invalid',
      ...place,
      hint: 'A call is {"id": …, "turns": [{"speaker": "agent", "text": …}, …]}, with times in milliseconds.',
    });
  }
}
