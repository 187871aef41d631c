/** `audit --format markdown`: one call in full, for a page or a ticket. */
import type { AuditResult } from '../../result/result.ts';
import { say, type MessageKey } from '../../result/words.ts';
import { markdownTable } from '../markdown-table.ts';
import { markdownText } from '../markdown-text.ts';
import type { ReportOptions } from '../options.ts';
import type { Fact } from './facts.ts';
import { casePage, type CaseLine, type Ground } from './page.ts';

/** The report of one call in Markdown, with its final line break. */
export function auditMarkdown(audit: AuditResult, options: ReportOptions): string {
  const { language } = options;
  const page = casePage(audit, options);
  const word = (key: MessageKey) => markdownText(say(key, language));
  const blocks = [
    `# ${word('heading.audit')}`,
    factList(page.facts, options),
    `## ${word('heading.transcript')}`,
    page.lines.map(lineText).join('\n'),
    ...(page.notes.length === 0
      ? []
      : [page.notes.map((note) => `- <b>${word('label.note')}</b> ${markdownText(note)}`).join('\n')]),
    `## ${word('heading.grounds')}`,
    page.grounds.length === 0
      ? word('audit.no-findings')
      : page.grounds.map((ground, index) => groundText(ground, index + 1, options)).join('\n'),
    `## ${word('heading.scorecard')}`,
    ...page.scorecard.flatMap(({ title, sections }) => [
      ...(title === undefined ? [] : [`### ${markdownText(title)}`]),
      ...sections.map((section) =>
        markdownTable(
          [
            { heading: section.title },
            { heading: say('label.outcome', language) },
            { heading: section.score, align: 'right' },
          ],
          section.rows.map((row) => [row.title, row.outcomeWord, row.points]),
        ),
      ),
    ]),
    `## ${word('heading.not-evaluated')}`,
    page.notEvaluated.length === 0
      ? word('audit.all-evaluated')
      : page.notEvaluated
          .map(
            ({ title, reason }) =>
              `- ${[title, reason]
                .filter((part) => part !== '')
                .map(markdownText)
                .join(say('punctuation.colon', language))}`,
          )
          .join('\n'),
    `## ${word('heading.provenance')}`,
    factList(page.provenance, options),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function factList(facts: readonly Fact[], { language }: ReportOptions): string {
  return facts
    .map(
      ({ label, value }) =>
        `- <b>${markdownText(label)}</b>${say('punctuation.colon', language)}${markdownText(value)}`,
    )
    .join('\n');
}

/** `<b>` and not `**`, which beside Chinese punctuation is no emphasis. */
function lineText(line: CaseLine): string {
  if (line.kind === 'event') return `- – ${markdownText(line.words)} –`;
  const words = line.parts
    .map(({ text, mark, tags }) => {
      const plain = markdownText(text);
      const marked = mark === 'plain' || text === '' ? plain : `<b>${plain}</b>`;
      return marked + tags.map((tag) => `<sub>${markdownText(tag)}</sub>`).join('');
    })
    .join('');
  const time = line.time === '' ? '' : ` ${line.time}`;
  return `- ${line.turn}${time} <b>${markdownText(line.speaker)}</b> ${words}`;
}

function groundText(ground: Ground, number: number, { language }: ReportOptions): string {
  const colon = say('punctuation.colon', language);
  const severity = ground.severity === 'ordinary' ? '' : ` \\[${markdownText(ground.severityWord)}\\]`;
  const indent = ' '.repeat(String(number).length + 2);
  return [
    `${number}. <b>${markdownText(ground.title)}</b>${severity}`,
    ...ground.quotes.map(
      ({ where, words, tag }) =>
        `${indent}- ${markdownText(where)}${colon}${markdownText(words)} <sub>${markdownText(tag)}</sub>`,
    ),
    ...(ground.searched === undefined ? [] : [`${indent}- ${markdownText(ground.searched)}`]),
    ...(ground.why === undefined
      ? []
      : [`${indent}- ${markdownText(say('label.why', language))}${colon}${markdownText(ground.why)}`]),
    ...(ground.say === undefined
      ? []
      : [`${indent}- ${markdownText(say('label.say', language))}${colon}${markdownText(ground.say)}`]),
  ].join('\n');
}
