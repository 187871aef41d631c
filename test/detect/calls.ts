/** Calls and a tiny pack by hand, for the tests of detection. */
import type { Call, Turn } from '../../src/call/call.ts';
import type { CompiledPack } from '../../src/pack/compiled.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import type { Pack } from '../../src/pack/model.ts';
import type { MomentRule } from '../../src/pack/model/moment-rule.ts';
import type { WrittenPhrase } from '../../src/pack/model/origin.ts';

const origin = { file: 'tiny.yaml', line: 1, column: 1 };

function phrases(...texts: readonly string[]): readonly WrittenPhrase[] {
  return texts.map((text) => ({ text, origin }));
}

function moment(id: string, rule: Pick<MomentRule, 'speaker' | 'phrases'> & Partial<MomentRule>): MomentRule {
  return {
    id,
    title: { en: id, zh: id },
    unless: [],
    negation: 'off',
    quotation: 'off',
    examples: { hit: [], miss: [], 'known-miss': [], 'known-false-hit': [] },
    origin,
    ...rule,
  };
}

const pack: Pack = {
  id: 'tiny',
  version: '1',
  title: { en: 'Tiny', zh: '小' },
  lists: {
    negators: phrases('not', 'never', '(不是|没有|没|别)'),
    'negated-questions': phrases('why do not you', '(是不是|能不能)'),
    'reported-speech': phrases('(he|she|rep) [just] (said|told)', '客服...4(说|叫我)'),
  },
  moments: [
    moment('calm-down', {
      speaker: 'agent',
      phrases: phrases('calm [yourself] down', 'you need to calm', '冷静(一下|下来)'),
      unless: phrases('weather ... calm', '能冷静下来地'),
      negation: 'guard',
      quotation: 'guard',
    }),
    moment('apology', { speaker: 'agent', phrases: phrases('(sorry|apologi*)', 'so sorry', '抱歉') }),
    moment('rejection', { speaker: 'customer', phrases: phrases('no way'), answers: true }),
    moment('anger', { speaker: 'customer', phrases: phrases('furious', 'calm down', '生气') }),
  ],
  criteria: [],
  scorecard: { sections: [], grades: [{ id: 'A', from: 0 }], criticalCap: 'A', leastCoverage: 0.3 },
  allegations: [],
  keyFacts: [],
  complaintTypes: [],
  gravity: [],
  promises: [],
  sha256: '',
};

export const tinyPack: CompiledPack = compilePack(pack);

type ShortTurn = readonly [
  speaker: Turn['speaker'],
  text: string,
  more?: Omit<Partial<Turn>, 'speaker' | 'text'>,
];

/** A call of turns `[speaker, text]`, with whatever else it has. */
export function callOf(turns: readonly ShortTurn[], more: Partial<Call> = {}): Call {
  return { id: 'test', turns: turns.map(([speaker, text, rest]) => ({ speaker, text, ...rest })), ...more };
}
