/**
 * The pages on many calls as a reader gets them. CALLQA_CHROMIUM names another browser; without one the tests are skipped
 * here, and html.browser.test.ts fails where CALLQA_REQUIRE_BROWSER=1. Screenshots go to CALLQA_SCREENSHOTS.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderPages } from '../../src/report/summary/html/folder.ts';
import { batchHtml } from '../../src/report/summary/html/page.ts';
import { launch, openPage, present } from './browser.ts';
import { options } from './fixture.ts';
import { recordsOf, reportOf, summaryGlossary } from './summaries.ts';

const headings = {
  en: ['Overview', 'For human sign-off', 'Change over time', 'Coaching notes', 'All calls'],
  'zh-CN': ['总体情况', '待人工签核', '变化趋势', '辅导要点', '全部通话'],
  'zh-TW': ['整體情況', '待人工簽核', '變化趨勢', '輔導要點', '全部通話'],
} as const;

describe.skipIf(!present)('in a browser', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'callqa-summary-'));
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

  /** Opens a page; all but files of its own folder is noise. */
  function open(path: string, context: BrowserContextOptions = {}) {
    return openPage(browser, pathToFileURL(path).href, pathToFileURL(temporary).href, context);
  }

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 1280],
    ['zh-CN', 'light', 1280],
    ['zh-CN', 'dark', 390],
    ['zh-TW', 'light', 390],
  ] as const)('one page reads well: %s, %s, %d pixels wide', async (language, colorScheme, width) => {
    const file = join(temporary, `${language}.html`);
    writeFileSync(
      file,
      batchHtml(reportOf(recordsOf(120)), options(language, 80, undefined, summaryGlossary)),
    );
    const { page, noise } = await open(file, { colorScheme, viewport: { width, height: 900 } });
    const found = await page.locator('main h2').allInnerTexts();
    expect(headings[language].filter((heading) => !found.includes(heading))).toEqual([]);

    for (const name of ['distribution', 'trend']) {
      const box = await page.locator(`svg[aria-labelledby^="${name}-title"]`).boundingBox();
      expect(box!.width).toBeGreaterThan(200);
    }
    // Ten columns as high as their numbers: none is empty where there are calls.
    const columns = await page
      .locator('.chart rect.column')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('height'))));
    expect(columns).toHaveLength(10);
    expect(Math.max(...columns)).toBe(128);
    // Wide tables scroll in their places, and the page does not.
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(18, 20, 23)' : 'rgb(243, 241, 236)');
    expect(await page.title()).not.toBe('run');
    expect(noise).toEqual([]);
    await page.screenshot({
      path: join(shots, `summary-${language}-${colorScheme}-${width}.png`),
      fullPage: true,
    });
    await page.close();
  });

  it('a call that is named leads to its row, which opens', async () => {
    const file = join(temporary, 'links.html');
    writeFileSync(file, batchHtml(reportOf(recordsOf(250)), options('en', 80, undefined, summaryGlossary)));
    const { page } = await open(file);
    const link = page.locator('#sign-off a').first();
    const row = page.locator((await link.getAttribute('href'))!);
    expect(await row.isVisible()).toBe(false);
    await link.click();
    await row.waitFor({ state: 'visible' });
    expect(await row.locator('th').innerText()).toBe(await link.innerText());
    await page.close();
  });

  it('5,000 calls: from the index to a list, on to the next, and to a case', async () => {
    const pages = folderPages(reportOf(recordsOf(5000)), options('zh-CN', 80, undefined, summaryGlossary));
    mkdirSync(join(temporary, 'cases'));
    for (const { path, html } of pages) {
      writeFileSync(join(temporary, path), html);
      expect(html.length, path).toBeLessThan(path === 'agents.html' ? 3_000_000 : 400_000);
    }
    const { page, noise } = await open(join(temporary, 'index.html'));
    await page.locator('#calls .pages a').first().click();
    expect(await page.locator('tbody tr').count()).toBe(200);
    expect(await page.locator('.masthead p').innerText()).toBe('第 1 页（共 25 页）：第 1–200 通');
    await page.locator('a[rel=next]').first().click();
    expect(await page.locator('.masthead p').innerText()).toBe('第 2 页（共 25 页）：第 201–400 通');
    const target = (await page.locator('tbody th a').first().getAttribute('href'))!;
    writeFileSync(join(temporary, target), '<title>case</title>');
    await page.locator('tbody th a').first().click();
    expect(await page.title()).toBe('case');
    expect(noise).toEqual([]);
    await page.close();
  });

  it.each([
    ['zh-CN', 'light', 1100],
    ['zh-CN', 'dark', 500],
    ['en', 'light', 500],
  ] as const)(
    'long ids leave room for the rest: %s, %s, %d pixels wide',
    async (language, colorScheme, width) => {
      const long = `id-${'A'.repeat(300)}`;
      const records = recordsOf(120).map((record, index) =>
        index % 7 === 0 ? { ...record, id: long, agent: { id: long, name: long } } : record,
      );
      const pages = folderPages(reportOf(records), options(language, 80, undefined, summaryGlossary));
      for (const name of ['index.html', 'calls-1.html', 'agents.html']) {
        const file = join(temporary, `long-${language}-${width}-${name}`);
        writeFileSync(file, pages.find(({ path }) => path === name)!.html);
        const { page } = await open(file, { colorScheme, viewport: { width, height: 900 } });
        await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
        const { scrolled, widest, tallest } = (await page.evaluate(`({
        scrolled: document.documentElement.scrollWidth,
        widest: Math.max(...Array.from(document.querySelectorAll('.scroll'), (one) => one.scrollWidth)),
        tallest: Math.max(...Array.from(document.querySelectorAll('tbody tr'), (one) => one.offsetHeight)),
      })`)) as Record<string, number>;
        expect(scrolled).toBeLessThanOrEqual(width);
        expect(widest).toBeLessThan(1100);
        expect(tallest).toBeLessThan(240);
        await page.close();
      }
    },
  );

  it('names from right to left leave what stands beside them in its place', async () => {
    const records = recordsOf(40).map((record) => ({ ...record, agent: { id: 'محمد العربي' } }));
    const agents = folderPages(reportOf(records), options('zh-CN', 80, undefined, summaryGlossary)).find(
      ({ path }) => path === 'agents.html',
    )!;
    const file = join(temporary, 'right-to-left.html');
    writeFileSync(file, agents.html);
    const { page } = await open(file, { viewport: { width: 1100, height: 900 } });
    const [name, count] = (await page.evaluate(`(() => {
      const summary = document.querySelector('summary');
      const left = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect().left;
      };
      const named = summary.firstChild;
      return [left(named, 1, named.length - 1), left(summary.querySelector('small').firstChild, 0, 2)];
    })()`)) as [number, number];
    expect(name).toBeLessThan(count);
    await page.close();
  });
});
