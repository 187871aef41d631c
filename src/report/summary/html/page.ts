/** `score --format html -o report.html`: many calls on one page that needs nothing beside it. */
import { scoreText } from '../../figures.ts';
import { markup } from '../../html/markup.ts';
import type { ReportOptions } from '../../options.ts';
import type { BatchReport } from '../report.ts';
import { fullSections } from '../sections.ts';
import { wordingOf } from '../wording.ts';
import { batchPage } from './batch-page.ts';
import { contentsOf, errorsMarkup, sectionsMarkup } from './body.ts';
import { callTable, worstFirst } from './call-table.ts';

/** Rows that fold away together. */
const rowsOfGroup = 100;

/** The page, with its final line break. Calls that the sections name are links to their rows. */
export function batchHtml(report: BatchReport, options: ReportOptions): string {
  const wording = wordingOf(options);
  const { say } = wording;
  const sections = fullSections(report.analysis, options);
  const calls = worstFirst(report.records);
  const groups = Array.from({ length: Math.ceil(calls.length / rowsOfGroup) }, (_, group) =>
    calls.slice(group * rowsOfGroup, (group + 1) * rowsOfGroup),
  );
  return batchPage(report, options, {
    heading: say('batch.title'),
    remark: wording.calls(calls.length),
    contents: contentsOf(sections, report, wording),
    body: markup`${sectionsMarkup(sections, report.analysis, wording, (call) => `#c-${call}`)}
      <section class="part calls" id="calls">
        <h2>${say('batch.all-calls')}</h2>
        <p class="soft">${say('batch.worst-first')}</p>
        ${groups.map(
          (group, index) =>
            markup`<details${groups.length === 1 && markup` open=""`}>
              <summary>${say('batch.calls-from-to', {
                from: index * rowsOfGroup + 1,
                to: index * rowsOfGroup + group.length,
              })}<small>${say('batch.scored-between', {
                from: scoreText(group[0]!.record.total),
                to: scoreText(group.at(-1)!.record.total),
              })}</small></summary>
              ${callTable(group, wording, { linkOf: () => undefined, anchored: true })}
            </details>`,
        )}
      </section>
      ${errorsMarkup(report, wording)}`,
  });
}
