/** Tables and lists too large to be held: read as they stream in, they give what they give when they are held. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/call/failure.ts';
import { readCsv } from '../../src/read/csv.ts';
import { readJson } from '../../src/read/json.ts';
import { labelReader } from '../../src/read/labels.ts';
import { limitsOf } from '../../src/read/limits.ts';
import { readCalls, type ReadOptions } from '../../src/read/read.ts';
import type { ReadCall } from '../../src/read/reading.ts';

/** From here on they are streamed. */
const large = 4 << 20;
const padding = '，好的，我帮您看一下'.repeat(200);

/** What a source gives, in pieces that end anywhere, with the warnings. */
async function streamed(bytes: Uint8Array, path: string, options: ReadOptions = {}) {
  const items: (ReadCall | Failure)[] = [];
  const warnings: string[] = [];
  const chunks = Array.from({ length: Math.ceil(bytes.length / 65_537) }, (_, at) =>
    bytes.subarray(at * 65_537, (at + 1) * 65_537),
  );
  const source = { path, name: 'f', chunks: () => Readable.from(chunks) as AsyncIterable<Uint8Array> };
  const warn = (warning: Failure): void => void warnings.push(`${warning.code}:${warning.place.line}`);
  for await (const item of readCalls(source, { ...options, warn })) {
    items.push('failure' in item ? item.failure : item);
  }
  return { items, warnings };
}

async function held(
  read: typeof readCsv,
  text: string,
  path: string,
): Promise<readonly (ReadCall | Failure)[]> {
  const items: (ReadCall | Failure)[] = [];
  const reading = {
    file: path,
    name: 'f',
    sha256: '',
    labelOf: labelReader(),
    columns: {},
    limits: limitsOf(),
  };
  for await (const item of read(text, reading)) items.push(item);
  return items;
}

const isFailure = (item: unknown): boolean => item instanceof Failure;
/** Calls in their order, and failures in theirs; the place of an error of Failure counts too. */
const shown = (items: readonly (ReadCall | Failure)[]) => [
  ...items.filter((item) => !isFailure(item)),
  ...items.filter(isFailure).map((item) => ({ ...(item as Failure), message: (item as Failure).message })),
];

/** Text in GB 2312, of which GB18030 is made. */
function gbOf(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((sign) => bytes.get(sign)!));
}

describe('a large table', () => {
  const row = (call: number, turn: number): string =>
    `c-${call},${turn % 2 === 0 ? '客服' : '客户'},"${call}-${turn} ""${padding}""\n${turn}",${turn}.5\r\n`;
  const calls = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, call) => row(call, 0) + row(call, 1) + row(call, 2));
  const table = (rows: readonly string[]): string => `call_id,角色,内容,start\r\n${rows.join('')}`;

  it.each<[string, (rows: string[]) => void]>([
    ['calls one behind another', () => {}],
    [
      'calls that mix',
      (rows) => {
        for (let at = 0; at + 1 < rows.length; at += 2) {
          const lines = [rows[at]!, rows[at + 1]!].map((own) => own.split('\r\n').slice(0, -1));
          rows[at] = lines[0]!.map((line, index) => `${line}\r\n${lines[1]![index]}\r\n`).join('');
          rows[at + 1] = '';
        }
      },
    ],
    ['a row without an id', (rows) => void (rows[150] += ',客户,合并的,9.5\r\n')],
    ['rows that do not fit', (rows) => void rows.splice(170, 0, 'c-9999,客服\r\n', 'c-170,客服\r\n')],
    ['a time that is none', (rows) => void (rows[190] += 'c-190,客服,好,never\r\n')],
    ['a quote that is never closed', (rows) => void rows.push('c-last,客服,"没有\r\n')],
  ])('of %s reads as if it were held', async (_, change) => {
    const rows = [...calls(250)];
    change(rows);
    const text = table(rows);
    const { items, warnings } = await streamed(Buffer.from(text), 'f.csv');
    expect(Buffer.byteLength(text)).toBeGreaterThan(large);
    expect(shown(items)).toEqual(shown(await held(readCsv, text, 'f.csv')));
    expect(warnings).toEqual([]);
  });

  it('of a column for each side reads as if it were held', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, call) => `c-${call >> 1},"${call}您好，请问有什么可以帮您${padding}",我的快递三天没到${call}\r\n`,
    );
    const text = `call_id,客服,客户\r\n${rows.join('')}`;
    const { items } = await streamed(Buffer.from(text), 'f.csv');
    expect(items).toHaveLength(250);
    expect(shown(items)).toEqual(shown(await held(readCsv, text, 'f.csv')));
  });

  it('gives calls before it is at its end', async () => {
    let given = 0;
    const bytes = Buffer.from(table(calls(500)));
    const chunks = (function* () {
      for (let at = 0; at < bytes.length; at += 65_536) {
        given = at;
        yield bytes.subarray(at, at + 65_536);
      }
    })();
    for await (const item of readCalls({ path: 'f.csv', name: 'f', chunks: () => chunks })) {
      expect('call' in item && item.call.id).toBe('c-0');
      break;
    }
    expect(given).toBeLessThan(large + (1 << 20));
  });

  it('loses no row of a call whose rows stand far apart, and says so', async () => {
    const rows = [...calls(250)];
    rows.push(row(3, 3), row(3, 4));
    const text = table(rows);
    const { items, warnings } = await streamed(Buffer.from(text), 'f.csv');
    const found = items.flatMap((item) => ('call' in item ? [item.call] : []));
    expect(found.filter(({ id }) => id === 'c-3').map(({ turns }) => turns.length)).toEqual([3, 2]);
    expect(found.flatMap(({ turns }) => turns)).toHaveLength(3 * 250 + 2);
    expect(warnings).toEqual([`csv-rows-apart:${2 + 2 * 750}`]);
  });

  it('says that its times turned out to be of another unit', async () => {
    const rows = calls(250).map((own) => own.replaceAll('.5\r\n', '000000\r\n'));
    rows.push(row(9001, 1), row(9001, 2));
    const { warnings } = await streamed(Buffer.from(table(rows)), 'f.csv');
    expect(warnings).toEqual([`csv-time-unit:${2 + 2 * 750}`]);
  });

  it('that is one call is held, and its rows are all of it', async () => {
    const rows = calls(250).map((own) => own.replaceAll(/^c-\d+,/gmu, ''));
    const { items } = await streamed(Buffer.from(`角色,内容,start\n${rows.join('')}`), 'f.csv');
    expect(items.map((item) => ('call' in item ? item.call.turns.length : item.code))).toEqual([750]);
  });

  it.each(['utf-16le', 'gb18030'] as const)('may be in %s', async (encoding) => {
    const plain = (call: number) => `c-${call},agent,${'a b c '.repeat(3000)}\nc-${call},customer,`;
    const said = '您好，您的订单已经发出，请您耐心等待';
    const last = encoding === 'gb18030' ? gbOf(said) : Buffer.from(said, 'utf16le');
    const ascii = (text: string) => Buffer.from(text, encoding === 'gb18030' ? 'latin1' : 'utf16le');
    const bytes = Buffer.concat([
      ...(encoding === 'gb18030' ? [] : [Buffer.from([0xff, 0xfe])]),
      ascii('call_id,role,text\n'),
      ...Array.from({ length: 300 }, (_, call) => [
        ascii(plain(call)),
        // The beginning is plain ASCII, and says nothing of what comes.
        call < 290 ? ascii('hello') : last,
        ascii('\n'),
      ]).flat(),
    ]);
    const { items } = await streamed(bytes, 'f.csv');
    const texts = items.map((item) => ('call' in item ? item.call.turns[1]!.text : item.code));
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([300, 'hello', said]);
  });
});

describe('a large list of calls', () => {
  const call = (number: number, more = ''): string =>
    JSON.stringify(
      {
        ...(number % 3 === 0 ? {} : { id: `c-${number}` }),
        turns: [
          { speaker: 'agent', text: `"${padding}" \\ [{${more}` },
          { speaker: 'customer', text: `${number}` },
        ],
      },
      null,
      number % 2,
    );
  const list = Array.from({ length: 800 }, (_, number) => call(number));
  const at = 790;
  const with_ = (own: string): readonly string[] => list.with(at, own);

  it.each<[string, string]>([
    ['a list', `[${list.join(',')}]`],
    ['a list with lines between', `\n[\n${list.join('\n,\n')}\n]\n`],
    ['calls in an object', `{"export":{"calls":[1],"by":"}]"},"calls":[${list.join(',\n')}],"total":5000}`],
    ['an item that is no call', `[${with_('{"id":1}').join(',')}]`],
    ['a scalar', `[${with_('12').join(',')}]`],
    ['an item that breaks off', `[\n${with_(call(at).slice(0, -4)).join(',\n')}]`],
    [
      'a key without a value',
      `[\n${with_('{"id":"x","turns":[{"speaker":"agent","text":"a"},{"text"}]}').join(',\n')}]`,
    ],
    [
      'brackets that do not fit',
      `[\n${with_('{"id":"x","turns":[{"speaker":"agent","text":"a"}}').join(',\n')}]`,
    ],
    ['a missing comma', `[${list.slice(0, at).join(',\n')}\n ${call(at)}]`],
    ['a comma too many', `[${list.join(',')},]`],
    ['an end that is missing', `[${list.join(',\n')}`],
    ['an end in a string', `{"calls":[${list.join(',\n').slice(0, -60)}`],
    ['something behind', `[${list.join(',')}] ,{"id":1}`],
    ['a broken object behind', `{"calls":[${list.join(',')}],\n"total":tru}`],
    ['nesting too deep', `[${with_(`{"turns":[],"a":${'['.repeat(120)}${']'.repeat(120)}}`).join(',')}]`],
  ])('with %s reads as if it were held', async (_, text) => {
    const { items, warnings } = await streamed(Buffer.from(text), 'f.json');
    expect(Buffer.byteLength(text)).toBeGreaterThan(large);
    const without = (all: readonly unknown[]) =>
      // Of a call that breaks off, the hash is of what was held of the text.
      all.map((item) => ({
        ...(item as object),
        source: { ...(item as Partial<ReadCall>).source, sha256: '' },
      }));
    const expected = shown(await held(readJson, text, 'f.json'));
    expect(without(shown(items)).slice(-3)).toEqual(without(expected).slice(-3));
    expect(without(shown(items))).toEqual(without(expected));
    expect(warnings).toEqual([]);
  });

  it('gives calls before it is at its end, with the hash of each', async () => {
    const text = Buffer.from(`[${list.join(',')}]`);
    let given = 0;
    const chunks = (function* () {
      for (; given < text.length; given += 65_536) yield text.subarray(given, given + 65_536);
    })();
    for await (const item of readCalls({ path: 'f.json', name: 'f', chunks: () => chunks })) {
      expect('source' in item && item.source).toMatchObject({ path: 'f.json', line: 1 });
      break;
    }
    expect(given).toBeLessThan(large);
  });

  it('that is the segments of one call is held', async () => {
    const segment = (number: number) =>
      JSON.stringify({ start: number, end: number + 1, speaker: 'SPEAKER_00', text: padding });
    const text = `[${Array.from({ length: 900 }, (_, number) => segment(number)).join(',')}]`;
    const { items } = await streamed(Buffer.from(text), 'f.json');
    const expected = await held(readJson, text, 'f.json');
    expect(items).toHaveLength(1);
    expect(shown(items).map((item) => (item as ReadCall).call)).toEqual(
      shown(expected).map((item) => (item as ReadCall).call),
    );
  });
});
