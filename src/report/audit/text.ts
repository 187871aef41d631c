/** `audit --format text`: one case in full, for a terminal. */
import stringWidth from 'string-width';
import type { AuditResult } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { fit } from '../fit.ts';
import type { ReportOptions } from '../options.ts';
import { tableLines, type Cell } from '../table.ts';
import { hanging, type Piece } from '../wrap.ts';
import type {
  Block,
  CaseLine,
  Check,
  Fact,
  Ground,
  MoodCurve,
  Quote,
  ScorecardGroup,
  StoryLine,
  Tone,
} from './block.ts';
import { casePage } from './page.ts';

type Lines = readonly string[];

/** What a terminal shows a tone by, besides its colour. */
const toneSign = { good: '✓', bad: '✗', unsure: '~', plain: '·' } as const;

const outcomeSign = { met: '✓', 'not-met': '✗', 'not-applicable': '–', 'not-evaluated': '?' } as const;

/** The report of one case, wrapped to the width, with its final line break. */
export function auditText(audit: AuditResult, options: ReportOptions): string {
  const { chalk, width } = options;
  const { title, verdict, head, parts } = casePage(audit, options);
  const headed = (heading: string, lines: Lines): Lines => [chalk.bold.underline(heading), ...lines];
  const blocks: Lines[] = [
    [chalk.bold(title)],
    headed(verdict, [
      ...hanging('', [{ text: head.headline, paint: painter(head.tone, options, true) }], width),
      ...factLines(
        [...head.call, ...head.verdicts.flatMap(({ facts }) => facts), ...head.score.facts],
        options,
      ),
    ]),
    ...parts.map(({ heading, blocks }) =>
      // A heading stands off from what is before it, but not from the heading of its part.
      headed(
        heading,
        blocks.flatMap((block) => blockLines(block, options)).slice(blocks[0]?.kind === 'heading' ? 1 : 0),
      ),
    ),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function painter(tone: Tone, { chalk }: ReportOptions, bold = false): ((text: string) => string) | undefined {
  const ink = bold ? chalk.bold : chalk;
  switch (tone) {
    case 'good':
      return ink.green;
    case 'bad':
      return ink.red;
    case 'unsure':
      return ink.yellow;
    case 'plain':
      return bold ? ink : undefined;
  }
}

function blockLines(block: Block, options: ReportOptions): Lines {
  const { width, chalk } = options;
  switch (block.kind) {
    case 'heading':
      return block.minor === true
        ? hanging('', [{ text: block.text, paint: chalk.dim }], width)
        : ['', ...hanging('', [{ text: block.text, paint: chalk.bold }], width)];
    case 'paragraph':
      return hanging('', [{ text: block.text, paint: block.muted === true ? chalk.dim : undefined }], width);
    case 'facts':
      return factLines(block.facts, options);
    case 'quotes':
      return block.quotes.flatMap((quote) => hanging('- ', quotePieces(quote, options), width));
    case 'list':
      return block.items.flatMap(({ text, items = [] }) => [
        ...hanging('- ', [{ text }], width),
        ...items.flatMap((item) => hanging('  - ', [{ text: item }], width)),
      ]);
    case 'checks':
      return block.checks.flatMap((check) => checkLines(check, options));
    case 'table':
      return tableLines(
        block.columns.map((column) => ({ ...column, shrinks: true })),
        block.rows.map((row) =>
          row.map(({ text, tone = 'plain' }): Cell => {
            const paint = painter(tone, options);
            return { text, ...(paint === undefined ? {} : { paint }) };
          }),
        ),
        width,
        chalk.dim,
      );
    case 'story':
      return storyLines(block.lines, options);
    case 'mood':
      return moodLines(block.curve, options);
    case 'grounds':
      return block.grounds.flatMap((ground) => groundLines(ground, options));
    case 'scorecard':
      return scorecardLines(block.groups, block.total, options);
    case 'transcript':
      return [...transcriptLines(block.lines, options), ...noteLines(block.notes, options)];
  }
}

function quotePieces(
  { place, words, tag, label }: Quote,
  { language, chalk }: ReportOptions,
): readonly Piece[] {
  return [
    { text: `${place.text}${say('punctuation.colon', language)}` },
    { text: words },
    ...(tag === undefined ? [] : [{ text: ' ' }, { text: `⟦${tag}⟧`, paint: chalk.dim, whole: true }]),
    ...(label === undefined ? [] : [{ text: `${say('punctuation.comma', language)}${label}` }]),
  ];
}

function factLines(facts: readonly Fact[], options: ReportOptions): Lines {
  const { width, chalk } = options;
  const widest = Math.max(0, ...facts.map(({ label }) => stringWidth(label)));
  const indent = ' '.repeat(widest + 2);
  return facts.flatMap(({ label, value, tone = 'plain', quotes = [] }) => [
    ...hanging(
      `${chalk.dim(fit(label, widest))}  `,
      [{ text: value, paint: tone === 'plain' ? undefined : painter(tone, options, true) }],
      width,
    ),
    ...quotes.flatMap((quote) => hanging(`${indent}- `, quotePieces(quote, options), width)),
  ]);
}

/** One line where a single quote says it all, else a line a quote. */
function checkLines({ title, tone, word, details, quotes }: Check, options: ReportOptions): Lines {
  const { language, width } = options;
  const paint = painter(tone, options);
  const semicolon = say('punctuation.semicolon', language);
  const inline = quotes.length === 1 ? quotes : [];
  const below = quotes.length === 1 ? [] : quotes;
  return [
    ...hanging(
      `${paint === undefined ? toneSign[tone] : paint(toneSign[tone])} `,
      [
        { text: `${title}${say('punctuation.colon', language)}` },
        { text: word, paint },
        ...details.map((detail): Piece => ({ text: `${semicolon}${detail}` })),
        ...inline.flatMap((quote): readonly Piece[] => [{ text: semicolon }, ...quotePieces(quote, options)]),
      ],
      width,
    ),
    ...below.flatMap((quote) => hanging('  - ', quotePieces(quote, options), width)),
  ];
}

/** The widest of some texts, in columns. */
function widestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
}

/** `turn  time  who  `, each in its column; a column of nothing is left out. */
function columnsOf(
  rows: readonly { readonly turn: string; readonly time: string; readonly who: string }[],
  { chalk }: ReportOptions,
): (row: { readonly turn: string; readonly time: string; readonly who: string }) => string {
  const turn = widestOf(rows.map((row) => row.turn));
  const time = widestOf(rows.map((row) => row.time));
  const who = widestOf(rows.map((row) => row.who));
  return (row) =>
    [
      fit(row.turn, turn, 'right'),
      ...(time === 0 ? [] : [fit(row.time, time, 'right')]),
      chalk.bold(fit(row.who, who)),
      '',
    ].join('  ');
}

function storyLines(lines: readonly StoryLine[], options: ReportOptions): Lines {
  const { language, width, chalk } = options;
  const prefix = columnsOf(lines, options);
  const colon = say('punctuation.colon', language);
  return lines.flatMap((line) => {
    const { what, quote, grounds, answer } = line;
    return hanging(
      prefix(line),
      [
        { text: what, paint: grounds.length === 0 ? undefined : chalk.red },
        ...(quote === undefined ? [] : [{ text: `${colon}${quote}` }]),
        ...(grounds.length === 0
          ? []
          : [{ text: ' ' }, { text: `[${grounds.join(', ')}]`, paint: chalk.red, whole: true }]),
        ...(answer === undefined
          ? []
          : [
              { text: ' → ' },
              { text: answer.word, paint: painter(answer.tone, options) },
              { text: `${colon}${answer.quote.words}` },
            ]),
      ],
      width,
    );
  });
}

const bars = '▁▂▃▄▅▆▇█';

function moodLines({ title, points, summary }: MoodCurve, { language, width, chalk }: ReportOptions): Lines {
  const curve = points
    .map(({ value }) => bars[Math.round(((Math.max(-1, Math.min(1, value)) + 1) / 2) * (bars.length - 1))]!)
    .join('');
  return [
    '',
    ...hanging('', [{ text: `${title}${say('punctuation.colon', language)}${summary}` }], width),
    ...hanging('', [{ text: curve, paint: chalk.cyan }], width),
  ];
}

function groundLines(ground: Ground, options: ReportOptions): Lines {
  const { language, width, chalk } = options;
  const grave = ground.severity !== 'ordinary';
  const indent = ' '.repeat(String(ground.number).length + 2);
  const labelled = (label: string, pieces: readonly Piece[]): Lines =>
    hanging(`${indent}${chalk.dim(label)}${say('punctuation.colon', language)}`, pieces, width);
  return [
    ...hanging(
      `${ground.number}. `,
      [
        { text: ground.title, paint: grave ? chalk.red.bold : chalk.bold },
        ...(grave ? [{ text: ` [${ground.severityWord}]`, paint: chalk.red }] : []),
        ...(ground.decides === undefined ? [] : [{ text: ` · ${ground.decides}`, paint: chalk.dim }]),
      ],
      width,
    ),
    ...ground.quotes.flatMap((quote) => hanging(`${indent}- `, quotePieces(quote, options), width)),
    ...(ground.searched === undefined ? [] : hanging(`${indent}- `, [{ text: ground.searched }], width)),
    ...(ground.why === undefined ? [] : labelled(say('label.why', language), [{ text: ground.why }])),
    ...ground.mitigation.flatMap((quote) =>
      labelled(say('label.mitigation', language), quotePieces(quote, options)),
    ),
    ...(ground.say === undefined
      ? []
      : labelled(
          [
            say('label.say', language),
            ...(ground.say.place === undefined ? [] : [ground.say.place.text]),
          ].join(say('punctuation.comma', language)),
          [{ text: ground.say.words }],
        )),
  ];
}

/** One table over all sections, so that every figure of the scorecard stands in one column. */
function scorecardLines(
  groups: readonly ScorecardGroup[],
  total: string,
  { language, width, chalk }: ReportOptions,
): Lines {
  const paint = {
    met: chalk.green,
    'not-met': chalk.red,
    'not-applicable': chalk.dim,
    'not-evaluated': chalk.dim,
  };
  const rows = groups.flatMap(({ title, sections }) => {
    const indent = title === undefined ? '' : '  ';
    return [
      ...(title === undefined ? [] : [[{ text: title, paint: chalk.bold }, { text: '' }, { text: '' }]]),
      ...sections.flatMap((section) => [
        [
          { text: indent + section.title, paint: chalk.bold },
          { text: '' },
          { text: section.score, paint: chalk.bold },
        ],
        ...section.rows.map((row) => [
          { text: `${indent}  ${outcomeSign[row.outcome]} ${row.title}`, paint: paint[row.outcome] },
          { text: row.outcomeWord, paint: paint[row.outcome] },
          { text: row.points },
        ]),
      ]),
    ];
  });
  const columns = [
    { heading: say('label.criterion', language), shrinks: true },
    { heading: say('label.outcome', language) },
    { heading: say('label.points', language), align: 'right' as const },
  ];
  const last = [
    { text: say('label.total', language), paint: chalk.bold },
    { text: '' },
    { text: total, paint: chalk.bold },
  ];
  return tableLines(columns, [...rows, last], width, chalk.dim);
}

function transcriptLines(lines: readonly CaseLine[], options: ReportOptions): Lines {
  const { width, chalk } = options;
  const turns = lines.flatMap((line) => (line.kind === 'turn' ? [{ ...line, who: line.speaker }] : []));
  const prefix = columnsOf(turns, options);
  const indent = ' '.repeat(widestOf(turns.map(({ turn }) => turn)) + 2);
  const paint = { plain: undefined, found: chalk.cyan.underline, against: chalk.red.underline };
  const tagged: Piece['paint'] = (text) => chalk.dim(text);
  return lines.flatMap((line) => {
    if (line.kind === 'event') {
      return hanging(indent, [{ text: `– ${line.words} –`, paint: chalk.dim }], width);
    }
    const pieces = line.parts.flatMap(({ text, mark, tags }): Piece[] => [
      { text, paint: paint[mark] },
      ...tags.map((tag): Piece => ({ text: `⟦${tag}⟧`, paint: tagged, whole: true })),
    ]);
    return hanging(prefix({ ...line, who: line.speaker }), pieces, width);
  });
}

function noteLines(notes: readonly string[], { language, width, chalk }: ReportOptions): Lines {
  const label = `${chalk.dim(say('label.note', language))}  `;
  return notes.flatMap((note) => hanging(label, [{ text: note }], width));
}
