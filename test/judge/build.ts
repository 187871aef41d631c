/** Tiny packs and calls for the tests of judging, scoring and adjudication. */
import type { Call, CallEvent, Speaker, Turn } from '../../src/call/call.ts';
import { stretchesOf } from '../../src/call/stretch.ts';
import type { Detected } from '../../src/detect/detected.ts';
import type { Moment } from '../../src/detect/moment.ts';
import type { Pack } from '../../src/pack/model.ts';
import type { Allegation } from '../../src/pack/model/allegation.ts';
import type { Criterion } from '../../src/pack/model/criterion.ts';
import type { MomentRule } from '../../src/pack/model/moment-rule.ts';
import type { Scorecard } from '../../src/pack/model/scorecard.ts';

const origin = { file: 'pack.yaml', line: 1, column: 1 };
const words = { en: 'x', zh: 'x' };
const customers = ['problem', 'anger', 'rejection', 'thanks'];
const agents = [
  'greeting',
  'empathy',
  'apology',
  'lookup',
  'explanation',
  'solution',
  'refusal',
  'details-request',
  'send-away',
  'rude',
];

const moments: readonly MomentRule[] = [...customers, ...agents].map((id) => ({
  id,
  speaker: customers.includes(id) ? 'customer' : 'agent',
  title: words,
  phrases: [],
  unless: [],
  negation: 'off',
  quotation: 'off',
  examples: { hit: [], miss: [], 'known-miss': [], 'known-false-hit': [] },
  origin,
}));

type Form = Criterion['form'];
/** What a test says of a criterion; the rest is empty. */
type Sketch<F extends Form> = { readonly form: F } & Partial<Omit<Extract<Criterion, { form: F }>, 'form'>>;
export type AnySketch =
  | Sketch<'require'>
  | Sketch<'forbid'>
  | Sketch<'limit'>
  | (Sketch<'all' | 'any'> & { readonly of: readonly string[] });

export function criterion(sketch: AnySketch): Criterion {
  const base = {
    id: 'it',
    title: words,
    why: words,
    severity: 'ordinary' as const,
    examples: { met: [], 'not-met': [], 'not-applicable': [] },
    origin,
  };
  switch (sketch.form) {
    case 'require':
      return { ...base, require: [], when: [], each: false, unasked: [], before: [], ...sketch };
    case 'forbid':
      return { ...base, forbid: [], when: [], after: [], unless: [], within: 1, ...sketch };
    case 'limit':
      return { ...base, limit: [], to: 1, when: [], resetBy: [], ...sketch };
    default:
      return { ...base, ...sketch };
  }
}

export function packOf(
  criteria: readonly Criterion[],
  rest: {
    readonly scorecard?: Partial<Scorecard>;
    readonly allegations?: readonly Allegation[];
  } & Partial<Pick<Pack, 'keyFacts' | 'complaintTypes' | 'gravity' | 'promises'>> = {},
): Pack {
  return {
    id: 'tiny',
    version: '1.0.0',
    title: words,
    lists: {},
    moments,
    criteria,
    scorecard: {
      sections: [],
      grades: [
        { id: 'A', from: 90 },
        { id: 'B', from: 80 },
        { id: 'C', from: 70 },
        { id: 'D', from: 60 },
        { id: 'E', from: 0 },
      ],
      criticalCap: 'D',
      leastCoverage: 0,
      ...rest.scorecard,
    },
    allegations: rest.allegations ?? [],
    keyFacts: rest.keyFacts ?? [],
    complaintTypes: rest.complaintTypes ?? [],
    gravity: rest.gravity ?? [],
    promises: rest.promises ?? [],
    sha256: '',
  };
}

const sides: Readonly<Record<string, Speaker>> = {
  A: 'agent',
  C: 'customer',
  B: 'bot',
  U: 'unknown',
};

/**
 * A call from `A2 sorry apology / C problem / transfer / A lookup`: a turn between slashes, its first word the side
 * and the number of the participant; a word that names a moment is that moment; `mm` alone is backchannel.
 */
export function callOf(text: string): Call {
  const turns: Turn[] = [];
  const events: CallEvent[] = [];
  for (const piece of text.split('/').map((one) => one.trim())) {
    if (piece === 'transfer') {
      events.push({ kind: 'transfer', afterTurn: turns.length - 1 });
      continue;
    }
    const [who = '', ...said] = piece.split(' ');
    turns.push({ speaker: sides[who[0]!]!, participant: who, text: said.join(' ') });
  }
  return { id: 'call', turns, events };
}

/** What detection would make of `callOf`. */
export function detectIn(call: Call): Detected {
  const stretches = stretchesOf(call).map((stretch) => ({
    ...stretch,
    backchannel: call.turns
      .slice(stretch.firstTurn, stretch.lastTurn + 1)
      .every(({ text }) => text === 'mm' || text === ''),
  }));
  const found = stretches.flatMap((stretch) =>
    call.turns.slice(stretch.firstTurn, stretch.lastTurn + 1).flatMap((turn, offset) =>
      [...turn.text.matchAll(/[a-z-]+/g)].flatMap((match): readonly Moment[] => {
        const rule = moments.find(({ id }) => id === match[0]);
        if (rule?.speaker !== turn.speaker) return [];
        const span = {
          turn: stretch.firstTurn + offset,
          start: match.index,
          end: match.index + match[0].length,
        };
        return [
          {
            id: rule.id,
            speaker: turn.speaker,
            participant: turn.participant,
            stretch: stretch.index,
            parts: [span],
          },
        ];
      }),
    ),
  );
  return { call, stretches, moments: found, marks: [] };
}

/** Evidence in short: the moment and its turn. */
export function brief(evidence: readonly Moment[]): readonly string[] {
  return evidence.map(({ id, parts }) => `${id}@${parts[0].turn}`);
}
