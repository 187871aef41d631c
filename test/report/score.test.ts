import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderScore } from '../../src/report/score/render.ts';
import { findingsCsv } from '../../src/report/score/findings-csv.ts';
import type { BatchResult, CallResult, Evidence } from '../../src/result/result.ts';
import { problemsOf } from '../result/validator.ts';
import { batch, callResult, coloured, error, glossary, notMet, options } from './fixture.ts';

const upheld: CallResult = callResult(
  {
    score: { ...callResult().score, total: null, grade: null, critical: ['no-calm-down'] },
    verdicts: [
      {
        allegation: 'handling',
        source: 'filed',
        verdict: 'upheld',
        because: ['greets'],
        responsibility: 'agent',
        counterfactuals: [],
      },
    ],
    criteria: [notMet('greets'), notMet('no-calm-down', { severity: 'critical' })],
    review: ['fatal-uncertain'],
  },
  '一个很长很长很长的通话编号-2024',
);
const both = batch([callResult(), upheld, callResult({ criteria: [notMet('greets')] }, 'call-3')], [error]);

const languages = ['en', 'zh-CN', 'zh-TW'] as const;

describe('text and markdown', () => {
  it.each(languages.flatMap((language) => [['text', language] as const, ['markdown', language] as const]))(
    '%s in %s',
    async (format, language) => {
      const extension = format === 'text' ? 'txt' : 'md';
      await expect(renderScore(format, both, options(language, 60))).toMatchFileSnapshot(
        `golden/score.${language}.${extension}`,
      );
    },
  );

  it.each([40, 60, 100])('the table fits %d columns', (width) => {
    const text = renderScore('text', both, options('zh-CN', width));
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });

  it('has colours only where the chalk has them, and the same words', () => {
    const plain = renderScore('text', both, options('en', 80));
    const colours = renderScore('text', both, options('en', 80, coloured));
    expect(plain).not.toContain('\u001b');
    expect(colours).toContain('\u001b[31mUpheld');
    // eslint-disable-next-line no-control-regex
    expect(colours.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(plain);
  });

  it.each(['text', 'markdown'] as const)('says so in %s where there is no call', (format) => {
    expect(renderScore(format, batch([]), options())).toContain('No call was scored.');
    expect(renderScore(format, batch([], [error]), options())).toContain('calls/broken.json:3:7');
  });

  it.each(['text', 'markdown'] as const)('%s is not steered by what is in a call', (format) => {
    const evil = '\u001b[2J\u009b2J\u202eevil\n# x|<b>';
    const report = renderScore(
      format,
      batch(
        [callResult({ criteria: [notMet(evil)] }, evil)],
        [{ ...error, source: evil, message: evil, hint: evil }],
      ),
      { ...options(), glossary: { ...glossary, criteria: {} } },
    );
    // eslint-disable-next-line no-control-regex
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^# x/m);
    if (format === 'markdown')
      expect(report.replaceAll(/<\/?b>calls|<b>␛|<\/b> ␛/g, '')).not.toContain('x|<b>');
  });
});

describe('csv', () => {
  it('has a row a call and a row an error, readable by column', () => {
    const rows: Record<string, string>[] = parse(renderScore('csv', both, options('zh-CN')), {
      columns: true,
    });
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatchObject({
      id: '一个很长很长很长的通话编号-2024',
      score: '',
      grade: '',
      verdict: 'upheld',
      verdict_title: '定责成立',
      critical: 'no-calm-down',
      findings: 'no-calm-down; greets',
      findings_title: '不让客户冷静; 礼貌问候',
      review: 'fatal-uncertain',
      error: '',
    });
    expect(rows[3]).toMatchObject({
      id: '',
      source: 'calls/broken.json',
      line: '3',
      error: 'json-invalid: A comma is missing.',
    });
  });

  const [judged] = upheld.verdicts;
  const two = callResult({
    verdicts: [
      {
        ...judged!,
        allegation: 'hung-up',
        verdict: 'insufficient-evidence',
        because: [],
        reason: 'not-evaluated',
      },
      judged!,
    ],
  });

  it('shows the gravest verdict, names all, and has what is undecided signed off', () => {
    const [row]: Record<string, string>[] = parse(renderScore('csv', batch([two]), options()), {
      columns: true,
    });
    expect(row).toMatchObject({
      allegation: 'handling',
      verdict: 'upheld',
      verdict_title: 'Upheld',
      verdicts: 'hung-up: insufficient-evidence; handling: upheld',
      sign_off: 'upheld; undecided',
    });
    expect(renderScore('text', batch([two]), options())).toMatch(/^call-1 .* Upheld /mu);
  });

  it('of findings has the turn of what called for what is absent, each quote once, and what decides only', () => {
    const at = (turn: number, from: number, quote: string): Evidence => ({
      moment: 'problem',
      turn,
      span: [from, from + quote.length],
      quote,
      start: turn * 1000,
    });
    const { section: _, ...helper } = notMet('greets');
    const result = callResult({
      verdicts: [{ ...judged!, because: ['greets'] }],
      criteria: [
        notMet('proactive-lookup', { searched: { turns: [3, 9], occasion: at(2, 0, 'lost') } }),
        notMet('no-calm-down', {
          evidence: [
            at(4, 5, 'ridiculous'),
            at(4, 5, 'ridiculous'),
            at(4, 20, 'I am really disappointed'),
            at(4, 32, 'disappointed'),
            at(6, 0, 'ridiculous'),
            at(6, 12, 'enough'),
          ],
        }),
        notMet('no-interruption', { searched: { turns: [0, 9] } }),
        helper,
      ],
    });
    const rows: Record<string, string>[] = parse(findingsCsv.header + findingsCsv.row(result, options()), {
      columns: true,
    });
    expect(rows.map(({ turn, start_ms, quote }) => [turn, start_ms, quote])).toEqual([
      ['2', '2000', ''],
      ['4', '4000', 'ridiculous … I am really disappointed … enough'],
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(rows.map((row) => row['criterion_title']).slice(2)).toEqual([
      'Does not interrupt',
      'Greets (decides the verdict)',
    ]);
  });

  it('defuses what a customer could have put there', () => {
    const agent = { name: '=cmd()', id: '@x', team: '+1' };
    const result = callResult({ call: { ...callResult().call, id: '-2+3', agent } });
    const [row]: Record<string, string>[] = parse(renderScore('csv', batch([result]), options()), {
      columns: true,
    });
    expect(row).toMatchObject({ id: "'-2+3", agent: "'=cmd()", agent_id: "'@x", team: "'+1" });
  });
});

describe('json and jsonl', () => {
  it('json is the batch, as published', () => {
    const document = JSON.parse(renderScore('json', both, options())) as BatchResult;
    expect(document).toEqual(both);
    expect(problemsOf('batch', document)).toEqual([]);
  });

  it('jsonl is a line a call or error, as published', () => {
    const text = renderScore('jsonl', both, options());
    expect(text.endsWith('\n')).toBe(true);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([...both.results, ...both.errors]);
    expect(problemsOf('result', lines[0])).toEqual([]);
    expect(problemsOf('error', lines[3])).toEqual([]);
  });
});
