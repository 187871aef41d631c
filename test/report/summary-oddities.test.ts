/** What is odd in the calls of a batch, as its reports show it. */
import { expect, it } from 'vitest';
import { markup } from '../../src/report/html/markup.ts';
import { renderScore } from '../../src/report/score/render.ts';
import { folderPages } from '../../src/report/summary/html/folder.ts';
import { batchHtml } from '../../src/report/summary/html/page.ts';
import { batch, callResult, error, options } from './fixture.ts';
import { recordsOf, reportOf, summaryGlossary } from './summaries.ts';

it.each([
  ['Ann 10', 'Ann 10'],
  ['محمد العربي', '\u2068محمد العربي\u2069'],
  ['שלום (a0), 10', '\u2068שלום\u2069 (a0), 10'],
  ['Ali محمد 3 العربي, 10 calls', 'Ali \u2068محمد 3 العربي\u2069, 10 calls'],
  ['\u2068محمد', '�\u2068محمد\u2069'],
])('%j is set apart where it runs from right to left', (text, expected) => {
  expect(markup`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${expected}">${expected}</p>`);
});

it.each([
  ['json-syntax', 'zh-CN', '不是有效的 JSON：'],
  ['limit-turns', 'zh-TW', '超出大小限制：'],
  ['json-syntax', 'en', ''],
] as const)('what could not be read has a title for %s in %s', (code, language, title) => {
  const broken = { ...error, code, message: 'It broke' };
  const said = `${title}It broke [${code}]`;
  const own = options(language, 200, undefined, summaryGlossary);
  expect(renderScore('text', batch([callResult()], [broken]), options(language, 200))).toContain(said);
  expect(batchHtml({ ...reportOf(recordsOf(12)), errors: [broken] }, own)).toContain(
    `</b> ${title}<span lang="en">It broke [${code}]</span>`,
  );
});

it('the agents of a folder have the punctuation of its language', () => {
  const pages = folderPages(reportOf(recordsOf(30)), options('zh-CN', 80, undefined, summaryGlossary));
  expect(pages.find(({ path }) => path === 'agents.html')!.html).toContain('<small>10 通，得分 ');
});
