/** `score --format markdown`: for a page or a pull request. */
import { say } from '../../result/words.ts';
import { batchMarkdown } from '../summary/markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import { markdownText } from '../markdown-text.ts';
import { callRow, scorePage } from './page.ts';
import type { WholeReporter } from './reporter.ts';

export const markdown: WholeReporter = {
  kind: 'whole',
  keep: callRow,
  render(batch, options) {
    const { language } = options;
    const page = scorePage(batch, options);
    const blocks: string[] = [`# ${markdownText(say('heading.calls', language))}`];
    if (page.calls.length === 0) {
      blocks.push(say('score.none', language));
    } else {
      blocks.push(
        markdownText(
          page.summary
            .map((entry) => entry.join(say('punctuation.colon', language)))
            .join(say('punctuation.comma', language)),
        ),
        markdownTable(
          [
            { heading: say('label.call', language) },
            { heading: say('label.score', language), align: 'right' },
            { heading: say('label.grade', language) },
            { heading: say('label.verdict', language) },
            { heading: say('label.worst', language) },
          ],
          page.calls.map(({ call, score, grade, verdict, worst }) => [call, score, grade, verdict, worst]),
        ),
      );
    }
    if (page.findings.length > 0) {
      blocks.push(
        `## ${markdownText(say('heading.findings', language))}`,
        markdownTable(
          [
            { heading: say('label.calls', language), align: 'right' },
            { heading: say('label.share', language), align: 'right' },
            ...(page.rated ? [{ heading: say('batch.met', language), align: 'right' as const }] : []),
            { heading: say('label.criterion', language) },
          ],
          page.findings.map(({ calls, share, met, title }) => [
            calls,
            share,
            ...(page.rated ? [met] : []),
            title,
          ]),
        ),
      );
    }
    if (batch.totals.analysis !== undefined) {
      const summed = batchMarkdown(batch.totals.analysis, options);
      if (summed !== '') blocks.push(summed);
    }
    if (page.errors.length > 0) {
      blocks.push(
        `## ${markdownText(say('heading.errors', language))}`,
        page.errors
          .map(({ place, message, hint }) =>
            [
              `- <b>${markdownText(place)}</b> ${markdownText(message)}`,
              ...(hint === undefined ? [] : [`  ${markdownText(hint)}`]),
            ].join('\n'),
          )
          .join('\n'),
      );
    }
    return `${blocks.join('\n\n')}\n`;
  },
};
