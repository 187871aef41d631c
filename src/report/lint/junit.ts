/** `lint --format junit`: a suite a file and a case a problem, for CI systems that show test results. */
import type { LintProblem, LintReport } from '../../result/lint-result.ts';
import type { ReportLanguage } from '../../result/result.ts';
import { placeOf, type LintReporter } from './lint-reporter.ts';
import { messageOf } from './message.ts';

/** What XML 1.0 cannot hold at all, lone halves of pairs among it. */
const impossible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function xml(text: string): string {
  return text
    .replaceAll(impossible, '\ufffd')
    .replaceAll(/[&<>"\n\r\t]/g, (character) => entities[character]!);
}

/** What does not fail the run is told and passes. */
export const junit: LintReporter = (report, { language }) => {
  const suites = [
    ...report.files.map((file) => fileSuite(file, report, language)),
    ...report.failures.map(({ file, line, column, code, message }) => {
      const at = [file, line, column].filter((part) => part !== undefined).join(':');
      return {
        lines: [
          `  <testsuite name="${xml(file)}" tests="1" failures="0" errors="1">`,
          `    <testcase name="${xml(code)}" classname="${xml(file)}">`,
          `      <error type="${xml(code)}" message="${xml(`${at}: ${message}`)}"/>`,
          '    </testcase>',
          '  </testsuite>',
        ],
        tests: 1,
        failed: 0,
      };
    }),
  ];
  const sum = (of: (suite: (typeof suites)[number]) => number): number =>
    suites.reduce((total, suite) => total + of(suite), 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="callqa lint" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failed }) => failed)}" errors="${report.failures.length}">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ].join('\n')}\n`;
};

function fileSuite(
  file: string,
  { problems, failOn }: LintReport,
  language: ReportLanguage,
): { readonly lines: readonly string[]; readonly tests: number; readonly failed: number } {
  const own = problems.filter((problem) => problem.file === file);
  const fails = ({ severity }: LintProblem): boolean => severity === 'error' || severity === failOn;
  const failed = own.filter(fails).length;
  const tests = Math.max(1, own.length);
  const cases = own.flatMap((problem) => {
    const message = xml(messageOf(problem, language));
    const at = `${file}:${placeOf(problem)}`;
    return [
      `    <testcase name="${xml(`${problem.rule} ${placeOf(problem)}`)}" classname="${xml(file)}">`,
      fails(problem)
        ? `      <failure type="${problem.severity}" message="${message}">${xml(`${at} ${problem.quote}`)}</failure>`
        : `      <system-out>${xml(`${at} `)}${message}</system-out>`,
      '    </testcase>',
    ];
  });
  return {
    lines: [
      `  <testsuite name="${xml(file)}" tests="${tests}" failures="${failed}" errors="0">`,
      ...(cases.length > 0 ? cases : [`    <testcase name="clean" classname="${xml(file)}"/>`]),
      '  </testsuite>',
    ],
    tests,
    failed,
  };
}
