import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { auditFormats } from '../../src/report/audit/formats.ts';
import { markedTurns } from '../../src/report/audit/marked.ts';
import type { AuditResult, MomentResult } from '../../src/result/result.ts';
import { problemsOf } from '../result/validator.ts';
import { audit, callResult, chineseAudit, coloured, englishAudit, options } from './fixture.ts';

const languages = ['en', 'zh-CN', 'zh-TW'] as const;

describe('text and markdown', () => {
  it.each(
    languages.flatMap((language) => [
      ['text', language, language === 'en' ? englishAudit : chineseAudit] as const,
      ['markdown', language, language === 'en' ? englishAudit : chineseAudit] as const,
    ]),
  )('%s in %s', async (format, language, document) => {
    await expect(auditFormats[format](document, options(language, 70))).toMatchFileSnapshot(
      `golden/audit.${language}.${format === 'text' ? 'txt' : 'md'}`,
    );
  });

  it.each([50, 80, 120])('text fits %d columns, Chinese too', (width) => {
    for (const document of [englishAudit, chineseAudit]) {
      for (const language of languages) {
        for (const line of auditFormats.text(document, options(language, width)).split('\n')) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it('underlines what is held against the agent in red, and what else was found in cyan', () => {
    const text = auditFormats.text(englishAudit, options('en', 80, coloured));
    expect(text).toContain('\u001b[31m\u001b[4mcalm down\u001b[24m\u001b[39m\u001b[2m⟦calm-down⟧');
    expect(text).toContain('\u001b[36m\u001b[4mis broken\u001b[24m\u001b[39m');
    // eslint-disable-next-line no-control-regex
    expect(text.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(
      auditFormats.text(englishAudit, options('en', 80)),
    );
  });

  it.each(['text', 'markdown'] as const)('%s is not steered by what is said', (format) => {
    const evil = 'is broken \u001b[2J\u009b\u202e\n# x | <img src=x onerror=y> [a](javascript:b)';
    const report = auditFormats[format](
      audit([evil, 'calm down', evil, evil], { problem: 'is broken', calmDown: 'calm down' }),
      options(),
    );
    // eslint-disable-next-line no-control-regex
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^# x/m);
    if (format === 'markdown') expect(report).not.toMatch(/<img|\]\(/);
  });

  it('names who spoke where a side has several people', () => {
    const document: AuditResult = {
      ...englishAudit,
      case: {
        ...englishAudit.case,
        transcript: englishAudit.case.transcript.map((line) => ({
          ...line,
          participant: line.turn === 3 ? 'supervisor' : line.speaker,
        })),
      },
    };
    const text = auditFormats.text(document, options());
    expect(text).toContain('agent (supervisor)');
    expect(text).toContain('agent (agent)');
    expect(text).not.toContain('customer (customer)');
  });

  it('says so where nothing was found', () => {
    const { verdicts, criteria, review: _, ...rest } = { ...englishAudit, ...callResult() };
    const text = auditFormats.text({ ...rest, verdicts, criteria }, options());
    expect(text).toContain('Nothing was found.');
    expect(text).toContain('Everything could be evaluated.');
  });
});

describe('moments in place', () => {
  const moment = (id: string, span: readonly [number, number], more: Partial<MomentResult> = {}) => ({
    id,
    turn: 0,
    speaker: 'customer' as const,
    span,
    quote: '',
    ...more,
  });
  const withMoments = (moments: readonly MomentResult[]): AuditResult => ({
    ...englishAudit,
    case: {
      ...englishAudit.case,
      transcript: ['abcdefgh', 'ijk'].map((text, turn) => ({ turn, speaker: 'customer', text })),
    },
    moments,
  });
  const shown = (moments: readonly MomentResult[]) =>
    [...markedTurns(withMoments(moments)).values()].map((parts) =>
      parts
        .map(({ text, mark, ends }) =>
          mark === 'plain' ? text : `[${text}]${ends.map((id) => `/${id}`).join('')}`,
        )
        .join(''),
    );

  it.each<[string, readonly MomentResult[], readonly string[]]>([
    ['none', [], ['abcdefgh', 'ijk']],
    ['one', [moment('a', [2, 4])], ['ab[cd]/aefgh', 'ijk']],
    ['at both edges', [moment('a', [0, 8])], ['[abcdefgh]/a', 'ijk']],
    ['overlapping', [moment('a', [1, 4]), moment('b', [2, 6])], ['a[b][cd]/a[ef]/bgh', 'ijk']],
    ['the same words twice', [moment('a', [1, 4]), moment('b', [1, 4])], ['a[bcd]/a/befgh', 'ijk']],
    [
      'over joined turns',
      [
        moment('a', [6, 8], {
          parts: [
            { turn: 0, span: [6, 8], quote: 'gh' },
            { turn: 1, span: [0, 2], quote: 'ij' },
          ],
        }),
      ],
      ['abcdef[gh]', '[ij]/ak'],
    ],
    ['beyond the end', [moment('a', [6, 80])], ['abcdef[gh]', 'ijk']],
  ])('%s', (_, moments, expected) => {
    expect(shown(moments)).toEqual(expected);
  });
});

it('json is the case, as published', () => {
  const document = JSON.parse(auditFormats.json(englishAudit, options())) as unknown;
  expect(document).toEqual(englishAudit);
  expect(problemsOf('audit', document)).toEqual([]);
});
