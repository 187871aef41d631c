/** `lint --format text`: by file, the words underlined, and what to say instead. */
import stringWidth from 'string-width';
import type { LintExcerpt, LintProblem, LintReport } from '../../result/lint-result.ts';
import type { ReportLanguage } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { graphemes } from '../fit.ts';
import { visible } from '../visible.ts';
import { hanging } from '../wrap.ts';
import { placeOf, type LintOptions, type LintReporter } from './lint-reporter.ts';

/** Of a long line, so many columns are shown on either side of the words. */
const around = 48;
const indent = '      ';

export const text: LintReporter = (report, options) => {
  const { language, chalk, width } = options;
  const blocks: (readonly string[])[] = [];
  const files = new Map<string, number[]>();
  for (const [index, { file }] of report.problems.entries()) {
    const own = files.get(file);
    if (own === undefined) files.set(file, [index]);
    else own.push(index);
  }
  for (const [file, indexes] of files) {
    blocks.push([
      chalk.underline(visible(file)),
      ...indexes.flatMap((index) => problemLines(report.problems[index]!, report.excerpts[index], options)),
    ]);
  }
  if (report.failures.length > 0) {
    blocks.push([
      chalk.bold(say('lint.unread', language)),
      ...report.failures.flatMap(({ file, line, column, message, code, hint }) => {
        const at = [file, line, column].filter((part) => part !== undefined).join(':');
        return [
          ...hanging('  ', [{ text: `${visible(at)}: ${visible(message)} [${code}]` }], width),
          ...(hint === undefined ? [] : hanging('    ', [{ text: visible(hint), paint: chalk.dim }], width)),
        ];
      }),
    ]);
  }
  blocks.push(hanging('', [{ text: summaryOf(report, language) }], width));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

function problemLines(
  problem: LintProblem,
  excerpt: LintExcerpt | undefined,
  { language, chalk, width }: LintOptions,
): readonly string[] {
  const { severity, rule, why } = problem;
  const paint = { error: chalk.red, warning: chalk.yellow, note: chalk.cyan }[severity];
  const colon = say('punctuation.colon', language);
  const advice = problem.say === undefined ? [] : [{ text: visible(problem.say), paint: chalk.green }];
  const mark =
    problem.fix === undefined ? '' : say('punctuation.aside', language, { words: say('lint.fix', language) });
  return [
    ...hanging(
      '  ',
      [
        { text: `${visible(placeOf(problem))}  ` },
        { text: `${say(`lint.${severity}`, language)}  `, paint },
        { text: `${visible(rule)}  `, paint: chalk.bold },
        { text: visible(why[language]) },
      ],
      width,
    ),
    ...(excerpt === undefined ? [] : underlined(excerpt, width).map((line) => `${indent}${line}`)),
    ...(advice.length === 0
      ? []
      : hanging(
          indent,
          [{ text: `${say('lint.say', language)}${colon}` }, ...advice, { text: mark }],
          width,
        )),
  ];
}

/** The line and, below it, carets under the words: as wide as the words are. */
function underlined({ text: line, from, to }: LintExcerpt, width: number): readonly string[] {
  const most = Number.isFinite(width)
    ? Math.max(8, Math.floor((width - stringWidth(line.slice(from, to))) / 2) - 6)
    : around;
  const before = lastColumns(visible(line.slice(0, from)).trimStart(), Math.min(most, around));
  const words = visible(line.slice(from, to));
  const after = firstColumns(visible(line.slice(to)).trimEnd(), Math.min(most, around));
  const carets = '^'.repeat(Math.max(1, stringWidth(words)));
  return [`${before}${words}${after}`, `${' '.repeat(stringWidth(before))}${carets}`];
}

function firstColumns(words: string, most: number): string {
  let kept = '';
  for (const grapheme of graphemes(words)) {
    if (stringWidth(kept) + stringWidth(grapheme) > most) return `${kept}…`;
    kept += grapheme;
  }
  return kept;
}

function lastColumns(words: string, most: number): string {
  let kept = '';
  for (const grapheme of graphemes(words).toReversed()) {
    if (stringWidth(kept) + stringWidth(grapheme) > most) return `…${kept}`;
    kept = grapheme + kept;
  }
  return kept;
}

function summaryOf(report: LintReport, language: ReportLanguage): string {
  const count = (what: 'files' | 'errors' | 'warnings', count: number): string =>
    say(`lint.${what}.${count === 1 ? 'one' : 'many'}`, language, { count });
  const [errors, warnings] = (['error', 'warning'] as const).map(
    (level) => report.problems.filter(({ severity }) => severity === level).length,
  ) as [number, number];
  const files = count('files', report.files.length);
  const fixable = report.problems.filter(({ fix }) => fix !== undefined).length;
  const rest = (
    [
      ['lint.fixable', fixable],
      ['lint.fixed', report.fixed],
      ['lint.suppressed', report.suppressed],
      ['lint.baselined', report.baselined],
      ['lint.exempt', report.exempt],
    ] as const
  ).flatMap(([key, number]) => (number === 0 ? [] : [say(key, language, { count: number })]));
  const first =
    errors + warnings === 0
      ? say('lint.clean', language, { files })
      : say('lint.summary', language, {
          files,
          errors: count('errors', errors),
          warnings: count('warnings', warnings),
        });
  return [first, ...rest].join(language === 'en' ? ' ' : '');
}
