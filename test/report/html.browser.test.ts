/**
 * The HTML report as a reader gets it, in Debian's Chromium. CALLQA_CHROMIUM names another; without one the tests are
 * skipped, and fail where CALLQA_REQUIRE_BROWSER=1. Screenshots go to CALLQA_SCREENSHOTS, else to a folder that is removed.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFormats } from '../../src/report/audit/formats.ts';
import type { AuditResult } from '../../src/result/result.ts';
import { executable, launch, openPage, present } from './browser.ts';
import { caseGlossary } from './case-glossary.ts';
import { chineseCase, englishCase } from './cases.ts';
import { options } from './fixture.ts';

it.skipIf(!present && process.env['CALLQA_REQUIRE_BROWSER'] !== '1')('there is a browser', () => {
  expect(present, `no browser at ${executable}`).toBe(true);
});

const headings = {
  en: [
    'Verdict',
    'What happened',
    'Grounds',
    'Four things',
    'Scorecard',
    'Key facts',
    'How sure',
    'changed the verdict',
    'Provenance',
    'transcript',
  ],
  'zh-CN': [
    '定责结论',
    '事实经过',
    '认定依据',
    '四点',
    '评分卡',
    '关键信息',
    '可信度',
    '改判条件',
    '出处',
    '通话记录',
  ],
  'zh-TW': [
    '定責結論',
    '事實經過',
    '認定依據',
    '四點',
    '評分卡',
    '關鍵資訊',
    '可信度',
    '改判條件',
    '出處',
    '通話紀錄',
  ],
} as const;
const verdicts = { en: 'Upheld', 'zh-CN': '定责成立', 'zh-TW': '定責成立' } as const;
type Language = keyof typeof headings;

const evil =
  '<script>document.title="run"</script><img src="http://127.0.0.1:9/x" onerror="document.title=1">';
const hostileCase: AuditResult = {
  ...englishCase,
  case: {
    ...englishCase.case,
    transcript: englishCase.case.transcript.map((line) =>
      line.turn === 3 ? { ...line, text: `${line.text} ${evil}` } : line,
    ),
    notes: [evil],
  },
};

describe.skipIf(!present)('in a browser', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'callqa-html-'));
  const shots = process.env['CALLQA_SCREENSHOTS'] ?? join(temporary, 'shots');
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(temporary, { recursive: true });
  });

  /** Writes a report and opens it; all but the file itself is noise. */
  function open(document: AuditResult, language: Language, context: BrowserContextOptions = {}) {
    const file = join(temporary, `${language}-${document === hostileCase ? 'hostile' : 'case'}.html`);
    writeFileSync(file, auditFormats.html(document, { ...options(language), glossary: caseGlossary }));
    const address = pathToFileURL(file).href;
    return openPage(browser, address, address, context);
  }

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 1280],
    ['en', 'light', 390],
    ['zh-CN', 'light', 1280],
    ['zh-CN', 'dark', 1280],
    ['zh-CN', 'dark', 390],
    ['zh-TW', 'light', 1280],
  ] as const)('reads well: %s, %s, %d pixels wide', async (language, colorScheme, width) => {
    const document = language === 'en' ? englishCase : chineseCase;
    const { page, noise } = await open(document, language, { colorScheme, viewport: { width, height: 900 } });

    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.locator('.verdict .word').first().innerText()).toBe(verdicts[language]);
    expect(await page.locator('.score').innerText()).toContain('31.4');
    const found = await page.locator('main h2').allInnerTexts();
    expect(found).toHaveLength(headings[language].length);
    for (const [index, heading] of headings[language].entries()) expect(found[index]).toContain(heading);

    // Quotes, and the same words marked in the transcript, with what they are.
    const quote = language === 'en' ? 'You can just text BONUS' : '编辑CJ发送到10010就可以了';
    expect(await page.locator('#g-3 .quotes').innerText()).toContain(quote);
    const mark = page.locator('#t-6 mark');
    expect(await mark.innerText()).toBe(quote);
    expect(await mark.getAttribute('title')).toBeTruthy();
    expect(await page.locator('mark').count()).toBe(document.moments.length);

    // The two sides stand apart, as in a conversation.
    const [customer, agent] = [
      await page.locator('#t-5').boundingBox(),
      await page.locator('#t-6').boundingBox(),
    ];
    expect(agent!.x).toBeGreaterThan(customer!.x);

    for (const name of ['mood', 'score']) {
      const chart = page.locator(`svg[aria-labelledby^="${name}-title"]`);
      const box = await chart.boundingBox();
      expect(box!.width).toBeGreaterThan(200);
      expect(box!.height).toBeGreaterThan(100);
      expect(await chart.locator('desc').textContent()).toMatch(/\d/);
    }
    expect(await page.locator('svg circle.dot').count()).toBe(document.case.mood.length);
    expect(await page.locator('svg rect.bar').count()).toBe(5);

    const sizes = await page.evaluate(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    const [scrollWidth, clientWidth] = sizes as [number, number];
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(noise).toEqual([]);

    const file = join(shots, `${language}-${colorScheme}-${width}.png`);
    await page.screenshot({ path: file, fullPage: true });
    expect(statSync(file).size).toBeGreaterThan(20_000);
    await page.close();
  });

  it('follows the theme that the reader has', async () => {
    const ground = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open(englishCase, 'en', { colorScheme });
      const colour = await page.evaluate('getComputedStyle(document.querySelector("main")).backgroundColor');
      await page.close();
      return colour;
    };
    expect(await ground('light')).toBe('rgb(255, 255, 255)');
    expect(await ground('dark')).toBe('rgb(26, 29, 34)');
  });

  it('leads from a ground to its turn and from the turn back', async () => {
    const { page } = await open(englishCase, 'en');
    await page.locator('#g-3 a.place').first().click();
    expect(page.url()).toMatch(/#t-4$/);
    await page.locator('#t-4 a.ref').click();
    expect(page.url()).toMatch(/#g-3$/);
    await page.close();
  });

  it('shows markup in a transcript as text, runs and loads nothing of it', async () => {
    const { page, noise } = await open(hostileCase, 'en');
    expect(await page.title()).toContain('bonus-dispute');
    expect(await page.locator('#t-3 .said').innerText()).toContain('<script>document.title="run"</script>');
    expect(await page.locator('script, img').count()).toBe(0);
    expect(noise).toEqual([]);
    await page.close();
  });

  it.each([
    ['en', englishCase],
    ['zh-CN', chineseCase],
  ] as const)('prints on A4, light even where the reader is dark: %s', async (language, document) => {
    const { page } = await open(document, language, { colorScheme: 'dark' });
    const file = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const text = file.toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(3);
    // A4 in points, as the style sheet asks.
    expect(text).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    writeFileSync(join(shots, `${language}.pdf`), file);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.querySelector("nav")).display')).toBe('none');
    expect(
      await page.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--paper")'),
    ).toBe('#ffffff');
    await page.screenshot({ path: join(shots, `${language}-print.png`), fullPage: true });
    await page.close();
  });
});
