/** The summary of many calls for a terminal. */
import type { ChalkInstance } from 'chalk';
import type { Analysis } from '../../result/analysis.ts';
import type { ReportOptions } from '../options.ts';
import { tableLines } from '../table.ts';
import { hanging } from '../wrap.ts';
import type { BatchBlock, BatchCell, BatchTone } from './section.ts';
import { compactSections } from './sections.ts';

/** What `score --format text` ends with, without a final line break; empty for a single call. */
export function batchText(analysis: Analysis, options: ReportOptions): string {
  return compactSections(analysis, options)
    .map(({ heading, blocks }) =>
      [options.chalk.bold(heading), ...blocks.flatMap((block) => blockLines(block, options))].join('\n'),
    )
    .join('\n\n');
}

const indent = '  ';

function blockLines(block: BatchBlock, { width, chalk }: ReportOptions): readonly string[] {
  const paints = paintsOf(chalk);
  switch (block.kind) {
    case 'paragraph':
      return hanging(indent, [{ text: block.text }], width);
    case 'table':
      if (block.rows.length === 0) return [];
      return tableLines(
        block.columns,
        block.rows.map((row) => row.map((cell) => painted(cell, paints))),
        width - indent.length,
        chalk.underline,
      ).map((line) => indent + line);
    case 'notes':
      return block.notes.flatMap(({ title, remark, lines }) => [
        ...hanging(indent, [{ text: `${title}  ` }, { text: remark, paint: chalk.dim }], width),
        ...lines.flatMap(({ label, items }) =>
          items.flatMap((item, index) =>
            hanging(
              indent + indent + (index === 0 ? '' : indent),
              [
                ...(index === 0 ? [{ text: `${label}  `, paint: chalk.dim }] : []),
                { text: item.text, paint: item.tone && paints[item.tone] },
              ],
              width,
            ),
          ),
        ),
      ]);
    default:
      return block satisfies never;
  }
}

type Paints = Readonly<Record<BatchTone, (text: string) => string>>;

function paintsOf(chalk: ChalkInstance): Paints {
  return { good: chalk.green, bad: chalk.red, unsure: chalk.yellow, soft: chalk.dim };
}

function painted({ text, tone }: BatchCell, paints: Paints) {
  return tone === undefined ? { text } : { text, paint: paints[tone] };
}
