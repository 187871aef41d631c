/** The summary of many calls in Markdown. */
import type { Analysis } from '../../result/analysis.ts';
import { markdownTable } from '../markdown-table.ts';
import { markdownText } from '../markdown-text.ts';
import type { ReportOptions } from '../options.ts';
import type { BatchBlock } from './section.ts';
import { compactSections } from './sections.ts';

/** What `score --format markdown` ends with, without a final line break; empty for a single call. */
export function batchMarkdown(analysis: Analysis, options: ReportOptions): string {
  return compactSections(analysis, options)
    .flatMap(({ heading, blocks }) => [`## ${markdownText(heading)}`, ...blocks.flatMap(blockText)])
    .join('\n\n');
}

function blockText(block: BatchBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [markdownText(block.text)];
    case 'table':
      return block.rows.length === 0
        ? []
        : [
            markdownTable(
              block.columns,
              block.rows.map((row) => row.map(({ text }) => text)),
            ),
          ];
    case 'notes':
      return block.notes.map(({ title, remark, lines }) =>
        [
          `**${markdownText(title)}** ${markdownText(remark)}`,
          '',
          ...lines.flatMap(({ label, items }) =>
            items.map(
              ({ text }, index) =>
                `${index === 0 ? `- ${markdownText(label)} ` : '  - '}${markdownText(text)}`,
            ),
          ),
        ].join('\n'),
      );
    default:
      return block satisfies never;
  }
}
