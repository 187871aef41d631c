/** `audit --format text`: one call in full, for a terminal. */
import stringWidth from 'string-width';
import type { AuditResult } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { fit } from '../fit.ts';
import type { ReportOptions } from '../options.ts';
import { tableLines } from '../table.ts';
import { hanging, type Piece } from '../wrap.ts';
import type { Fact } from './facts.ts';
import { casePage, type CaseLine, type CasePage, type Ground } from './page.ts';

type Lines = readonly string[];

/** The report of one call, wrapped to the width, with its final line break. */
export function auditText(audit: AuditResult, options: ReportOptions): string {
  const { language, chalk } = options;
  const page = casePage(audit, options);
  const block = (heading: Parameters<typeof say>[0], lines: Lines): Lines => [
    chalk.bold.underline(say(heading, language)),
    ...lines,
  ];
  const blocks: Lines[] = [
    block('heading.audit', factLines(page.facts, page.verdict, options)),
    block('heading.transcript', [...transcriptLines(page.lines, options), ...noteLines(page.notes, options)]),
    block(
      'heading.grounds',
      page.grounds.length === 0
        ? [say('audit.no-findings', language)]
        : page.grounds.flatMap((ground, index) => groundLines(ground, index + 1, options)),
    ),
    block('heading.scorecard', scorecardLines(page, options)),
    block(
      'heading.not-evaluated',
      page.notEvaluated.length === 0
        ? [say('audit.all-evaluated', language)]
        : page.notEvaluated.flatMap(({ title, reason }) =>
            hanging('- ', [{ text: reasoned(title, reason, options) }], options.width),
          ),
    ),
    block('heading.provenance', factLines(page.provenance, undefined, options)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function reasoned(title: string, reason: string, { language }: ReportOptions): string {
  return reason === '' ? title : `${title}${say('punctuation.colon', language)}${reason}`;
}

function factLines(
  facts: readonly Fact[],
  verdict: CasePage['verdict'],
  { width, chalk }: ReportOptions,
): Lines {
  const widest = Math.max(0, ...facts.map(({ label }) => stringWidth(label)));
  const colour =
    verdict === 'upheld' ? chalk.red.bold : verdict === 'not-upheld' ? chalk.green.bold : chalk.yellow.bold;
  return facts.flatMap((fact) =>
    hanging(
      `${chalk.dim(fit(fact.label, widest))}  `,
      [{ text: fact.value, paint: fact.verdict === true ? colour : undefined }],
      width,
    ),
  );
}

function transcriptLines(lines: readonly CaseLine[], { width, chalk }: ReportOptions): Lines {
  const turns = lines.filter((line) => line.kind === 'turn');
  const widest = (field: 'turn' | 'time' | 'speaker') =>
    turns.reduce((most, turn) => Math.max(most, stringWidth(turn[field])), 0);
  const [number, time, speaker] = [widest('turn'), widest('time'), widest('speaker')];
  const indent = ' '.repeat(number + 2);
  const paint = { plain: undefined, found: chalk.cyan.underline, against: chalk.red.underline };
  const tagged: Piece['paint'] = (text) => chalk.dim(text);
  return lines.flatMap((line) => {
    if (line.kind === 'event') {
      return hanging(indent, [{ text: `– ${line.words} –`, paint: chalk.dim }], width);
    }
    const prefix = [
      fit(line.turn, number, 'right'),
      ...(time === 0 ? [] : [fit(line.time, time, 'right')]),
      chalk.bold(fit(line.speaker, speaker)),
      '',
    ].join('  ');
    const pieces = line.parts.flatMap(({ text, mark, tags }): Piece[] => [
      { text, paint: paint[mark] },
      ...tags.map((tag): Piece => ({ text: tag, paint: tagged, whole: true })),
    ]);
    return hanging(prefix, pieces, width);
  });
}

function noteLines(notes: readonly string[], { language, width, chalk }: ReportOptions): Lines {
  const label = `${chalk.dim(say('label.note', language))}  `;
  return notes.flatMap((note) => hanging(label, [{ text: note }], width));
}

function groundLines(ground: Ground, number: number, { language, width, chalk }: ReportOptions): Lines {
  const grave = ground.severity !== 'ordinary';
  const labelled = (key: 'label.why' | 'label.say', text: string | undefined): Lines =>
    text === undefined
      ? []
      : hanging(
          `   ${chalk.dim(say(key, language))}${say('punctuation.colon', language)}`,
          [{ text }],
          width,
        );
  return [
    ...hanging(
      `${number}. `,
      [
        { text: ground.title, paint: grave ? chalk.red.bold : chalk.bold },
        ...(grave ? [{ text: ` [${ground.severityWord}]`, paint: chalk.red }] : []),
      ],
      width,
    ),
    ...ground.quotes.flatMap(({ where, words, tag }) =>
      hanging(
        '   - ',
        [
          { text: `${where}${say('punctuation.colon', language)}` },
          { text: words },
          { text: ' ' },
          { text: tag, paint: chalk.dim, whole: true },
        ],
        width,
      ),
    ),
    ...(ground.searched === undefined ? [] : hanging('   - ', [{ text: ground.searched }], width)),
    ...labelled('label.why', ground.why),
    ...labelled('label.say', ground.say),
  ];
}

const outcomeSign = { met: '✓', 'not-met': '✗', 'not-applicable': '–', 'not-evaluated': '?' } as const;

/** One table over all sections, so that every figure of the scorecard stands in one column. */
function scorecardLines({ scorecard }: CasePage, { language, width, chalk }: ReportOptions): Lines {
  const paint = {
    met: chalk.green,
    'not-met': chalk.red,
    'not-applicable': chalk.dim,
    'not-evaluated': chalk.dim,
  };
  const rows = scorecard.flatMap(({ title, sections }) => {
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
  return tableLines(columns, rows, width, chalk.dim);
}
