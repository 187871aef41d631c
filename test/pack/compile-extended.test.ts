import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detect.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import { compileExtended, compilePack } from '../../src/pack/compiled.ts';
import { extendPack, loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/model.ts';
import { Automaton } from '../../src/phrases/automaton.ts';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';
import { symbol } from '../../src/phrases/symbols.ts';
import { readCalls } from '../../src/read/read.ts';
import { findSources } from '../../src/read/sources.ts';
import { root } from '../cli/callqa.ts';
import { callOf } from '../detect/calls.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

/** A moment of each side in YAML. */
function moment(id: string, speaker: string, phrases: readonly string[], more = ''): string {
  const lines = phrases.map((phrase) => `      ${phrase}\n`).join('');
  return `  ${id}:
    speaker: ${speaker}
    title: {en: ${id}, zh: ${id}}
    phrases: |
${lines}${more}    examples: {hit: [a], miss: [b]}
`;
}

const PROMISE = `promises:
  gift:
    title: {en: A gift, zh: 礼品}
    moments: [empathy]
    within: 2 days
    phrases: (will|shall) send [you] a gift
    kept-by: {phrases: the gift (came|is here)}
    broken-by: no gift
`;
const BASE = `${SMALL_PACK}${PROMISE}`;

const ADDED = `moments:
${moment('jargon', 'agent', ['in the queue', '工单在流转', 'upset'], '    unless: not in the queue\n    negation: guard\n')}
${moment('hurry', 'customer', ['hurry [up]', '快(一点|点)', '{feelings}'])}
`;
const OVER = `moments:
${moment('calm-down', 'agent', ['relax', 'take it easy'])}
${moment('problem', 'customer', ['does not work', 'it is broken'])}
${PROMISE.replace('a gift\n', 'a (gift|present)\n')}`;
const LISTS = `lists:
  feelings: |
    sad
    冷静
`;

const small = (): Pack => loadPack(folderOf({ 'pack.yaml': BASE }));

function extended(pack: Pack, text: string): Pack {
  return extendPack({ pack, override: true }, `${folderOf({ 'own.yaml': text })}/own.yaml`, 'own.yaml').pack;
}

const calls = [
  callOf([
    ['agent', 'Please calm down, it is in the queue. We will send you a gift.'],
    ['customer', 'It is broken, hurry up! There is no gift.'],
    ['agent', 'I see you are frustrated. Not in the queue, not yet. 冷静一下，工单在流转。'],
    ['customer', 'I am sad, it does not work. 快点'],
    ['agent', 'Relax and take it easy, we will send a present. I see you are sad.'],
    ['customer', 'Upset? The gift is here.'],
  ]),
];

describe('a compiled pack that is extended', () => {
  it.each([
    ['rules beside it', [ADDED], [2, true]],
    ['rules in the place of its own', [OVER], [2, true]],
    ['both, one after the other', [ADDED, OVER], [3, true]],
    ['both, the other way round', [OVER, ADDED], [3, true]],
    ['rules twice in the place of its own', [OVER, OVER.replace('relax', 'cool it')], [3, true]],
    ['a list that its phrases name', [LISTS], [1, false]],
    ['nothing that is heard', ['criteria: {}\n'], [1, true]],
  ] as const)('hears with %s what it hears compiled anew', (_, texts, [layers, sharing]) => {
    let compiled = compilePack(small());
    const tables = compiled.layers[0].agent.phrases;
    for (const text of texts) compiled = compileExtended(compiled, extended(compiled.pack, text));
    expect(compiled.layers).toHaveLength(layers);
    expect(compiled.layers[0].agent.phrases === tables).toBe(sharing);
    const found = calls.map(createDetector(compiled));
    expect(found).toEqual(calls.map(createDetector(compilePack(compiled.pack))));
    expect(found[0]!.moments.length).toBeGreaterThan(2);
  });

  it('takes the notes of a protocol and of key facts that stand in for its own', () => {
    const fact = (told: string): string => `key-facts:
  order:
    title: {en: Order, zh: 订单}
    told: ${told}
`;
    const base = compilePack(loadPack(folderOf({ 'pack.yaml': `${SMALL_PACK}${fact('order <number>')}` })));
    const same = compileExtended(base, extended(base.pack, ADDED));
    expect(same.notes).toBe(base.notes);
    const other = compileExtended(base, extended(base.pack, fact('parcel <number>')));
    const noted = callOf([['agent', 'Hello.']], { notes: [{ text: 'Order 7. Parcel 8.' }] });
    expect(createDetector(base)(noted).notedFacts).toEqual([{ fact: 'order', note: 0, start: 0, end: 7 }]);
    expect(createDetector(other)(noted).notedFacts).toEqual([{ fact: 'order', note: 0, start: 9, end: 17 }]);
  });

  it('hears what the built-in rules hear, on real calls', async () => {
    const built = builtinPack();
    const compiled = compileExtended(built, extended(built.pack, ADDED.replace('{feelings}', 'at once')));
    const [plain, more] = [createDetector(built), createDetector(compiled)];
    const own = new Set(['jargon', 'hurry']);
    let count = 0;
    for await (const source of findSources(['fixtures/calls'], { cwd: root, stdin: process.stdin })) {
      if ('failure' in source) throw source.failure;
      for await (const item of readCalls(source)) {
        if ('failure' in item) throw item.failure;
        const { moments, ...rest } = more(item.call);
        expect({ ...rest, moments: moments.filter(({ id }) => !own.has(id)) }).toEqual(plain(item.call));
        count++;
      }
    }
    expect(count).toBeGreaterThan(50);
  });
});

describe('units', () => {
  const large = new Automaton(builtinPack().layers[0].agent.phrases.vocabulary);
  const tiny = new Automaton(compilePhrases([parsePhrase('calm down 冷静')]).vocabulary);

  /** What layers must agree on: places, and where sentences and clauses end. */
  const placesOf = (automaton: Automaton, text: string): unknown => {
    const { count, starts, ends, clauseStarts, symbols } = automaton.scan(text);
    return Array.from(starts.subarray(0, count), (start, index) => {
      const here = symbols[index]!;
      const isBreak = here >= symbol.break && here <= symbol.breakBoth;
      return [start, ends[index], clauseStarts[index], isBreak ? here : 0];
    });
  };

  it('stand at the same places whatever words are known', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "can't", 'cant', "y'all're", 'dont', 'gonna', 'wanna', 'um', 'uh', '那个', '那', '嗯', '…', '...', '。', '?!', ', ',
        ' ', '\n', "it's", 'cannot', 'AB12', '12.5', '3rd', '¥', '%', '$', '😀', '冷静', '一', '𠮷', '\u200d', '“', 'ﬁ', 'é', "O'Neil",
      ), // prettier-ignore
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.stringMatching(/^[a-z]{1,6}$/u),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        expect(placesOf(large, text)).toEqual(placesOf(tiny, text));
      }),
      { numRuns: 2000 },
    );
  });
});
