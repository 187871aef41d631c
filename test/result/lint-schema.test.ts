/** The schema of what `lint --format json` prints. */
import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { json } from '../../src/report/lint/json.ts';
import { lintSchema } from '../../src/result/lint-schema.ts';
import type { LintProblem, LintReport } from '../../src/result/lint-result.ts';
import { lintErrorsOf as errorsOf } from './lint-validator.ts';

const position = { line: 1, column: 2 };
const problem: LintProblem = {
  file: 'a.md',
  rule: 'no-calm-down',
  severity: 'error',
  start: position,
  end: position,
  span: [1, 3],
  quote: 'x',
  moment: 'calm-down',
  why: { en: 'a', 'zh-CN': 'b', 'zh-TW': 'c' },
  say: 'y',
  fix: { span: [1, 3], text: 'y', region: { start: position, end: position } },
  fingerprint: '0123456789abcdef',
};
const { moment: _, say: __, fix: ___, ...bare } = problem;
const report: LintReport = {
  tool: { name: 'callqa', version: '1.2.3' },
  pack: { id: 'small', version: '1.0.0', sha256: '0'.repeat(64) },
  files: ['a.md'],
  problems: [
    problem,
    { ...bare, severity: 'note' },
    { ...bare, severity: 'warning', place: { sheet: '话术', cell: 'AB7' } },
  ],
  excerpts: [undefined, undefined, undefined],
  failures: [
    { file: 'b', code: 'script-json', message: 'no', line: 1, column: 1, hint: 'h' },
    { file: 'c', code: 'a', message: 'b' },
  ],
  rules: [],
  failOn: 'error',
  suppressed: 1,
  baselined: 2,
  fixed: 3,
  exempt: 4,
};
const printed = (): Record<string, unknown> =>
  JSON.parse(json(report, { language: 'en', width: 80, chalk: new Chalk({ level: 0 }) })) as Record<
    string,
    unknown
  >;

it('is the published file (vitest -u writes it)', async () => {
  const text = `${JSON.stringify(lintSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../rules/lint.schema.json');
});

it('accepts what is printed', () => {
  expect(errorsOf(printed())).toEqual([]);
});

it.each<[why: string, change: object, path: string]>([
  ['another version', { schema: 'callqa/lint@2' }, '/schema'],
  ['a note among problems', { problems: [{ ...bare, severity: 'note' }] }, '/problems/0/severity'],
  ['a problem among notes', { notes: [bare] }, '/notes/0/severity'],
  ['line 0', { problems: [{ ...problem, start: { line: 0, column: 1 } }] }, '/problems/0/start/line'],
  [
    'a cell that is none',
    { problems: [{ ...problem, place: { sheet: 'S', cell: '7B' } }] },
    '/problems/0/place/cell',
  ],
  ['a field that nobody knows', { more: 1 }, ''],
])('refuses %s', (_, change, path) => {
  expect(errorsOf({ ...printed(), ...change })).toEqual([path]);
});
