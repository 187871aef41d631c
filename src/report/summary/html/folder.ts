/** `score --format html -o report/`: an index, lists of calls, and a case report for each call, linked with one another. */
import { byNumber } from '../../../result/by-number.ts';
import { byText } from '../../../result/by-text.ts';
import { compareSignOffs } from '../../../result/sign-off-reasons.ts';
import { scoreText } from '../../figures.ts';
import { markup, type Markup } from '../../html/markup.ts';
import type { ReportOptions } from '../../options.ts';
import { visible } from '../../visible.ts';
import type { BatchReport } from '../report.ts';
import type { BatchSection } from '../section.ts';
import { fullSections } from '../sections.ts';
import { wordingOf, type BatchWording } from '../wording.ts';
import { batchPage } from './batch-page.ts';
import { contentsOf, errorsMarkup, sectionsMarkup } from './body.ts';
import { callTable, worstFirst, type NumberedCall } from './call-table.ts';
import { caseAnchor, linkedPath } from './case-links.ts';
import { agentsPath, casePath, listPath } from './page-names.ts';

/** Rows of a list: enough to look through, few enough to load at once. */
const rowsOfPage = 200;

export interface FolderPage {
  /** Relative to the folder. */
  readonly path: string;
  readonly html: string;
}

/**
 * All pages but the case reports themselves: `index.html` first, then `calls-1.html` and so on, `sign-off-1.html` and so
 * on, `agents.html`, `linked.html`.
 */
export function folderPages(
  report: BatchReport,
  options: ReportOptions,
): readonly [index: FolderPage, ...others: FolderPage[]] {
  const wording = wordingOf(options);
  const calls = worstFirst(report.records);
  const queue = forSignOff(calls);
  const agents = byAgent(calls);
  const linked = byCase(calls);
  const links: Links = {
    pages: { calls: pagesOf(calls), 'sign-off': pagesOf(queue) },
    agents: agents.length > 0,
    linked: linked.length > 0,
  };
  const lists = [
    {
      list: 'calls',
      heading: wording.say('batch.all-calls'),
      remark: wording.say('batch.worst-first'),
      calls,
    },
    {
      list: 'sign-off',
      heading: wording.say('batch.sign-off'),
      remark: wording.say('batch.sign-off-order'),
      calls: queue,
    },
  ] as const;
  return [
    { path: 'index.html', html: indexPage(report, options, wording, links) },
    ...lists.flatMap((list) =>
      Array.from({ length: pagesOf(list.calls) }, (_, page) => ({
        path: listPath(list.list, page),
        html: listPage(list, page, { report, options, wording, links }),
      })),
    ),
    ...(agents.length === 0
      ? []
      : [{ path: agentsPath, html: agentsPage(agents, { report, options, wording, links }) }]),
    ...(linked.length === 0
      ? []
      : [{ path: linkedPath, html: linkedPage(linked, { report, options, wording, links }) }]),
  ];
}

/** Calls of which there are several pages. */
interface List {
  readonly list: 'calls' | 'sign-off';
  readonly heading: string;
  /** In which order they stand. */
  readonly remark: string;
  readonly calls: readonly NumberedCall[];
}

interface Links {
  /** How many there are of each list. */
  readonly pages: Readonly<Record<List['list'], number>>;
  readonly agents: boolean;
  readonly linked: boolean;
}

interface Around {
  readonly report: BatchReport;
  readonly options: ReportOptions;
  readonly wording: BatchWording;
  readonly links: Links;
}

function pagesOf(calls: readonly NumberedCall[]): number {
  return Math.ceil(calls.length / rowsOfPage);
}

/** The whole queue, of which the index shows the beginning. */
function forSignOff(calls: readonly NumberedCall[]): readonly NumberedCall[] {
  const queued = ({ number, record: { total, signOff } }: NumberedCall) => ({
    number,
    total,
    reasons: signOff,
  });
  return calls
    .filter(({ record }) => record.signOff.length > 0)
    .sort((a, b) => compareSignOffs(queued(a), queued(b)));
}

function indexPage(report: BatchReport, options: ReportOptions, wording: BatchWording, links: Links): string {
  const { say } = wording;
  const sections = fullSections(report.analysis, options);
  const queueLinks = ({ id }: BatchSection): Markup | false =>
    id === 'sign-off' &&
    pagesMarkup({ ...links, agents: false, linked: false }, { list: 'sign-off' }, wording);
  return batchPage(report, options, {
    heading: say('batch.title'),
    remark: wording.calls(report.records.length),
    contents: contentsOf(sections, report, wording),
    body: markup`${sectionsMarkup(sections, report.analysis, wording, casePath, queueLinks)}
      <section class="part" id="calls">
        <h2>${say('batch.all-calls')}</h2>
        <p class="soft">${say('batch.worst-first')}</p>
        ${pagesMarkup(links, { list: 'calls' }, wording)}
      </section>
      ${errorsMarkup(report, wording)}`,
  });
}

/** Links to the pages of a list, and to the other lists; `current` is the page that they stand on. */
function pagesMarkup(
  { pages, agents, linked }: Links,
  { list, current }: { readonly list: List['list']; readonly current?: number },
  { say }: BatchWording,
): Markup {
  const heading = say(list === 'calls' ? 'batch.all-calls' : 'batch.sign-off');
  return markup`<nav class="pages" aria-label="${heading}">
    ${current !== undefined && current > 0 && markup`<a rel="prev" href="${listPath(list, current - 1)}">← ${say('batch.previous')}</a>`}
    ${Array.from({ length: pages[list] }, (_, page) =>
      page === current
        ? markup`<span aria-current="page">${page + 1}</span>`
        : markup`<a href="${listPath(list, page)}">${page + 1}</a>`,
    )}
    ${current !== undefined && current < pages[list] - 1 && markup`<a rel="next" href="${listPath(list, current + 1)}">${say('batch.next')} →</a>`}
    ${agents && markup`<a href="${agentsPath}">${say('batch.calls-by-agent')}</a>`}
    ${linked && markup`<a href="${linkedPath}">${say('batch.calls-by-case')}</a>`}
  </nav>`;
}

function listPage({ list, heading, remark, calls: all }: List, page: number, around: Around): string {
  const { report, options, wording, links } = around;
  const { say } = wording;
  const from = page * rowsOfPage + 1;
  const calls = all.slice(from - 1, page * rowsOfPage + rowsOfPage);
  const nav = pagesMarkup(links, { list, current: page }, wording);
  return batchPage(report, options, {
    heading,
    remark: say('batch.page', { n: page + 1, of: links.pages[list], from, to: from + calls.length - 1 }),
    contents: [{ href: 'index.html', text: say('batch.back') }],
    body: markup`<p><a href="index.html">${say('batch.back')}</a> · ${wording.calls(all.length)} · ${remark}</p>
      ${nav}
      <div class="calls">${callTable(calls, wording, { linkOf: casePath, anchored: true })}</div>
      ${nav}`,
  });
}

interface CallsOfAgent {
  readonly agent: string;
  readonly name?: string;
  readonly calls: readonly NumberedCall[];
}

/** By the agents' ids; each one's calls lowest scores first. */
function byAgent(calls: readonly NumberedCall[]): readonly CallsOfAgent[] {
  const agents = new Map<string, { name?: string; readonly calls: NumberedCall[] }>();
  for (const call of calls) {
    const { agent } = call.record;
    const key = agent?.id ?? agent?.name;
    if (key === undefined) continue;
    const own = agents.get(key) ?? { calls: [] };
    if (agent?.name !== undefined && agent.name !== key) own.name ??= agent.name;
    own.calls.push(call);
    agents.set(key, own);
  }
  return [...agents].sort(([a], [b]) => byNumber(a, b)).map(([agent, own]) => ({ agent, ...own }));
}

function agentsPage(agents: readonly CallsOfAgent[], { report, options, wording, links }: Around): string {
  const { say } = wording;
  return batchPage(report, options, {
    heading: say('batch.calls-by-agent'),
    remark: say('batch.worst-first'),
    contents: [
      { href: 'index.html', text: say('batch.back') },
      ...agents.map((agent, index) => ({ href: `#a-${index + 1}`, text: wording.agent(agent) })),
    ],
    body: markup`<p><a href="index.html">${say('batch.back')}</a></p>
      ${pagesMarkup({ ...links, agents: false }, { list: 'calls' }, wording)}
      ${agents.map(
        (agent, index) =>
          markup`<details class="calls" id="a-${index + 1}">
            <summary>${wording.agent(agent)}<small>${wording.calls(agent.calls.length)}${say('punctuation.comma')}${say(
              'batch.scored-between',
              {
                from: scoreText(agent.calls[0]!.record.total),
                to: scoreText(agent.calls.at(-1)!.record.total),
              },
            )}</small></summary>
            ${callTable(agent.calls, wording, { linkOf: casePath, anchored: false })}
          </details>`,
      )}`,
  });
}

interface CallsOfCase {
  readonly caseId: string;
  readonly calls: readonly NumberedCall[];
}

/** By the ids of the cases; the calls of each in the order in which they happened, then of the input. */
function byCase(calls: readonly NumberedCall[]): readonly CallsOfCase[] {
  const cases = new Map<string, NumberedCall[]>();
  for (const call of calls) {
    const { caseId } = call.record;
    if (caseId !== undefined) cases.set(caseId, [...(cases.get(caseId) ?? []), call]);
  }
  const startOf = ({ record }: NumberedCall): string => record.startedAt ?? '';
  return [...cases]
    .sort(([a], [b]) => byText(a, b))
    .map(([caseId, own]) => ({
      caseId,
      calls: own.sort((a, b) => byText(startOf(a), startOf(b)) || a.number - b.number),
    }));
}

/** Every call that names its case, under it. */
function linkedPage(cases: readonly CallsOfCase[], { report, options, wording, links }: Around): string {
  const { say } = wording;
  return batchPage(report, options, {
    heading: say('batch.calls-by-case'),
    remark: wording.calls(cases.reduce((sum, { calls }) => sum + calls.length, 0)),
    contents: [{ href: 'index.html', text: say('batch.back') }],
    body: markup`<p><a href="index.html">${say('batch.back')}</a></p>
      ${pagesMarkup({ ...links, linked: false }, { list: 'calls' }, wording)}
      ${cases.map(
        ({ caseId, calls }) =>
          markup`<section class="part calls" id="${caseAnchor(caseId)}">
            <h2>${say('label.case')} ${visible(caseId)}<small>${wording.calls(calls.length)}</small></h2>
            ${callTable(calls, wording, { linkOf: casePath, anchored: false })}
          </section>`,
      )}`,
  });
}
