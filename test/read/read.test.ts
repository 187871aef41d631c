import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../src/call/failure.ts';
import { labelReader } from '../../src/read/labels.ts';
import { readCalls } from '../../src/read/read.ts';
import { sniff } from '../../src/read/sniff.ts';
import { findSources, type Source } from '../../src/read/sources.ts';
import { itemsOf, sorted, type Item } from './content.ts';

const call = '{"turns":[{"speaker":"agent","text":"a"}]}';

describe('the sniffer', () => {
  it.each([
    ['Agent: Hello', 'a.csv', 'text'],
    ['Agent: Hello, you\nCustomer: Hi, you', 'a.csv', 'text'],
    ['---\nid: 1\n---\n{"turns"', 'a.json', 'text'],
    ['[00:12] Agent: Hello', 'a.txt', 'text'],
    ['[hold]\nAgent: Hello', 'a.json', 'text'],
    ['nothing at all', 'a.txt', 'text'],
    [call, 'a.txt', 'json'],
    [call, 'a.jsonl', 'jsonl'],
    [`${call}\n${call}`, 'a.json', 'jsonl'],
    [`{"a":\n${call}\n${call}`, 'a.txt', 'jsonl'],
    ['{\n  "turns": []\n}', 'a.jsonl', 'json'],
    [`[${call}]`, 'a.txt', 'json'],
    [`[\n${call}]`, 'a.txt', 'json'],
    ['[]', 'a.txt', 'json'],
    ['speaker,text\nrep,a', 'a.txt', 'csv'],
    ['"角色"\t"内容"\n客服\t您好', 'a.txt', 'csv'],
    ['a,b\n1,2', 'a.csv', 'csv'],
    ['a,b\n1,2', 'a.txt', 'text'],
    ['x,甲\n1,2', 'a.txt', 'csv'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: a', 'a.txt', 'vtt'],
    ['WEBVTT - calls', 'a.srt', 'vtt'],
    ['1\n00:00:01,000 --> 00:00:02,000\nAgent: a', 'a.vtt', 'srt'],
    ['00:00:01.000 --> 00:00:02.000\nAgent: a', 'a.txt', 'srt'],
    ['Agent: 1\n00:00:01,000 --> 00:00:02,000', 'a.srt', 'text'],
    ['nothing', 'a.csv.gz', 'csv'],
  ])('takes %j in %s for %s', (content, name, format) => {
    expect(sniff(content, true, name, labelReader(), { speaker: '甲' }).format).toBe(format);
  });
});

describe('a source', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeff客服：您好')],
    ['UTF-16 LE', Buffer.from('\ufeff客服：您好', 'utf16le')],
    ['UTF-16 BE', Buffer.from('\ufeff客服：您好', 'utf16le').swap16()],
  ])('in %s is read', async (_, bytes) => {
    expect(sorted(await itemsOf(bytes)).calls[0]?.turns).toEqual([{ speaker: 'agent', text: '您好' }]);
  });

  it('of JSONL in UTF-16 is read', async () => {
    const { calls } = sorted(await itemsOf(Buffer.from(`\ufeff${call}\n${call}`, 'utf16le')));
    expect(calls.map(({ id }) => id)).toEqual(['f#1', 'f#2']);
  });

  it('of JSONL is known though its first line is longer than what is looked at', async () => {
    const long = call.replace('"a"', `"${'a'.repeat(100_000)}"`);
    const said: string[] = [];
    const items = await itemsOf(`${long}\n${call}\n${call}`, {
      size: 9000,
      verbose: (line) => said.push(line),
    });
    expect(sorted(items).calls).toHaveLength(3);
    expect(said).toEqual(['f.txt: jsonl, since each line is a JSON object']);
  });

  it.each([
    ['zero bytes', Buffer.from('a\0b'), 'not-text 1'],
    ['nothing', Buffer.from(''), 'input-empty'],
    ['spaces', Buffer.from(' \n\t'), 'input-empty'],
  ])('of %s is a failure', async (_, bytes, failure) => {
    expect(sorted(await itemsOf(bytes))).toEqual({ calls: [], failures: [failure] });
  });

  it('is hashed by its bytes', async () => {
    const [item] = await itemsOf('\ufeffAgent: Hello');
    expect(item).toMatchObject({
      source: { path: 'f.txt', sha256: createHash('sha256').update('\ufeffAgent: Hello').digest('hex') },
    });
  });

  it('of JSONL is known though its second line is longer than what is looked at', async () => {
    const long = call.replace('"a"', `"${'a'.repeat(100_000)}"`);
    expect(sorted(await itemsOf(`${call}\n${long}\n${call}`, { size: 9000 })).calls).toHaveLength(3);
  });

  it('says what it was taken for, and does what it is told', async () => {
    const said: string[] = [];
    await itemsOf('Agent: Hello', { verbose: (line) => said.push(line) });
    const forced = await itemsOf('Agent: Hello', { inputFormat: 'json', verbose: (line) => said.push(line) });
    expect(said).toEqual([
      'f.txt: text, since its lines carry speaker labels',
      'f.txt: json, since it was said so',
    ]);
    expect(sorted(forced).failures).toEqual(['json-syntax 1 1']);
  });

  it('takes the user’s labels', async () => {
    const speakers = new Map([['Maria', 'agent']] as const);
    expect(sorted(await itemsOf('Maria: Hello', { speakers })).calls[0]?.turns[0]?.speaker).toBe('agent');
  });

  it('gives nothing but calls and failures for random bytes in any format', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc
        .string({ unit: fc.constantFrom(...'{}[]":,;\t\n\r-a1\\客：', 'speaker', 'text', 'turns', 'Agent:') })
        .map((text) => Buffer.from(text)),
    );
    const format = fc.constantFrom(undefined, 'text', 'json', 'jsonl', 'csv');
    await fc.assert(
      fc.asyncProperty(bytes, format, async (bytes, inputFormat) => {
        const items = await itemsOf(bytes, inputFormat === undefined ? {} : { inputFormat });
        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

it('gives one call from every format', async () => {
  const cwd = fileURLToPath(new URL('fixtures/', import.meta.url));
  const items: Item[] = [];
  for await (const source of findSources(['same'], { cwd, stdin: Readable.from([]) })) {
    if ('failure' in source) items.push(source);
    else for await (const item of readCalls(source)) items.push(item);
  }
  const { calls, failures } = sorted(items);
  expect(failures).toEqual([]);
  expect(calls).toHaveLength(5);
  for (const call of calls) expect(call).toEqual(calls[0]);
  expect(calls[0]?.turns).toHaveLength(3);
});

describe('sources', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'callqa-'));
    for (const folder of ['calls/sub', 'calls/node_modules', 'empty'])
      mkdirSync(join(cwd, folder), { recursive: true });
    const calls =
      'b.txt a.json Z.TXT sub/c.csv README.md p.png .h.txt node_modules/x.txt 客服.tsv d.vtt.gz e.gz f.tar.gz g.srt'.split(
        ' ',
      );
    for (const file of [...calls.map((file) => `calls/${file}`), 'x[1].log', 'empty/readme.md']) {
      writeFileSync(join(cwd, file), 'Agent: Hello');
    }
    symlinkSync('..', join(cwd, 'calls/sub/loop'));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  const find = async (...paths: string[]) => {
    const found: (Source | Failure)[] = [];
    for await (const source of findSources(paths, { cwd, stdin: Readable.from(['Agent: Hello']) })) {
      found.push('failure' in source ? source.failure : source);
    }
    return found;
  };
  const paths = async (...given: string[]) =>
    (await find(...given)).map((found) =>
      found instanceof Failure ? `${found.code} ${found.place.file}` : found.path,
    );
  const inFolder = [
    'calls/Z.TXT',
    'calls/a.json',
    'calls/b.txt',
    'calls/d.vtt.gz',
    'calls/e.gz',
    'calls/g.srt',
    'calls/sub/c.csv',
    'calls/客服.tsv',
  ];

  it.each<[string, string[], string[]]>([
    ['a folder', ['calls'], inFolder],
    ['a folder with a slash', ['calls/'], inFolder],
    ['a folder and a file of it', ['calls', 'calls/b.txt', './calls/b.txt'], inFolder],
    ['a named file of any kind', ['calls/README.md', 'calls/.h.txt'], ['calls/.h.txt', 'calls/README.md']],
    ['a glob', ['calls/*.{txt,json}'], ['calls/a.json', 'calls/b.txt']],
    ['a deep glob', ['calls/**/*.csv'], ['calls/sub/c.csv']],
    ['a name that looks like a glob', ['x[1].log'], ['x[1].log']],
    ['standard input', ['calls/b.txt', '-'], ['-', 'calls/b.txt']],
    ['nothing', ['nowhere', 'calls/b.txt'], ['input-not-found nowhere', 'calls/b.txt']],
    ['a glob of nothing', ['*.wav'], ['input-not-found *.wav']],
    ['a folder without transcripts', ['empty'], ['input-not-found empty']],
  ])('of %s', async (_, given, expected) => {
    expect(await paths(...given)).toEqual(expected);
  });

  it('of a folder with links that lead nowhere are errors where they may have led to calls', async () => {
    mkdirSync(join(cwd, 'linked'));
    for (const name of ['gone.txt', 'gone.jsonl.gz', '2026-01', 'notes.md', '.hidden', 'node_modules'])
      symlinkSync('nowhere', join(cwd, 'linked', name));
    symlinkSync('itself.txt', join(cwd, 'linked/itself.txt'));
    symlinkSync('../calls/b.txt', join(cwd, 'linked/there.txt'));
    expect(await paths('linked')).toEqual([
      'input-not-found linked/2026-01',
      'input-not-found linked/gone.jsonl.gz',
      'input-not-found linked/gone.txt',
      'input-unreadable linked/itself.txt',
      'linked/there.txt',
    ]);
  });

  it('of an absolute path and glob keep it', async () => {
    expect(await paths(join(cwd, 'calls/*.json'), join(cwd, 'calls/b.txt'))).toEqual([
      join(cwd, 'calls/a.json'),
      join(cwd, 'calls/b.txt'),
    ]);
  });

  it('of packed files are named after what is in them', async () => {
    const names = (await find('calls/d.vtt.gz', 'calls/e.gz', 'calls/b.txt')).map((found) =>
      found instanceof Failure ? found.code : found.name,
    );
    expect(names).toEqual(['b', 'd', 'e']);
  });

  it('are read, standard input too', async () => {
    const ids: string[] = [];
    for (const source of await find('-', 'calls/b.txt')) {
      if (source instanceof Failure) throw source;
      for await (const item of readCalls(source)) ids.push('call' in item ? item.call.id : item.failure.code);
    }
    expect(ids).toEqual(['stdin', 'b']);
  });

  it('that are gone when they are read are failures', async () => {
    writeFileSync(join(cwd, 'gone.txt'), 'Agent: Hello');
    const [source] = await find('gone.txt');
    rmSync(join(cwd, 'gone.txt'));
    const items: Item[] = [];
    for await (const item of readCalls(source as Source)) items.push(item);
    expect(sorted(items).failures).toEqual(['input-not-found']);
    expect(items[0]).toMatchObject({ path: 'gone.txt' });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read are failures', async () => {
    writeFileSync(join(cwd, 'secret.txt'), 'Agent: Hello');
    chmodSync(join(cwd, 'secret.txt'), 0);
    const [source] = await find('secret.txt');
    const items: Item[] = [];
    for await (const item of readCalls(source as Source)) items.push(item);
    expect(sorted(items).failures).toEqual(['input-unreadable']);
  });
});

describe('what is text and no talk', () => {
  it.each([
    ['a page', '<!DOCTYPE html>\n<p>Agent: hello</p>\n', ['not-a-transcript'], []],
    [
      'a page behind comments',
      '<!-- a --><!-- b -->\n<html lang="en">\nAgent: hello',
      ['not-a-transcript'],
      [],
    ],
    ['a script by its scenario', '---\nscenario: delay\n---\nAgent: hello\n', [], ['looks-like-a-script']],
    [
      'a script by a directive',
      '<!-- callqa-disable no-blame -->\nAgent: hello\n',
      [],
      ['looks-like-a-script'],
    ],
    ['talk of a page', 'Agent: what does <html> say?\n', [], []],
    ['talk of a scenario', '---\nid: a\n---\nAgent: scenario: none\n', [], []],
  ])('%s', async (_, text, failures, warnings) => {
    const warned: string[] = [];
    const items = await itemsOf(text, { warn: ({ code }) => void warned.push(code) });
    expect(sorted(items).failures).toEqual(failures);
    expect(warned).toEqual(warnings);
  });

  it('is read as talk all the same where the user says so', async () => {
    const items = await itemsOf('<p>Agent: hello</p>\nAgent: yes', { inputFormat: 'text' });
    expect(sorted(items).failures).toEqual([]);
  });

  it('is told in time linear in the comments before it', async () => {
    const items = await itemsOf(`${'<!-- -->'.repeat(5000)}\nAgent: hello`);
    expect(sorted(items).failures).toEqual([]);
  }, 5000);
});
