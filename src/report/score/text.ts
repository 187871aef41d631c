/** `score --format text`: for a terminal. */
import type { ChalkInstance } from 'chalk';
import { say } from '../../result/words.ts';
import { batchText } from '../summary/text.ts';
import { tableLines, type Cell } from '../table.ts';
import { hanging } from '../wrap.ts';
import { callRow, scorePage, type CallRow } from './page.ts';
import type { WholeReporter } from './reporter.ts';

export const text: WholeReporter = {
  kind: 'whole',
  keep: callRow,
  render(batch, options) {
    const { language, width, chalk } = options;
    const page = scorePage(batch, options);
    const blocks: (readonly string[])[] = [];

    if (page.calls.length > 0) {
      const columns = [
        { heading: say('label.call', language), shrinks: true },
        { heading: say('label.score', language), align: 'right' as const },
        { heading: say('label.grade', language) },
        { heading: say('label.verdict', language) },
        { heading: say('label.worst', language), shrinks: true },
      ];
      const rows = page.calls.map((row) => cellsOf(row, chalk));
      blocks.push(tableLines(columns, rows, width, chalk.bold));
    } else {
      blocks.push([say('score.none', language)]);
    }
    if (page.findings.length > 0) {
      const columns = [
        { heading: say('label.calls', language), align: 'right' as const },
        { heading: say('label.share', language), align: 'right' as const },
        ...(page.rated ? [{ heading: say('batch.met', language), align: 'right' as const }] : []),
        { heading: say('heading.findings', language), shrinks: true },
      ];
      const rows = page.findings.map(({ calls, share, met, title }): Cell[] => [
        { text: calls },
        { text: share },
        ...(page.rated ? [{ text: met }] : []),
        { text: title },
      ]);
      blocks.push(tableLines(columns, rows, width, chalk.bold));
    }
    if (page.calls.length > 0) {
      const summary = page.summary
        .map((entry) => entry.join(say('punctuation.colon', language)))
        .join(say('punctuation.comma', language));
      blocks.push(hanging('', [{ text: summary }], width));
    }
    if (batch.totals.analysis !== undefined) {
      const summed = batchText(batch.totals.analysis, options);
      if (summed !== '') blocks.push([summed]);
    }
    if (page.errors.length > 0) {
      blocks.push([
        chalk.bold(say('heading.errors', language)),
        ...page.errors.flatMap(({ place, message, hint }) => [
          ...hanging('  ', [{ text: place, paint: chalk.red }], width),
          ...hanging('    ', [{ text: message }], width),
          ...(hint === undefined ? [] : hanging('    ', [{ text: hint, paint: chalk.dim }], width)),
        ]),
      ]);
    }
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  },
};

function cellsOf(row: CallRow, chalk: ChalkInstance): readonly Cell[] {
  const verdict = {
    upheld: chalk.red,
    'partly-upheld': chalk.yellow,
    'not-upheld': chalk.green,
    'insufficient-evidence': chalk.cyan,
  };
  return [
    { text: row.call },
    { text: row.score },
    { text: row.grade },
    row.verdictKind === undefined
      ? { text: row.verdict }
      : { text: row.verdict, paint: verdict[row.verdictKind] },
    row.severity === 'fatal' || row.severity === 'critical'
      ? { text: row.worst, paint: chalk.red }
      : { text: row.worst },
  ];
}
