import { describe, expect, it } from 'vitest';
import { palettes, type Colour } from '../../src/report/html/palette.ts';
import { auditFormats } from '../../src/report/audit/formats.ts';
import { markup } from '../../src/report/html/markup.ts';
import type { AuditResult } from '../../src/result/result.ts';
import { caseGlossary } from './case-glossary.ts';
import { chineseCase, englishCase } from './cases.ts';
import { options } from './fixture.ts';

const report = (document: AuditResult, language: 'en' | 'zh-CN' | 'zh-TW' = 'en') =>
  auditFormats.html(document, { ...options(language), glossary: caseGlossary });

describe('the template', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['"quoted" & \'so\'', '<p>&quot;quoted&quot; &amp; &#39;so&#39;</p>'],
    ['\u001b[31m\u202e\u0000', '<p>␛[31m�␀</p>'],
    ['&lt;', '<p>&amp;lt;</p>'],
    [undefined, '<p></p>'],
    [false, '<p></p>'],
    [0, '<p>0</p>'],
  ] as const)('%j', (content, expected) => {
    expect(markup`<p>${content}</p>`.markup).toBe(expected);
  });

  it('takes markup as markup, and several in a row, and leaves out its own indent', () => {
    expect(
      markup`<ul>
        ${['<a>', markup`<li>${'<b>'}</li>`]}
      </ul>`.markup,
    ).toBe('<ul>\n&lt;a&gt;<li>&lt;b&gt;</li>\n</ul>');
  });
});

describe('the page', () => {
  it('can load and run nothing', () => {
    const page = report(englishCase);
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`,
    );
    expect(page).not.toMatch(
      /<script|<iframe|<object|<embed|<form|<base|\son\w+\s*=|javascript:|@import|url\(/i,
    );
    expect([...page.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to)).toSatisfy(
      (targets: string[]) => targets.every((to) => to.startsWith('#') || to === 'data:,'),
    );
  });

  it('links only to what is there, and names nothing twice', () => {
    const page = report(englishCase);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('takes every text of a hostile result for text', () => {
    const evil = `"><script>alert(1)</script>'\u001b\u202e&amp;</style>`;
    const poison = (value: unknown, key = ''): unknown => {
      // Ids by which parts find each other, and words of fixed lists, are not what a transcript can set.
      if (
        /^(?:speaker|side|by|kind|status|source|outcome|severity|verdict|reason|decision|responsibility|dueFrom|endedBy|schema)$/.test(
          key,
        )
      )
        return value;
      if (typeof value === 'string') return key === 'id' || key === 'moment' ? value + evil : evil;
      if (Array.isArray(value)) return value.map((each) => poison(each, key === 'evidence' ? '' : key));
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, name)]));
    };
    const { story, felt, caveats, ...rest } = englishCase.case;
    const poisoned = poison({ ...englishCase, case: rest }) as AuditResult;
    const page = report({ ...poisoned, case: { ...poisoned.case, story, felt, caveats } });
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script/i);
    // eslint-disable-next-line no-control-regex
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('is in its language, and what was said in that of the call', () => {
    expect(report(chineseCase, 'zh-TW')).toContain('<html lang="zh-TW">');
    expect(report(chineseCase, 'zh-TW')).toMatch(/<p class="said" lang="zh-CN">/);
    expect(report(englishCase, 'zh-CN')).toMatch(/<span class="quote" lang="en">/);
  });

  it('leaves out the curve where there is no mood to draw', () => {
    const page = report({ ...englishCase, case: { ...englishCase.case, mood: [] } });
    expect(page).not.toContain('mood-title');
    expect(report(englishCase)).toContain('mood-title');
  });
});

describe('the palette', () => {
  /** WCAG 2.2, relative luminance and contrast ratio. */
  function luminance(colour: string): number {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }
  function contrast(a: string, b: string): number {
    const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (light! + 0.05) / (dark! + 0.05);
  }

  it('knows black from white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  });

  /** What stands on what in the style sheet. */
  const texts: readonly (readonly [on: Colour, texts: readonly Colour[]])[] = [
    ['page', ['ink', 'soft', 'accent']],
    ['paper', ['ink', 'soft', 'accent', 'bad', 'good', 'unsure', 'plain']],
    ['agent', ['ink', 'soft', 'bad']],
    ['customer', ['ink', 'soft', 'bad']],
    ['bad-wash', ['ink', 'bad']],
    ['good-wash', ['ink', 'good', 'accent']],
    ['unsure-wash', ['ink', 'unsure']],
    ['plain-wash', ['ink', 'plain']],
  ];

  it.each(
    (['light', 'dark'] as const).flatMap((theme) =>
      texts.flatMap(([on, colours]) => colours.map((colour) => [theme, colour, on] as const)),
    ),
  )('%s: %s on %s is legible by WCAG AA', (theme, colour, on) => {
    expect(contrast(palettes[theme][colour], palettes[theme][on])).toBeGreaterThanOrEqual(4.5);
  });
});
