/** What the built-in pack makes of the calls in fixtures/: the adjudicated case and its opposites, and the traps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../src/batch/evaluate.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import { findingsOf } from '../../src/result/findings.ts';
import { itemsOf } from '../read/content.ts';

const folder = fileURLToPath(new URL('../../fixtures/calls/', import.meta.url));
const evaluator = createEvaluator(builtinPack(), { tool: 'test', redact: false });

/** The result of a fixture, its findings as `criterion` to `turn quote` of its evidence. */
async function judged(file: string, id?: string) {
  const items = await itemsOf(readFileSync(join(folder, file)), { path: file });
  const results = items.map((item) => {
    if ('failure' in item) throw item.failure;
    return evaluator.score(item.call, item.source);
  });
  const result = results.find(({ call }) => id === undefined || call.id === id)!;
  const findings = new Map(
    findingsOf(result).map((each) => [each.id, each.evidence.map(({ turn, quote }) => `${turn} ${quote}`)]),
  );
  return { result, findings, verdict: result.verdicts[0]!.verdict };
}

describe.each([
  [
    'topup-gift-as-it-went.txt',
    ['6 您也可以自己编辑短信', '8 您发短信查询', '14 您可以自己发短信查询'],
    '4 请您耐心等待',
  ],
  [
    'topup-gift-as-it-went-tw.txt',
    ['6 您也可以自行傳簡訊', '8 您可以自行傳簡訊', '14 您還是可以自行傳簡訊'],
    '4 請您耐心等候',
  ],
  [
    'data-bonus-as-it-went.txt',
    ['4 You can also check it yourself', '6 You can just text', '12 You can check it yourself'],
    '2 please wait for the text',
  ],
] as const)('the adjudicated case as it went: %s', (file, sentAway, wait) => {
  it('shows the repeated deflection, each time with turn and quote', async () => {
    const quotes = (await judged(file)).findings.get('no-repeated-deflection')!;
    for (const start of sentAway) expect(quotes).toContainEqual(expect.stringMatching(`^${start}`));
  });

  it('shows the missing empathy, apology, reassurance and way out', async () => {
    const { result, findings } = await judged(file);
    expect([...findings.keys()]).toEqual(
      expect.arrayContaining(['acknowledges-feelings', 'sincere-apology', 'reassures', 'guides-to-solution']),
    );
    expect(result.criteria.find(({ id }) => id === 'acknowledges-feelings')!.searched).toBeDefined();
  });

  it('shows that it was told to wait before anybody looked', async () => {
    const quotes = (await judged(file)).findings.get('proactive-lookup')!;
    expect(quotes[0]).toMatch(new RegExp(`^${wait}`));
  });

  it('is upheld, because of feeling and initiative alone', async () => {
    const { result, verdict } = await judged(file);
    expect(verdict).toBe('upheld');
    expect(result.verdicts[0]!.because).toEqual(
      expect.arrayContaining(['acknowledges-feelings', 'no-repeated-deflection']),
    );
    // Whoever ended it, the verdict stands on these; that the agent did is a finding of its own.
    expect(result.score.critical).toEqual(['hang-up-protocol']);
    expect(result.verdicts[0]!.because).not.toContain('hang-up-protocol');
    expect(result.score.total).toBeLessThan(50);
  });
});

it.each([
  'topup-gift-handled-well.txt',
  'topup-gift-handled-well-tw.txt',
  'data-bonus-handled-well.txt',
  'parcel-late-handled-well.txt',
  'policy-softened.txt',
  'policy-softened-en.txt',
  'refusal-with-alternative-tw.txt',
  'recogniser-zh.csv',
])('handled well scores above 85 and is not upheld: %s', async (file) => {
  const { result, verdict } = await judged(file);
  expect(verdict).toBe('not-upheld');
  expect(result.score.total).toBeGreaterThan(85);
});

it.each(['traps-en.txt', 'traps-zh.txt', 'plan-enquiry-en.txt', 'plan-enquiry-zh.txt'])(
  'nothing is found in %s',
  async (file) => {
    const { result, findings, verdict } = await judged(file);
    expect(Object.fromEntries(findings)).toEqual({});
    expect(verdict).toBe('not-upheld');
    expect(result.score.total).toBe(100);
  },
);

it.each([
  ['policy-brush-off.txt', 'no-policy-brush-off', '6 这是公司的规定，我也没办法'],
  ['policy-brush-off-en.txt', 'no-policy-brush-off', "6 It's company policy, there's nothing I can"],
  ['calm-down-zh.txt', 'no-calm-down', '2 您先冷静一下'],
  ['calm-down-en.txt', 'no-calm-down', '2 calm down'],
  ['rudeness-ultimatum-zh.txt', 'no-ultimatum', '10 如果你继续大喊大叫，我会终止这个电话'],
  ['rudeness-ultimatum-zh.txt', 'no-rudeness', '8 你听不懂人话'],
  ['rudeness-en.txt', 'no-ultimatum', "8 If you keep shouting I'm hanging up"],
  ['rudeness-en.txt', 'no-rudeness', '6 Are you stupid'],
] as const)('%s: %s on “%s”', async (file, criterion, quote) => {
  expect((await judged(file)).findings.get(criterion)).toContainEqual(
    expect.stringMatching(`^${quote.replace(/[.?]/gu, '\\$&')}`),
  );
});

it('a bare refusal is found, and the same one with a way out is not', async () => {
  expect((await judged('refusal-bare-tw.txt')).findings.has('offers-alternative')).toBe(true);
  const other = await judged('refusal-with-alternative-tw.txt');
  expect(other.result.criteria.find(({ id }) => id === 'offers-alternative')!.outcome).toBe('met');
});

it('a fatal finding leaves nothing of the total and caps the grade', async () => {
  const { result, verdict } = await judged('rudeness-en.txt');
  expect(result.score).toMatchObject({ total: 0, grade: 'E' });
  expect(result.score.withoutAutoFail).toBeGreaterThan(0);
  expect(verdict).toBe('upheld');
});

it('late help is half a help: looked up at last, without a word of feeling', async () => {
  const { findings, verdict } = await judged('recogniser-en.json');
  expect([...findings.keys()]).toEqual(
    expect.arrayContaining(['proactive-lookup', 'acknowledges-feelings', 'sincere-apology']),
  );
  expect(findings.has('guides-to-solution')).toBe(false);
  expect(verdict).toBe('partly-upheld');
});

it('a refusal that protects, with its reason and a route, is fine', async () => {
  const { result, findings } = await judged('two-calls.jsonl', 'card-declined-en');
  expect(Object.fromEntries(findings)).toEqual({});
  expect(result.criteria.find(({ id }) => id === 'protective-refusal')!.outcome).toBe('met');
});
