import { expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { applySuppressions } from '../../src/scripts/suppressions.ts';
import { problemWith } from './problem.ts';
import { readText } from './read.ts';

const options = {
  today: '2026-11-22',
  isKnown: (rule: string) => ['no-calm-down', 'no-rudeness'].includes(rule),
};

/** The rules of what is left, after one problem with each `calm down` of a source. */
async function left(file: string, source: string, rule = 'no-calm-down'): Promise<readonly string[]> {
  const document = await readText(file, source);
  const count = document.pieces.reduce((sum, { text }) => sum + text.split('calm down').length - 1, 0);
  const problems = Array.from({ length: count }, (_, nth) =>
    problemWith(document, 'calm down', { rule, nth }),
  );
  const { problems: kept, suppressed } = applySuppressions(problems, document, options);
  expect(kept.length + suppressed.length).toBeGreaterThanOrEqual(count);
  return kept.map(({ rule, start: { line } }) => `${line} ${rule}`);
}

const next = '<!-- callqa-disable-next-line no-calm-down -- why -->';
it.each([
  ['next line', 'a.md', `${next}\ncalm down\n\ncalm down`, ['4 no-calm-down']],
  ['next line over blank ones', 'a.md', `${next}\n\ncalm down`, []],
  [
    'next line over other directives',
    'a.md',
    `${next}\n<!-- callqa-disable-next-line no-rudeness -- x -->\ncalm down`,
    ['2 unused-suppression'],
  ],
  ['a paragraph that begins there', 'a.md', `${next}\nPlease now\ncalm down`, []],
  [
    'its own line',
    'a.md',
    'calm down <!-- callqa-disable-line no-calm-down -- why -->\n\ncalm down',
    ['3 no-calm-down'],
  ],
  [
    'to the end',
    'a.md',
    'calm down\n\n<!-- callqa-disable -- all -->\n\ncalm down\n\ncalm down',
    ['1 no-calm-down'],
  ],
  [
    'to enable',
    'a.md',
    '<!-- callqa-disable no-calm-down -- x -->\n\ncalm down\n\n<!-- callqa-enable -->\n\ncalm down',
    ['7 no-calm-down'],
  ],
  [
    'enable of another rule',
    'a.md',
    '<!-- callqa-disable no-calm-down -- x -->\n\n<!-- callqa-enable no-rudeness -->\n\ncalm down',
    [],
  ],
  [
    'enable of nothing',
    'a.md',
    '<!-- callqa-enable -->\n\ncalm down',
    ['1 unused-suppression', '3 no-calm-down'],
  ],
  [
    'several rules, one of them unused',
    'a.md',
    '<!-- callqa-disable-next-line no-calm-down, no-rudeness -- x -->\ncalm down',
    ['1 unused-suppression'],
  ],
  ['unused', 'a.md', `${next}\nfine`, ['1 unused-suppression']],
  [
    'another rule',
    'a.md',
    '<!-- callqa-disable-next-line no-rudeness -- x -->\ncalm down',
    ['1 unused-suppression', '2 no-calm-down'],
  ],
  [
    'without a reason',
    'a.md',
    '<!-- callqa-disable-next-line no-calm-down -->\ncalm down',
    ['1 reasonless-suppression'],
  ],
  [
    'up to today',
    'a.md',
    '<!-- callqa-disable-next-line no-calm-down until=2026-11-22 -- x -->\ncalm down',
    [],
  ],
  [
    'up to yesterday',
    'a.md',
    '<!-- callqa-disable-next-line no-calm-down until=2026-11-21 -- x -->\ncalm down',
    ['1 expired-suppression', '2 no-calm-down'],
  ],
  [
    'up to no day',
    'a.md',
    '<!-- callqa-disable-next-line no-calm-down until=2026-02-30 -- x -->\ncalm down',
    ['1 unknown-suppression', '2 no-calm-down'],
  ],
  [
    'an unknown rule',
    'a.md',
    '<!-- callqa-disable-next-line no-clam-down -- x -->\ncalm down',
    ['1 unknown-suppression', '2 no-calm-down'],
  ],
  [
    'an unknown directive',
    'a.md',
    '<!-- callqa-disable-nextline no-calm-down -- x -->\ncalm down',
    ['1 unknown-suppression', '2 no-calm-down'],
  ],
  [
    'text',
    'a.txt',
    'calm down  # callqa-disable-line no-calm-down -- x\n# callqa-disable-next-line no-calm-down -- x\nAgent: calm down\ncalm down',
    ['4 no-calm-down'],
  ],
  [
    'a YAML block by the line of its key',
    'a.yaml',
    '# callqa-disable-next-line no-calm-down -- x\nsay: |\n  one\n  calm down\n',
    [],
  ],
  [
    'a YAML line',
    'a.yaml',
    'say: calm down # callqa-disable-line no-calm-down -- x\ntext: calm down\n',
    ['2 no-calm-down'],
  ],
  [
    'JSON beside',
    'a.json',
    '[{"text":"calm down",\n"callqa-disable":"no-calm-down -- x"},\n{"text":"calm down"}]',
    ['3 no-calm-down'],
  ],
  [
    'CSV',
    'a.csv',
    'text\n# callqa-disable-next-line no-calm-down -- x\n"well, calm down"\ncalm down\n',
    ['4 no-calm-down'],
  ],
  ['a CSV column', 'a.csv', 'text,callqa\ncalm down,no-calm-down -- x\ncalm down,\n', ['3 no-calm-down']],
])('%s', async (_, file, source, expected) => {
  expect(await left(file, source)).toEqual(expected);
});

it('suppresses the row of a workbook', async () => {
  const rows = [
    ['text', 'callqa'],
    ['calm down', 'no-calm-down -- x'],
    ['calm down', null],
  ];
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  const bytes = await writeXlsxFile([{ data, sheet: 'S' }]).toBuffer();
  const document = await readText('a.xlsx', bytes);
  const problems = [0, 1].map((nth) => problemWith(document, 'calm down', { nth }));
  expect(applySuppressions(problems, document, options)).toEqual({
    problems: [problems[1]],
    suppressed: [problems[0]],
  });
});

it('leaves a list alone that no directive speaks of', async () => {
  const document = await readText('a.md', 'calm down <!-- note -->');
  const problems = [problemWith(document, 'calm down')];
  expect(applySuppressions(problems, document, options)).toEqual({ problems, suppressed: [] });
});
