import { describe, expect, it } from 'vitest';
import { parseListLine, parsePhrase } from '../../src/phrases/parse.ts';
import { PhraseError } from '../../src/phrases/phrase-error.ts';
import { written } from './written.ts';

const lists: Readonly<Record<string, string>> = {
  feelings: '(upset|frustrat*)',
  deadline: '(<date>|<time>)',
};
const resolve = (name: string): ReturnType<typeof parsePhrase>['node'] | undefined =>
  lists[name] === undefined ? undefined : parsePhrase(lists[name]).node;

describe('what is written', () => {
  it.each([
    ['calm down', 'calm down'],
    ['  Calm   DOWN ', 'calm down'],
    ['冷静', '冷 静'],
    ['冷靜一下', '冷 静 一 下'],
    ['ｃａｌｍ　ｄｏｗｎ', 'calm down'],
    ['café', 'cafe'],
    ['calm-down', 'calm down'],
    ['"calm", down', 'calm down'],
    ['冷静，一下', '冷 静 一 下'],
    ['calm [yourself] down', 'calm [yourself] down'],
    ['(settle|simmer) down', '(settle|simmer) down'],
    ['(settle) down', 'settle down'],
    ['冷静(一下|一点|点|下来)', '冷 静 (一 下|一 点|点|下 来)'],
    ['[really|so] sorry', '[(really|so)] sorry'],
    ['[just [please]] calm (down|(right|way) down)', '[just [please]] calm (down|(right|way) down)'],
    ['a (b|) c', 'a (b|) c'],
    ['policy ... nothing', 'policy ...6 nothing'],
    ['policy...nothing', 'policy ...6 nothing'],
    ['policy ...3 nothing', 'policy ...3 nothing'],
    ['policy ...40 nothing', 'policy ...40 nothing'],
    ['policy ..... nothing', 'policy ...6 nothing'],
    ['apologi*', 'apologi*'],
    ['APOLOGI* for', 'apologi* for'],
    ['I am {feelings}', 'i am (upset|frustrat*)'],
    ['by { deadline }', 'by (<date>|<time>)'],
    ['within <duration>', 'within <duration>'],
    ['[about] (<number> times|so)', '[about] (<number> times|so)'],
    ['<money>', '<money>'],
    ['<number> times', '<number> times'],
    ['< order-number >', '<order-number>'],
    ['^ hello', '^ hello'],
    ['goodbye $', 'goodbye $'],
    ['^okay$', '^ okay $'],
    ['sorry?', 'sorry ?'],
    ['sorry ！', 'sorry !'],
    ['什么？', '什 么 ?'],
    ['sorry [?]', 'sorry [?]'],
    ['4G [network]', '4g [network]'],
    ['24 hours', '24 hours'],
  ])('%s is %s', (text, tree) => expect(written(parsePhrase(text, resolve))).toBe(tree));
});

describe('contractions', () => {
  it.each([
    ["can't", 'can not'],
    ['cannot', 'can not'],
    ['cant', 'can not'],
    ['can’t', 'can not'],
    ["won't", 'will not'],
    ['dont', 'do not'],
    ["I'm", 'i am'],
    ["I'd", 'i (would|had)'],
    ["it's", 'it (is|has)'],
    ["that's", 'that (is|has)'],
    ['thats', 'that (is|has)'],
    ["let's", 'let us'],
    ["we'll", 'we will'],
    ["customer's", "customer 's"],
    ["o'clock", 'oclock'],
    ["y'all", 'yall'],
    ['well were ill its', 'well were ill its'],
    ["[don't] (can't|won't)", '[do not] (can not|will not)'],
  ])('%s is %s', (text, tree) => expect(written(parsePhrase(text))).toBe(tree));
});

describe('fillers', () => {
  it.each([
    ['um calm er down', 'calm down'],
    ['嗯冷静呃', '冷 静'],
    ['那个冷静', '冷 静'],
    ['那 个', '那 个'],
    ['那是规定', '那 是 规 定'],
  ])('%s is %s', (text, tree) => expect(written(parsePhrase(text))).toBe(tree));
});

describe('a sign as itself', () => {
  it.each([
    ['a \\[b\\]', 'a b'],
    ['a \\. b', 'a b'],
    ['\\calm', 'calm'],
    ['a \\(b', 'a b'],
    ['100\\%', '100'],
    ['what\\?', 'what'],
  ])('%s is %s', (text, tree) => expect(written(parsePhrase(text))).toBe(tree));
});

describe('the width of a gap', () => {
  it.each([
    ['policy ... nothing', 'policy ...6 nothing'],
    ['规定 ... 办法', '规 定 ...12 办 法'],
    ['规定 ... nothing', '规 定 ...12 nothing'],
    ['policy ... 办法', 'policy ...12 办 法'],
    ['policy ... [really] 办法', 'policy ...12 [really] 办 法'],
    ['policy ... [也] nothing', 'policy ...12 [也] nothing'],
    ['policy ... (nothing|办法)', 'policy ...12 (nothing|办 法)'],
    ['规定 so ... nothing', '规 定 so ...6 nothing'],
    ['policy [... 也] nothing', 'policy [...12 也] nothing'],
    ['规定 [so ... well] nothing', '规 定 [so ...6 well] nothing'],
    ['规定 (... so|and) nothing', '规 定 (...12 so|and) nothing'],
    ['规定 ...3 办法', '规 定 ...3 办 法'],
    ['规定 ...0 办法', '规 定 ...0 办 法'],
    ['<date> ... <time>', '<date> ...6 <time>'],
  ])('%s is %s', (text, tree) => expect(written(parsePhrase(text))).toBe(tree));
});

function errorOf(text: string): PhraseError {
  try {
    parsePhrase(text, resolve);
  } catch (error) {
    if (error instanceof PhraseError) return error;
    throw error;
  }
  throw new Error(`no error in ${text}`);
}

describe('what is wrong', () => {
  it.each([
    ['calm [down', 6, '`[` is not closed'],
    ['calm (down|up', 6, '`(` is not closed'],
    ['calm [down)', 6, '`[` is not closed'],
    ['(calm] down', 1, '`(` is not closed'],
    ['calm down]', 10, '`]` closes no bracket'],
    ['calm) down', 5, '`)` closes no bracket'],
    ['calm | down', 6, '`|` stands only inside brackets'],
    ['a [b $]', 6, '`$` has no meaning here'],
    ['$ calm', 3, '`c` has no meaning here'],
    ['calm $ down', 8, '`d` has no meaning here'],
    ['calm ^ down', 6, '`^` has no meaning here'],
    ['[^ calm] down', 2, '`^` has no meaning here'],
    ['calm } down', 6, '`}` has no meaning here'],
    ['calm > down', 6, '`>` has no meaning here'],
    ['within <durations>', 8, 'no class is called <durations>'],
    ['within <duration', 8, '`<` is not closed'],
    ['so {feeling}', 4, 'no list is called {feeling}'],
    ['so {feelings', 4, '`{` is not closed'],
    ['[calm] [down]', 1, 'this phrase can be empty'],
    ['', 1, 'this phrase can be empty'],
    ['um', 1, 'this phrase can be empty'],
    ['那个', 1, 'this phrase can be empty'],
    ['(calm|[down])', 1, 'this phrase can be empty'],
    ['...', 1, 'this phrase can be empty'],
    ['calm ...', 6, 'a gap at the edge of a phrase holds nothing together'],
    ['...3 calm', 1, 'a gap at the edge of a phrase holds nothing together'],
    ['calm [... down]  so [...]', 22, 'a gap at the edge of a phrase holds nothing together'],
    ['[calm ...] down ... [so]', 17, 'a gap at the edge of a phrase holds nothing together'],
    ['(... a|b) c', 2, 'a gap at the edge of a phrase holds nothing together'],
    ['calm ...41 down', 6, 'a gap is at most 40 units'],
    ['? calm', 1, 'a written mark needs a word before it'],
    ['[so] ! calm', 6, 'a written mark needs a word before it'],
    ['<number>', 1, 'a lone <number> would hit every number'],
    ['[about] <number>', 9, 'a lone <number> would hit every number'],
    ['(one|<number>)', 6, 'a lone <number> would hit every number'],
    ['[so] (much|<number> [times])', 12, 'a lone <number> would hit every number'],
    ['ap*', 3, '`*` stands after at least three Latin letters'],
    ['冷静*', 3, '`*` has no meaning here'],
    ["can't*", 6, '`*` stands after at least three Latin letters'],
    ['123*', 4, '`*` stands after at least three Latin letters'],
    ['sorry *', 7, '`*` has no meaning here'],
    ['apologi*zing', 9, '`*` stands at the end of a word'],
    ['calm. down', 5, 'a sentence end inside a phrase can never match'],
    ['冷静。一下', 3, 'a sentence end inside a phrase can never match'],
    ['3.5 hours', 1, 'a literal number is written without points'],
    ['calm \\', 6, '`\\` stands before nothing'],
  ])('%j: column %i, %s', (text, column, message) => {
    const error = errorOf(text);
    expect([error.column, error.message]).toEqual([column, message]);
  });

  it.each([
    'calm [down',
    'calm | down',
    'within <durations>',
    'so {feeling}',
    'calm. down',
    'ap*',
    '<number>',
  ])('says what to do about %j', (text) => expect(errorOf(text).hint).toMatch(/^[A-Z].*\.$/));
});

describe('a line of a list', () => {
  it('may be less than a phrase', () => {
    expect(parseListLine('<number>')).toEqual({ kind: 'class', name: 'number' });
    expect(() => parsePhrase('<number>')).toThrow(PhraseError);
  });

  it.each([
    ['^ calm', 1],
    ['calm down $', 11],
  ] as const)('has no edge of its own: %j', (text, column) => {
    expect(() => parseListLine(text)).toThrow(expect.objectContaining({ column }));
  });
});
