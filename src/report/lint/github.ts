/** `lint --format github`: workflow commands, which GitHub shows as annotations beside the lines. */
import type { LintProblem } from '../../result/lint-result.ts';
import type { LintReporter } from './lint-reporter.ts';
import { messageOf } from './message.ts';

/** A message's text: `%` and line breaks are written as escapes. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value: commas and colons too. */
function property(text: string | number): string {
  return data(String(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function command(
  level: 'error' | 'warning' | 'notice',
  properties: readonly (readonly [name: string, value: string | number | undefined])[],
  message: string,
): string {
  const written = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(value)}`],
  );
  return `::${level} ${written.join(',')}::${data(message)}\n`;
}

/** GitHub's last column is the last character's own, and columns count only within one line. */
function region({ place, start, end }: LintProblem): readonly (readonly [string, number])[] {
  if (place !== undefined) return [];
  if (start.line !== end.line) {
    return [
      ['line', start.line],
      ['endLine', end.line],
    ];
  }
  return [
    ['line', start.line],
    ['endLine', end.line],
    ['col', start.column],
    ['endColumn', Math.max(start.column, end.column - 1)],
  ];
}

export const github: LintReporter = ({ problems, failures }, { language }) =>
  [
    ...problems.map((problem) =>
      command(
        problem.severity === 'note' ? 'notice' : problem.severity,
        [['file', problem.file], ...region(problem), ['title', problem.rule]],
        messageOf(problem, language),
      ),
    ),
    ...failures.map(({ file, line, column, code, message }) =>
      command(
        'error',
        [
          ['file', file],
          ['line', line],
          ['col', column],
          ['title', code],
        ],
        message,
      ),
    ),
  ].join('');
