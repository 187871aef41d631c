/** That nothing is lost in silence: other names of what is said, headers further down, formats told by content. */
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { Failure } from '../../src/call/failure.ts';
import { readScript } from '../../src/scripts/read-script.ts';
import { unreadProblems } from '../../src/scripts/unread.ts';
import { readText, said } from './read.ts';

type Cells = readonly (readonly (string | number | null)[])[];

async function workbook(sheets: Readonly<Record<string, Cells>>): Promise<Uint8Array> {
  const all = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
  }));
  return writeXlsxFile(all as never).toBuffer();
}

const unread = async (file: string, source: string | Uint8Array): Promise<readonly string[]> =>
  unreadProblems(await readText(file, source)).map(
    ({ rule, quote, start, place }) =>
      `${place === undefined ? `${start.line}:${start.column}` : `${place.sheet}!${place.cell}`} ${rule} ${quote}`,
  );

const codeOf = async (file: string, source: string | Uint8Array): Promise<string | undefined> => {
  const read = await readScript(file, Buffer.from(source));
  return read instanceof Failure ? read.code : undefined;
};

it.each([
  'Agent script',
  'agent_reply',
  'response_2',
  'Canned response',
  'comment_body',
  'English script',
  '标准答复',
  '话术2',
  '话术（参考）',
  '话术 / Script',
  '座席应答话术',
  '我方话术',
  '客户安抚话术',
  'customer service reply',
])('the column %s is the agent’s', async (name) => {
  expect(said(await readText('a.csv', `${name},n\nHold on.,1\n`))).toEqual(['0 agent: Hold on.']);
});

it.each(['utterance', '客户回复', 'Customer reply', '客户来电'])(
  'the column %s is the customer’s',
  async (name) => {
    expect(said(await readText('a.csv', `${name},reply\nHold on.,Yes.\n`))).toEqual([
      '0 customer: Hold on.',
      '0 agent: Yes.',
    ]);
    expect(await codeOf('a.csv', `${name},n\nHold on.,1\n`)).toBe('script-columns');
  },
);

it('knows whose an utterance is by the label beside it', async () => {
  const turns = '[{"speaker":"agent","utterance":"Hello."},{"speaker":"customer","utterance":"Hi."}]';
  expect(said(await readText('a.json', turns))).toEqual(['0 agent: Hello.', '0 customer: Hi.']);
});

describe('a table', () => {
  it.each([
    [
      'of counter-examples and a column nobody knows',
      'Reply like so to them,Do not say\nWe will look at it now.,x\n',
    ],
    ['without a header', 'We will look at it now.,x\n'],
  ])('%s is an error', async (_, source) => {
    expect(await codeOf('a.csv', source)).toBe('script-columns');
  });

  it('of nothing but counter-examples is what it says', async () => {
    expect(said(await readText('a.csv', '禁用语\n你冷静\n'))).toEqual(['0 agent: 你冷静 (禁用语)']);
  });

  it.each([
    ['a title', 'Phrase book,,\nid,script,note\n1,Hold on.,x\n'],
    ['notes', 'Phrase book,,\nLast edited by us,,\n,,\nid,script,note\n1,Hold on.,x\n'],
    ['a title that could be a header', 'Script,,\nid,script,note\n1,Hold on.,x\n'],
  ])('has its header below %s', async (_, source) => {
    expect(said(await readText('a.csv', source))).toEqual(['0 agent: Hold on.']);
  });

  it('tells of a column of sentences that no name calls said, and not of remarks', async () => {
    const source = 'script,Second voice,notes\nHello.,We will look at it now.,Say it slowly and with care.\n';
    expect(await unread('a.csv', source)).toEqual(['1:8 unread-field Second voice']);
  });

  it('teaches by the kind of a row', async () => {
    expect(said(await readText('a.csv', '类型,话术\n反例,你急什么\n正例,您好\n'))).toEqual([
      '0 agent: 你急什么 (反例)',
      '1 agent: 您好',
    ]);
  });
});

describe('a workbook', () => {
  it('has headers below titles on each sheet, and tells of a sheet without any', async () => {
    const bytes = await workbook({
      一: [
        ['某部门话术', null],
        ['场景', '标准话术'],
        ['a b', '请稍等'],
      ],
      二: [['话术'], ['您好']],
      三: [['随便写的一句话', '又一句话写在这里']],
      四: [['2026', '12']],
    });
    expect(said(await readText('a.xlsx', bytes))).toEqual(['0 agent: 请稍等 <- B3', '1 agent: 您好 <- A2']);
    expect(await unread('a.xlsx', bytes)).toEqual(['三!A1 unread-text 三']);
  });

  it('exempts a sheet of counter-examples', async () => {
    const bytes = await workbook({ 服务禁语: [['话术'], ['你急什么']], 话术: [['话术'], ['您好']] });
    expect(said(await readText('a.xlsx', bytes))).toEqual([
      '0 agent: 你急什么 <- A2 (服务禁语)',
      '1 agent: 您好 <- A2',
    ]);
  });

  it('that swells is not unpacked', async () => {
    const bytes = Buffer.from(await workbook({ a: [['话术'], ['您好']] }));
    // What an entry of the directory unpacks to.
    bytes.writeUInt32LE(0x7fffffff, bytes.lastIndexOf('PK\u0001\u0002') + 24);
    expect(await codeOf('a.xlsx', bytes)).toBe('script-xlsx-size');
  });

  it('knows the cell of a scenario on a sheet where nothing is said', async () => {
    const bytes = await workbook({
      s: [
        ['场景', '话术'],
        ['refund-refusal', null],
      ],
    });
    const { scripts } = await readText('a.xlsx', bytes);
    expect(scripts[0]?.scenarioAt).toEqual({ line: 2, column: 1, sheet: 's' });
  });
});

describe('keys', () => {
  it.each([
    ['a flat library', 'a.json', '{"refund.no":"We cannot do it."}', ['1:14 unread-text refund.no']],
    ['a flat library', 'a.yaml', 'refund_no: We cannot do it.\n', ['1:12 unread-text refund_no']],
    [
      'beside what is read',
      'a.yaml',
      'text: Hi\nsecond: We will look at it now.\n',
      ['2:9 unread-field second'],
    ],
    ['remarks alone', 'a.yaml', 'notes: We will look at it now.\n', []],
    ['all is read', 'a.yaml', 'text: We will look at it now.\n', []],
  ])('%s in %s', async (_, file, source, expected) => {
    expect(await unread(file, source)).toEqual(expected);
  });

  it('a field that is named beside its value', async () => {
    const yaml =
      '- name: A\n  actions:\n    - field: comment_value\n      value: Hold on.\n    - field: status\n      value: open\n';
    expect(said(await readText('a.yaml', yaml))).toEqual(['0 agent: Hold on.']);
  });

  it('a title of counter-examples', async () => {
    expect(
      said(
        await readText(
          'a.yaml',
          '- title: 禁用话术\n  content: [你急什么]\n- title: 安抚\n  content: [您好]\n',
        ),
      ),
    ).toEqual(['0 agent: 你急什么 (禁用话术)', '1 agent: 您好']);
  });
});

describe('what is one script', () => {
  it.each([
    ['blocks under a number', '{"id":7,"blocks":[{"text":"a"},{"text":"b"}]}', ['0 agent: a', '0 agent: b']],
    ['steps', '{"steps":[{"name":"x","text":"a"},{"name":"y","text":"b"}]}', ['0 agent: a', '0 agent: b']],
    ['messages', '{"messages":[{"text":"a"},{"text":"b"}]}', ['0 agent: a', '0 agent: b']],
    [
      'messages with names',
      '{"messages":[{"id":"x","text":"a"},{"id":"y","text":"b"}]}',
      ['1 agent: a', '2 agent: b'],
    ],
    ['a list of its own', '[{"text":"a"},{"text":"b"}]', ['0 agent: a', '1 agent: b']],
  ])('%s', async (_, source, expected) => {
    expect(said(await readText('a.json', source))).toEqual(expected);
  });

  it.each([
    ['rows by steps', 'scenario,step,script\nrefund-no,1,a\nrefund-no,2,b\nrefund-no,1,c\n', [0, 0, 1]],
    ['cells that were merged', 'scenario,script\nrefund-no,a\n,b\nhang-up,c\n,d\n', [0, 0, 1, 1]],
    ['rows with one id', 'scenario,script\nrefund-no,a\nrefund-no,b\n', [0, 1]],
  ])('%s', async (_, source, expected) => {
    expect((await readText('a.csv', source)).pieces.map(({ script }) => script)).toEqual(expected);
  });

  it('a word that the rules do not know is no scenario', async () => {
    const csv = '场景,话术\nshipping,a\nopening,b\nno-such,c\n';
    const { scripts } = await readText('a.csv', csv, { scenarios: new Set(['opening']) });
    expect(scripts.map(({ scenario }) => scenario)).toEqual([undefined, 'opening', 'no-such']);
  });
});

it.each([
  ['stdin', '{"text":"a"}', ['0 agent: a']],
  ['a.rst', '[{"text":"a"}]', ['0 agent: a']],
  ['a.log', '{"text":"a"}\n{"text":"b"}\n', ['0 agent: a', '1 agent: b']],
  ['a.jsonl', '{"text":"a"}\n\n{"text":"b"}\n', ['0 agent: a', '1 agent: b']],
  ['a.rst', '{name}, hello\n', ['0 agent: {name}, hello']],
])('%s with %s', async (file, source, expected) => {
  expect(said(await readText(file, source))).toEqual(expected);
});

it('says which line of JSON lines is broken', async () => {
  const read = await readScript('a.jsonl', Buffer.from('{"text":"a"}\n{"text":\n'));
  expect(read).toMatchObject({ code: 'script-json', place: { line: 2 } });
});
