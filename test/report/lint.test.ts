/** The forms of lint's report. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { lintFormats, type LintFormat } from '../../src/report/lint/formats.ts';
import type { LintExcerpt, LintProblem, LintReport } from '../../src/result/lint-result.ts';

const why = { en: 'It stings: "a", <b> & 100%.', 'zh-CN': '伤人。', 'zh-TW': '傷人。' };
const rule = { id: 'no-calm-down', title: why, why, say: why, severity: 'error' } as const;

function problem(changed: Partial<LintProblem> = {}): LintProblem {
  return {
    file: 'scripts/话 术.md',
    rule: 'no-calm-down',
    severity: 'error',
    start: { line: 3, column: 4 },
    end: { line: 3, column: 8 },
    span: [20, 24],
    quote: '冷静一下',
    moment: 'calm-down',
    why,
    say: '您先消消气',
    fingerprint: '0123456789abcdef',
    ...changed,
  };
}

function report(
  problems: readonly LintProblem[],
  excerpts: readonly (LintExcerpt | undefined)[] = problems.map(() => undefined),
  changed: Partial<LintReport> = {},
): LintReport {
  return {
    tool: { name: 'callqa', version: '1.2.3' },
    pack: { id: 'small', version: '1.0.0', sha256: '0'.repeat(64) },
    files: ['clean.md', 'scripts/话 术.md'],
    problems,
    excerpts,
    failures: [],
    rules: [rule],
    failOn: 'error',
    suppressed: 0,
    baselined: 0,
    fixed: 0,
    exempt: 0,
    ...changed,
  };
}

const options = { language: 'en', width: Number.POSITIVE_INFINITY, chalk: new Chalk({ level: 0 }) } as const;
const render = (format: LintFormat, given: LintReport): string => lintFormats[format](given, options);

const unread = { file: 'bad,1.xlsx', line: 2, column: 5, code: 'script-xlsx', message: 'no\nworkbook' };

describe('text', () => {
  it.each<[before: string, words: string, after: string]>([
    ['- ', '冷静一下', ',我帮您查'],
    ['Sir, ', 'calm down', ', please'],
    ['客服：', 'calm 一下', ''],
    ['\t👨‍👩‍👧 ', '冷静', '。'],
  ])('underlines the words, as wide as a terminal shows them: %j %j', (before, words, after) => {
    const excerpt = { text: before + words + after, from: before.length, to: before.length + words.length };
    const lines = render('text', report([problem()], [excerpt])).split('\n');
    const at = lines.findIndex((line) => line.includes('^'));
    const line = lines[at - 1]!;
    const carets = /^(?<indent> *)(?<carets>\^+)$/u.exec(lines[at]!)!.groups!;
    expect(carets['indent']!.length).toBe(stringWidth(line.slice(0, line.indexOf(words))));
    expect(carets['carets']!.length).toBe(stringWidth(words));
  });

  it('shows of a long line what stands around the words', () => {
    const text = `${'很'.repeat(300)}冷静${'好'.repeat(300)}`;
    const lines = render('text', report([problem()], [{ text, from: 300, to: 302 }])).split('\n');
    const line = lines.find((one) => one.includes('冷静'))!;
    expect(stringWidth(line)).toBeLessThan(120);
    expect(line).toMatch(/…很+冷静好+…/u);
  });

  it('sums up, and says what was suppressed, known and put right', () => {
    const problems = [problem(), problem({ severity: 'warning', fix: { span: [20, 24], text: 'x' } })];
    expect(render('text', report(problems, undefined, { suppressed: 1, baselined: 2, fixed: 3 }))).toContain(
      '2 files checked: 1 error, 1 warning. --fix puts 1 of them right. 3 put right. 1 suppressed with a reason. 2 known from the baseline.',
    );
    expect(render('text', report([]))).toBe('2 files checked, no problems.\n');
  });

  it('obeys nothing that a script says', () => {
    const text = render(
      'text',
      report([problem({ say: '\u001b[31mred' })], [{ text: '\u001b[2Jx', from: 4, to: 5 }]),
    );
    expect(text).not.toContain('\u001b');
  });
});

describe('sarif', () => {
  const {
    $schema: _,
    id,
    ...schema
  } = JSON.parse(readFileSync(new URL('sarif-schema-2.1.0.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  // Draft 4 calls its id otherwise, and differs in nothing that this schema uses.
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile({
    $id: id as string,
    ...schema,
  });
  const region = { start: { line: 3, column: 2 }, end: { line: 3, column: 8 } };
  const fixable = problem({ fix: { span: [18, 24], text: '您先消消气', region } });
  const inCell = problem({ place: { sheet: '话术', cell: 'B7' } });

  it.each<[why: string, given: LintReport]>([
    ['no problems', report([])],
    ['problems', report([problem(), problem({ severity: 'warning', rule: 'own' })])],
    ['a workbook', report([inCell])],
    ['fixes', report([fixable, problem({ fix: { span: [20, 24], text: 'x' } })])],
    [
      'what could not be read',
      report([problem()], undefined, { failures: [unread, { file: 'x', code: 'a', message: 'b' }] }),
    ],
    ['a rule that is off', report([], undefined, { rules: [{ ...rule, severity: 'off' }] })],
  ])('is as the official schema says: %s', (_, given) => {
    validate(JSON.parse(render('sarif', given)));
    expect(validate.errors).toBeNull();
  });

  it('and the schema is looked at', () => {
    const broken = JSON.parse(render('sarif', report([problem()]))) as { runs: { columnKind: string }[] };
    broken.runs[0]!.columnKind = 'bytes';
    expect(validate(broken)).toBe(false);
  });

  it('has regions in UTF-16 columns, rules with help and a level, and URIs beneath the folder of the run', () => {
    const { runs } = JSON.parse(render('sarif', report([problem()]))) as { runs: object[] };
    expect(runs[0]).toMatchObject({
      columnKind: 'utf16CodeUnits',
      tool: {
        driver: {
          name: 'callqa',
          rules: [
            {
              id: 'no-calm-down',
              help: { text: expect.stringContaining('say') as string },
              defaultConfiguration: { level: 'error' },
            },
          ],
        },
      },
      results: [
        {
          ruleId: 'no-calm-down',
          ruleIndex: 0,
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'scripts/%E8%AF%9D%20%E6%9C%AF.md', uriBaseId: 'SRCROOT' },
                region: {
                  startLine: 3,
                  startColumn: 4,
                  endLine: 3,
                  endColumn: 8,
                  charOffset: 20,
                  charLength: 4,
                },
              },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['./a/b.md', { uri: 'a/b.md', uriBaseId: 'SRCROOT' }],
    ['../a.md', { uri: '../a.md', uriBaseId: 'SRCROOT' }],
    ['/a/b.md', { uri: 'file:///a/b.md' }],
    ['C:/a/b.md', { uri: 'file:///C:/a/b.md' }],
    ['a\\b#1.md', { uri: 'a/b%231.md', uriBaseId: 'SRCROOT' }],
  ])('locates %s', (file, location) => {
    const { runs } = JSON.parse(render('sarif', report([], undefined, { files: [file] }))) as {
      runs: { artifacts: unknown[] }[];
    };
    expect(runs[0]!.artifacts).toEqual([{ location }]);
  });

  it('has a fix where the text can be put in as it is, and no other', () => {
    const given = report([fixable, problem({ fix: { span: [20, 24], text: 'x' } })]);
    const { runs } = JSON.parse(render('sarif', given)) as { runs: { results: { fixes?: object[] }[] }[] };
    expect(runs[0]!.results.map(({ fixes }) => fixes)).toEqual([
      [
        {
          description: { text: 'say: 您先消消气' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'scripts/%E8%AF%9D%20%E6%9C%AF.md', uriBaseId: 'SRCROOT' },
              replacements: [
                {
                  deletedRegion: {
                    startLine: 3,
                    startColumn: 2,
                    endLine: 3,
                    endColumn: 8,
                    charOffset: 18,
                    charLength: 6,
                  },
                  insertedContent: { text: '您先消消气' },
                },
              ],
            },
          ],
        },
      ],
      undefined,
    ]);
  });

  it('tells problems alike in one file apart', () => {
    const { runs } = JSON.parse(
      render('sarif', report([problem(), problem(), problem({ file: 'b.md' })])),
    ) as {
      runs: { results: { partialFingerprints: Record<string, string> }[] }[];
    };
    expect(runs[0]!.results.map((one) => one.partialFingerprints['callqaClause/v1'])).toEqual([
      '0123456789abcdef:1',
      '0123456789abcdef:2',
      '0123456789abcdef:1',
    ]);
  });
});

it('tells notes in every form, and fails nothing for them', () => {
  const given = report([problem({ severity: 'note' })], undefined, { failOn: 'warning', exempt: 2 });
  expect(render('text', given)).toContain(
    '2 files checked, no problems. 2 not judged, being counter-examples.',
  );
  expect(render('github', given)).toMatch(/^::notice file=/u);
  expect(render('junit', given)).toContain('failures="0"');
  expect(JSON.parse(render('sarif', given))).toMatchObject({ runs: [{ results: [{ level: 'note' }] }] });
});

describe('github', () => {
  it('writes a command a problem, escaped as GitHub reads it', () => {
    expect(render('github', report([problem({ file: 'a,b:c%.md' })]))).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=3,endLine=3,col=4,endColumn=7,title=no-calm-down::It stings: "a", <b> & 100%25. [say: 您先消消气]\n',
    );
  });
  it('has no columns over several lines, and no line in a workbook', () => {
    const { say: _, ...bare } = problem();
    expect(render('github', report([{ ...bare, end: { line: 4, column: 2 } }]))).toContain(
      ',line=3,endLine=4,title=',
    );
    expect(render('github', report([{ ...bare, place: { sheet: 'S', cell: 'B7' } }]))).toContain(
      'title=no-calm-down::S!B7: It stings',
    );
  });
  it('has what could not be read', () => {
    expect(render('github', report([], undefined, { failures: [unread] }))).toBe(
      '::error file=bad%2C1.xlsx,line=2,col=5,title=script-xlsx::no%0Aworkbook\n',
    );
  });
});

describe('junit', () => {
  const text = render(
    'junit',
    report([problem({ quote: 'a\u0001<' }), problem({ severity: 'warning' })], undefined, {
      failures: [unread],
    }),
  );
  it('is well-formed: every sign of XML is escaped, and what it cannot hold is replaced', () => {
    expect(text).toContain('message="It stings: &quot;a&quot;, &lt;b&gt; &amp; 100%. [say: 您先消消气]"');
    expect(text).toContain('scripts/话 术.md:3:4 a\ufffd&lt;');
    expect(text).toContain('bad,1.xlsx:2:5: no&#10;workbook');
    expect(text.replaceAll(/<[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
  });
  it('counts: a clean file is a case that passes, and so is a warning unless it fails the run', () => {
    expect(text).toContain('<testsuites name="callqa lint" tests="4" failures="1" errors="1">');
    expect(text).toContain('<testcase name="clean" classname="clean.md"/>');
    const strict = render(
      'junit',
      report([problem({ severity: 'warning' })], undefined, { failOn: 'warning' }),
    );
    expect(strict).toContain('failures="1"');
  });
});

it('json has it all, in three languages', () => {
  expect(
    JSON.parse(
      render(
        'json',
        report([problem(), problem({ severity: 'note' })], undefined, {
          failures: [unread],
          suppressed: 4,
          exempt: 3,
        }),
      ),
    ),
  ).toEqual({
    schema: 'callqa/lint@1',
    tool: 'callqa/1.2.3',
    pack: { id: 'small', version: '1.0.0', sha256: '0'.repeat(64) },
    problems: [problem()],
    notes: [problem({ severity: 'note' })],
    failures: [unread],
    summary: {
      files: 2,
      errors: 1,
      warnings: 0,
      suppressed: 4,
      baselined: 0,
      fixed: 0,
      unread: 1,
      exempt: 3,
    },
  });
});
