import { describe, expect, it } from 'vitest';
import { caseLinks } from '../../src/report/summary/html/case-links.ts';
import { folderPages } from '../../src/report/summary/html/folder.ts';
import { casePath } from '../../src/report/summary/html/page-names.ts';
import { createShownCalls } from '../../src/report/summary/shown-call.ts';
import { batchXlsx } from '../../src/report/summary/xlsx/workbook.ts';
import type { CallRecord } from '../../src/result/record.ts';
import { batchHtml } from '../../src/report/summary/html/page.ts';
import { batchMarkdown } from '../../src/report/summary/markdown.ts';
import { batchText } from '../../src/report/summary/text.ts';
import { options } from './fixture.ts';
import { evil, recordsOf, reportOf, summaryGlossary } from './summaries.ts';

const report = reportOf(recordsOf(60));
const optionsIn = (language: 'en' | 'zh-CN' | 'zh-TW', width = 100) =>
  options(language, width, undefined, summaryGlossary);

describe('text', () => {
  const text = batchText(report.analysis, optionsIn('en'));

  it('tells scores, verdicts, groups and what is left to do', () => {
    // 15 of 60 are bad: 3 of the 12 filed, 12 of the 48 others.
    expect(text).toMatch(/filed by the customer {2,}12 {2,}25% \(9–53%\)/u);
    expect(text).toMatch(/none filed {2,}48 {2,}25% \(15–39%\)/u);
    expect(text).toContain(
      '15 calls: 0 with a fatal finding, 15 upheld, 0 filed and undecided, 0 on uncertain evidence.',
    );
    expect(text).toContain('1 open, 1 of them overdue; 0 broken.');
    expect(text).toMatch(/Ann \(a0\) North, 20 calls|Ann \(a0\) {2}North, 20 calls/u);
    expect(text).toContain('To prevent it');
    expect(text).toContain('and 5 more');
  });

  it('holds no control characters and keeps to the width', () => {
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/u);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is empty for a single call', () => {
    expect(batchText(reportOf(recordsOf(1)).analysis, optionsIn('en'))).toBe('');
  });
});

describe('text and Markdown', () => {
  const both = (records: readonly CallRecord[]) => {
    const { analysis } = reportOf(records);
    return [batchText(analysis, optionsIn('en')), batchMarkdown(analysis, optionsIn('en'))].map((text) =>
      text.replaceAll('\\', ''),
    );
  };

  it('have the phrases behind the commonest findings with samples, where calls are not few', () => {
    for (const text of both(recordsOf(60))) {
      expect(text).toContain('Behind the commonest findings');
      expect(text).toContain('“calm down” (15)');
      expect(text).toMatch(/Sample.*call call-1, turn 3: “Calm down/u);
    }
    for (const text of both(recordsOf(8))) expect(text).not.toContain('Behind the commonest findings');
  });

  it.each([
    ['a gap', (at: number) => (at % 2 === 0 ? '2026-01-05' : '2026-02-02'), /2026-W06[^\n]*–( \|)?\n/u],
    [
      'the next week',
      (at: number) => (at % 2 === 0 ? '2026-01-05' : '2026-01-12'),
      /2026-W03[^\n]*(?:higher|lower|no clear)/u,
    ],
    ['no date in some', (at: number) => (at < 6 ? undefined : '2026-01-05'), /without a date[^\n]*: 6\./u],
    ['no date in any', () => undefined, /No call has a date, so that no change can be shown\./u],
  ])('set weeks side by side, after %s', (_, dateOf, line) => {
    const records = recordsOf(60).map((record, at) => ({ ...record, startedAt: dateOf(at) ?? 'some day' }));
    for (const text of both(records)) {
      expect(text).toContain('Change over time');
      expect(text).toMatch(line);
    }
  });

  it('tell of calls that are there twice', () => {
    const records = recordsOf(10);
    for (const text of both([...records, ...records.slice(3)]))
      expect(text).toContain('Calls that are there again, the same to the byte: 7. Each is counted.');
  });

  it('name agents where calls are listed', () => {
    for (const text of both(recordsOf(60))) expect(text).toMatch(/call-1 [^\n]*Ann \(a0\)[^\n]*upheld/u);
  });
});

it('Markdown shows hostile text as text', () => {
  const markdown = batchMarkdown(report.analysis, optionsIn('zh-CN'));
  expect(markdown).toContain('## 总体情况');
  expect(markdown).not.toContain('<script>');
  expect(markdown).toContain('&lt;script&gt;');
  expect(markdown).not.toMatch(/(?<!\\)\[a(?<!\\)\]\(b\)/u);
});

describe('html', () => {
  const page = batchHtml(report, optionsIn('zh-TW'));
  const pages = new Map(
    folderPages(reportOf(recordsOf(450)), optionsIn('en')).map(({ path, html }) => [path, html]),
  );

  it('is one document with a policy under which nothing runs', () => {
    expect(page).toContain('<html lang="zh-TW">');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(page).not.toMatch(/<script|javascript:|\son\w+=/iu);
    expect(page).toContain('&lt;script&gt;');
    expect(page.match(/ id="c-\d+"/gu)).toHaveLength(60);
  });

  it('each link of a page leads somewhere in it', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids, target).toContain(target);
    expect(ids.size).toBe([...page.matchAll(/ id="([^"]+)"/gu)].length);
  });

  it('a folder has an index, lists of 200 and the calls of each agent', () => {
    expect([...pages.keys()]).toEqual([
      'index.html',
      'calls-1.html',
      'calls-2.html',
      'calls-3.html',
      'sign-off-1.html',
      'agents.html',
    ]);
    expect(pages.get('calls-2.html')).toContain('Page 2 of 3: calls 201 to 400');
  });

  it('a folder has the whole queue for sign-off, of which the index shows 500, in its order', () => {
    const many = recordsOf(2800).map((record, index) =>
      index === 2796 ? { ...record, signOff: ['fatal', 'upheld'] as const, total: 99 } : record,
    );
    const all = new Map(folderPages(reportOf(many), optionsIn('en')).map(({ path, html }) => [path, html]));
    const index = all.get('index.html')!;
    const queue = [...all].filter(([path]) => path.startsWith('sign-off-'));
    expect(queue.map(([path]) => path)).toEqual([1, 2, 3, 4].map((page) => `sign-off-${page}.html`));
    for (const [path] of queue) expect(index).toContain(`href="${path}"`);
    const rows = queue.flatMap(([, html]) =>
      [...html.matchAll(/<tr id="c-(\d+)"/gu)].map(([, n]) => Number(n)),
    );
    const waiting = many.flatMap(({ signOff }, place) => (signOff.length > 0 ? [place + 1] : []));
    expect(waiting).toHaveLength(700);
    expect(rows.toSorted((a, b) => a - b)).toEqual(waiting);
    expect(rows[0]).toBe(2797);
    const scores = rows.slice(1).map((number) => many[number - 1]!.total!);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  it('each link of a folder leads to a page or to a case report of a call', () => {
    const cases = new Set(Array.from({ length: 450 }, (_, index) => casePath(index + 1)));
    const listed = new Set<string>();
    for (const html of pages.values()) {
      for (const [, target] of html.matchAll(/href="([^"#][^"]*)"/gu)) {
        if (target === 'data:,') continue;
        expect(cases.has(target!) || pages.has(target!), target).toBe(true);
        listed.add(target!);
      }
    }
    // All of them can be reached.
    expect([...cases].filter((one) => !listed.has(one))).toEqual([]);
  });

  it('the calls of a case stand together, in the order in which they happened, and lead to one another', () => {
    const records = recordsOf(9).map((record, index) => ({
      ...record,
      ...(index < 6 ? { caseId: index % 2 === 0 ? evil : 'case 2' } : {}),
      startedAt: `2024-01-${20 - index}T10:00:00Z`,
    }));
    const linked = new Map(
      folderPages(reportOf(records), optionsIn('zh-CN')).map(({ path, html }) => [path, html]),
    );
    const page = linked.get('linked.html')!;
    expect([...page.matchAll(/href="(cases[^"]+)"/gu)].map(([, path]) => path)).toEqual(
      [5, 3, 1, 6, 4, 2].map(casePath),
    );
    expect(page).not.toContain('<script>');
    expect(linked.get('index.html')).toContain('href="linked.html"');
    // Each call's own page leads there.
    for (const caseId of [evil, 'case 2']) {
      const { href } = caseLinks(caseId, 'zh-CN')[1]!;
      expect(href.startsWith('../linked.html#')).toBe(true);
      expect(page).toContain(` id="${href.slice('../linked.html#'.length)}"`);
    }
    expect(caseLinks(undefined, 'en').map(({ href }) => href)).toEqual(['../index.html']);
    expect(pages.has('linked.html')).toBe(false);
  });

  it.each([true, false])('what is kept of a call is all that is shown of it (quotes: %s)', async (quotes) => {
    const whole = reportOf(recordsOf(60));
    const shownCall = createShownCalls(quotes);
    // As they come from a thread, with texts of their own.
    const slim = { ...whole, records: structuredClone(whole.records as CallRecord[]).map(shownCall) };
    if (quotes)
      expect(await batchXlsx(slim, optionsIn('en'))).toEqual(await batchXlsx(whole, optionsIn('en')));
    else {
      expect(batchHtml(slim, optionsIn('en'))).toBe(batchHtml(whole, optionsIn('en')));
      expect(folderPages(slim, optionsIn('en'))).toEqual(folderPages(whole, optionsIn('en')));
    }
    expect(JSON.stringify(slim.records).length).toBeLessThan(JSON.stringify(whole.records).length * 0.8);
  });

  it('lists the lowest scores first', () => {
    const scores = [...pages.get('calls-1.html')!.matchAll(/<td class="right">(\d+\.\d)<\/td>/gu)].map(
      ([, score]) => Number(score),
    );
    expect(scores).toHaveLength(200);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });
});

it('the same report makes the same bytes', () => {
  const again = reportOf(recordsOf(60));
  expect(batchHtml(again, optionsIn('en'))).toBe(batchHtml(report, optionsIn('en')));
  expect(evil).toContain('<script>');
});
