/** Part 6 of a case report: key facts on record, kind and severity of the complaint, promises. */
import type { Evidence, KeyFact, PromiseRecord } from '../../result/result.ts';
import type { Block, Check, Fact, Tone } from './block.ts';
import { durationWords } from './duration-words.ts';
import type { CaseView } from './view.ts';

/** So many quotes show what kind a complaint is. */
const mostQuotes = 3;

/** The blocks of the part. */
export function recordOf(view: CaseView): readonly Block[] {
  const { say } = view;
  const { keyFacts, promises } = view.audit.case;
  return [
    ...(keyFacts.length === 0
      ? []
      : [
          { kind: 'heading', text: say('record.key-facts') } as const,
          { kind: 'checks', checks: factChecks(keyFacts, view) } as const,
        ]),
    { kind: 'heading', text: say('record.kind') },
    { kind: 'facts', facts: kindFacts(view) },
    { kind: 'heading', text: say('record.promises') },
    promises.length === 0
      ? { kind: 'paragraph', text: say('record.no-promises'), muted: true }
      : { kind: 'checks', checks: promises.map((promise) => promiseCheck(promise, view)) },
  ];
}

function kindFacts(view: CaseView): readonly Fact[] {
  const { naming, say } = view;
  const { complaintType, gravity } = view.audit.case;
  const quotes = (evidence: readonly Evidence[]) => view.quotes(evidence).slice(0, mostQuotes);
  return [
    complaintType === null
      ? { label: say('label.complaint-type'), value: say('record.type-unknown') }
      : {
          label: say('label.complaint-type'),
          value: naming.name('complaintType', complaintType.id),
          quotes: quotes(complaintType.evidence),
        },
    ...(gravity === null
      ? []
      : [
          {
            label: say('label.gravity'),
            value: naming.name('gravity', gravity.id),
            quotes: quotes(gravity.evidence),
          },
        ]),
  ];
}

const factTones: Readonly<Record<KeyFact['status'], Tone>> = {
  recorded: 'good',
  asked: 'unsure',
  missing: 'bad',
};

/** One sentence may tell several facts: it is quoted once. */
function factChecks(facts: readonly KeyFact[], view: CaseView): readonly Check[] {
  const quoted = new Set<string>();
  return facts.map((fact) => {
    const { quote, ...rest } = fact;
    const key = `${fact.turn}:${quote}`;
    const again = quote !== undefined && quoted.has(key);
    quoted.add(key);
    return factCheck(again ? rest : fact, view);
  });
}

function factCheck({ id, status, source, quote, turn }: KeyFact, view: CaseView): Check {
  const cannotTell = status === 'missing' && view.audit.review?.includes('speakers-unknown') === true;
  return {
    title: view.naming.name('keyFact', id),
    tone: cannotTell ? 'unsure' : factTones[status],
    word: view.say(cannotTell ? 'fact.unknown' : `fact.${status}`),
    details: [
      ...(source === undefined ? [] : [view.say(`fact-source.${source}`)]),
      ...(quote === undefined && turn !== undefined ? [view.turn(turn)] : []),
      ...(quote !== undefined && turn === undefined ? [view.quoted(quote)] : []),
    ],
    quotes:
      quote === undefined || turn === undefined
        ? []
        : [{ place: view.place(turn), words: view.quoted(quote) }],
  };
}

const promiseTones: Readonly<Record<PromiseRecord['status'], Tone>> = {
  kept: 'good',
  late: 'unsure',
  broken: 'bad',
  open: 'plain',
};

function promiseCheck(promise: PromiseRecord, view: CaseView): Check {
  const { say } = view;
  const { id, call, turn, quote, dueAfter, dueFrom = 'policy', status, keptIn } = promise;
  return {
    title: view.naming.name('promise', id),
    tone: promiseTones[status],
    word: say(`promise.${status}`),
    details: [
      dueAfter === undefined
        ? say('promise.no-due')
        : say(`promise.due-${dueFrom}`, { time: durationWords(dueAfter, view) }),
      ...(keptIn === undefined
        ? []
        : [say('promise.kept-in', { where: view.turn(keptIn.turn, keptIn.call) })]),
    ],
    quotes: [{ place: view.place(turn, { call }), words: view.quoted(quote) }],
  };
}
