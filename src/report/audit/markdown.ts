/** `audit --format markdown`: one case in full, for a page or a ticket. */
import type { AuditResult } from '../../result/result.ts';
import { say, type MessageKey } from '../../result/words.ts';
import { markdownTable } from '../markdown-table.ts';
import { markdownText } from '../markdown-text.ts';
import type { ReportOptions } from '../options.ts';
import type {
  Block,
  CaseLine,
  Check,
  Fact,
  Ground,
  Quote,
  ScorecardGroup,
  StoryLine,
  Tone,
} from './block.ts';
import { casePage } from './page.ts';

const toneSign: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', unsure: '~', plain: '·' };

/** The report of one case in Markdown, with its final line break. */
export function auditMarkdown(audit: AuditResult, options: ReportOptions): string {
  const { title, verdict, head, parts } = casePage(audit, options);
  const blocks = [
    `# ${markdownText(title)}`,
    `## ${markdownText(verdict)}`,
    bold(head.headline),
    factList([...head.call, ...head.verdicts.flatMap(({ facts }) => facts), ...head.score.facts], options),
    ...parts.flatMap(({ heading, blocks }) => [
      `## ${markdownText(heading)}`,
      ...blocks.flatMap((block) => blockText(block, options)),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** `<b>` and not `**`, which beside Chinese punctuation is no emphasis. */
function bold(text: string): string {
  return `<b>${markdownText(text)}</b>`;
}

/** A block as paragraphs. */
function blockText(block: Block, options: ReportOptions): readonly string[] {
  const { language } = options;
  switch (block.kind) {
    case 'heading':
      return [block.minor === true ? bold(block.text) : `### ${markdownText(block.text)}`];
    case 'paragraph':
      return [markdownText(block.text)];
    case 'facts':
      return [factList(block.facts, options)];
    case 'quotes':
      return [block.quotes.map((quote) => `- ${quoteText(quote, options)}`).join('\n')];
    case 'list':
      return [
        block.items
          .flatMap(({ text, items = [] }) => [
            `- ${markdownText(text)}`,
            ...items.map((item) => `  - ${markdownText(item)}`),
          ])
          .join('\n'),
      ];
    case 'checks':
      return [block.checks.map((check) => checkText(check, options)).join('\n')];
    case 'table':
      return [
        markdownTable(
          block.columns,
          block.rows.map((row) => row.map(({ text }) => text)),
        ),
      ];
    case 'story':
      return [block.lines.map((line) => storyText(line, options)).join('\n')];
    case 'mood':
      return [
        `${bold(block.curve.title)}${say('punctuation.colon', language)}${markdownText(block.curve.summary)}`,
      ];
    case 'grounds':
      return [block.grounds.map((ground) => groundText(ground, options)).join('\n')];
    case 'scorecard':
      return [
        ...scorecardText(block.groups, options),
        `${bold(say('label.total', language))}${say('punctuation.colon', language)}${markdownText(block.total)}`,
      ];
    case 'transcript':
      return [
        block.lines.map(lineText).join('\n'),
        ...(block.notes.length === 0
          ? []
          : [
              block.notes
                .map((note) => `- ${bold(say('label.note', language))} ${markdownText(note)}`)
                .join('\n'),
            ]),
      ];
  }
}

function quoteText({ place, words, tag, label }: Quote, { language }: ReportOptions): string {
  return [
    `${markdownText(place.text)}${say('punctuation.colon', language)}${markdownText(words)}`,
    ...(tag === undefined ? [] : [` <sub>${markdownText(`⟦${tag}⟧`)}</sub>`]),
    ...(label === undefined ? [] : [`${say('punctuation.comma', language)}${markdownText(label)}`]),
  ].join('');
}

function factList(facts: readonly Fact[], options: ReportOptions): string {
  const colon = say('punctuation.colon', options.language);
  return facts
    .flatMap(({ label, value, quotes = [] }) => [
      `- ${bold(label)}${colon}${markdownText(value)}`,
      ...quotes.map((quote) => `  - ${quoteText(quote, options)}`),
    ])
    .join('\n');
}

function checkText({ title, tone, word, details, quotes }: Check, options: ReportOptions): string {
  const { language } = options;
  return [
    `- ${toneSign[tone]} ${bold(title)}${say('punctuation.colon', language)}${[word, ...details]
      .map(markdownText)
      .join(say('punctuation.semicolon', language))}`,
    ...quotes.map((quote) => `  - ${quoteText(quote, options)}`),
  ].join('\n');
}

function storyText(
  { turn, time, who, what, quote, grounds, answer }: StoryLine,
  { language }: ReportOptions,
): string {
  const colon = say('punctuation.colon', language);
  return [
    `- ${[turn, time].filter((part) => part !== '').join(' ')} `,
    who === '' ? '' : `${bold(who)} `,
    markdownText(what),
    quote === undefined ? '' : `${colon}${markdownText(quote)}`,
    grounds.length === 0 ? '' : ` \\[${grounds.join(', ')}\\]`,
    answer === undefined
      ? ''
      : ` → <b>${markdownText(answer.word)}</b>${colon}${markdownText(answer.quote.words)}`,
  ].join('');
}

function groundText(ground: Ground, options: ReportOptions): string {
  const { language } = options;
  const colon = say('punctuation.colon', language);
  const severity = ground.severity === 'ordinary' ? '' : ` \\[${markdownText(ground.severityWord)}\\]`;
  const decides = ground.decides === undefined ? '' : ` · ${markdownText(ground.decides)}`;
  const indent = ' '.repeat(String(ground.number).length + 2);
  const labelled = (key: MessageKey, text: string, where?: string) =>
    `${indent}- ${markdownText([say(key, language), ...(where === undefined ? [] : [where])].join(say('punctuation.comma', language)))}${colon}${text}`;
  return [
    `${ground.number}. ${bold(ground.title)}${severity}${decides}`,
    ...ground.quotes.map((quote) => `${indent}- ${quoteText(quote, options)}`),
    ...(ground.searched === undefined ? [] : [`${indent}- ${markdownText(ground.searched)}`]),
    ...(ground.why === undefined ? [] : [labelled('label.why', markdownText(ground.why))]),
    ...ground.mitigation.map((quote) => labelled('label.mitigation', quoteText(quote, options))),
    ...(ground.say === undefined
      ? []
      : [labelled('label.say', markdownText(ground.say.words), ground.say.place?.text)]),
  ].join('\n');
}

function scorecardText(groups: readonly ScorecardGroup[], { language }: ReportOptions): readonly string[] {
  return groups.flatMap(({ title, sections }) => [
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
  ]);
}

function lineText(line: CaseLine): string {
  if (line.kind === 'event') return `- – ${markdownText(line.words)} –`;
  const words = line.parts
    .map(({ text, mark, tags }) => {
      const plain = markdownText(text);
      const marked = mark === 'plain' || text === '' ? plain : `<b>${plain}</b>`;
      return marked + tags.map((tag) => `<sub>${markdownText(`⟦${tag}⟧`)}</sub>`).join('');
    })
    .join('');
  const time = line.time === '' ? '' : ` ${line.time}`;
  return `- ${line.turn}${time} ${bold(line.speaker)} ${words}`;
}
