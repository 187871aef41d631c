/** Key facts: what belongs on record of a complaint, and how each of it came there. */
import type { Call } from '../call/call.ts';
import type { Detected, NotedFact } from '../detect/detected.ts';
import { compareMoments, type Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';
import type { KeyFactRule } from '../pack/model/case-rules.ts';

/** One of the pack's key facts in one call. */
export interface FactOnRecord {
  readonly id: string;
  /** `recorded`: told, looked up, in the metadata or in a note; `asked`: asked for, and not answered that we can tell. */
  readonly status: 'recorded' | 'asked' | 'missing';
  readonly source?: 'customer' | 'agent' | 'metadata' | 'note';
  /** The words that tell it or ask for it; absent where the metadata has it, or nothing. */
  readonly words?: Moment;
  /** The words of the note that tells it, where only a note does. */
  readonly noted?: NotedFact;
}

/** The moment that a question for a fact stands in. */
const detailsRequest = 'details-request';

/** How far behind a request its object may stand, in UTF-16 code units. */
const nearby = 12;

/** The longest answer that is surely about the question, in UTF-16 code units. */
const longestAnswer = 80;

/**
 * Every key fact of the pack, in its order. The first words that tell it count: the customer's own, the agent's where
 * they have it, one of its moments, or a short answer to the question for it; else the metadata; else what the
 * agent noted; else the question.
 * What is put as a question answers none, and neither does a customer who declines.
 */
export function keyFactsOf(detected: Detected, pack: Pack): readonly FactOnRecord[] {
  const known = knownFacts.get(detected);
  if (known !== undefined && known.pack === pack) return known.facts;
  const requests = detected.moments.filter((moment) => moment.id === detailsRequest);
  const facts = pack.keyFacts.map((fact) => factOf(fact, detected, requests));
  knownFacts.set(detected, { pack, facts });
  return facts;
}

/** Several criteria and the case ask for them. */
const knownFacts = new WeakMap<Detected, { readonly pack: Pack; readonly facts: readonly FactOnRecord[] }>();

function factOf(
  { id, moments: ids, metadata }: KeyFactRule,
  detected: Detected,
  requests: readonly Moment[],
): FactOnRecord {
  const { call, moments, marks } = detected;
  const marked = (key: 'told' | 'found' | 'asked'): readonly Moment[] => {
    if (marks.length === 0) return marks;
    const mark = `key-facts/${id}/${key}`;
    return marks.filter((each) => each.id === mark);
  };
  const asked = marked('asked').filter((mark) => requests.some((request) => isAsked(mark, request)));
  const words = [
    ...marked('told'),
    ...marked('found'),
    ...moments.filter((moment) => ids.includes(moment.id)),
    ...asked.flatMap((question) => answerTo(question, detected)),
  ].toSorted(compareMoments)[0];
  if (words !== undefined) {
    return { id, status: 'recorded', source: words.speaker === 'agent' ? 'agent' : 'customer', words };
  }
  if (metadata.some((path) => isKnown(call, path))) return { id, status: 'recorded', source: 'metadata' };
  const noted = detected.notedFacts?.find(({ fact }) => fact === id);
  if (noted !== undefined) return { id, status: 'recorded', source: 'note', noted };
  const question = asked[0];
  return question === undefined ? { id, status: 'missing' } : { id, status: 'asked', words: question };
}

/** Whether a mark is what the agent's request is about: it stands in its words, or follows them closely. */
function isAsked(mark: Moment, request: Moment): boolean {
  const [word] = mark.parts;
  return request.parts.some(
    ({ turn, start, end }) => turn === word.turn && word.end > start && word.start <= end + nearby,
  );
}

/** The customer's next stretch where it is short and answers; all of its turns that say anything are its words. */
function answerTo(question: Moment, { call, stretches, moments }: Detected): readonly Moment[] {
  const answer = stretches.slice(question.stretch + 1).find(({ speaker }) => speaker === 'customer');
  if (answer === undefined || answer.backchannel) return [];
  const declined = moments.some(({ id, stretch }) => id === 'rejection' && stretch === answer.index);
  const [first, ...rest] = call.turns
    .slice(answer.firstTurn, answer.lastTurn + 1)
    .flatMap(({ text }, index) => {
      const end = text.trimEnd().length;
      const start = text.length - text.trimStart().length;
      return end > start ? [{ turn: answer.firstTurn + index, start, end }] : [];
    });
  if (first === undefined || declined) return [];
  const parts = [first, ...rest] as const;
  const texts = parts.map(({ turn, start, end }) => call.turns[turn]!.text.slice(start, end));
  if (texts.join(' ').length > longestAnswer || texts.some((text) => /[?？]/u.test(text))) return [];
  const { speaker, participant, index } = answer;
  return [{ id: question.id, speaker, participant, stretch: index, parts }];
}

/** Whether the metadata says something at a path, such as `customer.name`. */
function isKnown(call: Call, path: string): boolean {
  let value: unknown = call;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
