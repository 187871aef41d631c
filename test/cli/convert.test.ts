/** `callqa convert`: what it writes where. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';
import { itemsOf, sorted } from '../read/content.ts';

const calls = [
  { id: 'a', language: 'en', turns: [{ speaker: 'agent', text: 'Hello', start: 0, end: 900 }] },
  { id: 'b/2', turns: [{ speaker: 'customer', participant: '王芳', text: '你好', start: 1000 }] },
];

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'callqa-convert-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'calls.json'), JSON.stringify(calls));
  writeFileSync(
    join(cwd, 'gb.txt'),
    Buffer.from('bfcdb7fea3bac4fabac3c7ebcecad3d0cab2c3b4bfc9d2d4b0efc4fa', 'hex'),
  );
  return cwd;
}

describe('convert', () => {
  it('writes canonical JSONL to standard output', async () => {
    const { code, stdout, stderr } = await callqa(['convert', 'calls.json', 'gb.txt'], folder());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([...calls, { id: 'gb', turns: [{ speaker: 'agent', text: '您好请问有什么可以帮您' }] }]);
  });

  it.each(['json', 'csv', 'jsonl'])('writes many calls as %s into one file', async (to) => {
    const cwd = folder();
    expect((await callqa(['convert', 'calls.json', '--to', to, '-o', 'out'], cwd)).code).toBe(0);
    const read = sorted(await itemsOf(readFileSync(join(cwd, 'out'))));
    expect(read.failures).toEqual([]);
    expect(read.calls.map(({ id }) => id)).toEqual(['a', 'b/2']);
  });

  it.each([
    ['text', ['a.txt', 'b_2.txt'], '[00:00:01.000] 客户 (王芳): 你好\n'],
    ['vtt', ['a.vtt', 'b_2.vtt'], '00:00:01.000 --> 00:00:03.000\n<v 客户 (王芳)>你好</v>\n\n'],
    ['srt', ['a.srt', 'b_2.srt'], '1\n00:00:01,000 --> 00:00:03,000\n客户 (王芳): 你好\n\n'],
  ])('writes many calls as %s into a folder', async (to, files, content) => {
    const cwd = folder();
    expect((await callqa(['convert', 'calls.json', '--to', to, '-o', 'out/'], cwd)).code).toBe(0);
    expect(readdirSync(join(cwd, 'out'))).toEqual(files);
    expect(readFileSync(join(cwd, 'out', files[1]!), 'utf8').endsWith(content)).toBe(true);
  });

  it('does not write many calls as text into one file', async () => {
    const { code, stdout, stderr } = await callqa(['convert', 'calls.json', '--to', 'text'], folder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('[many-calls]');
  });

  it('tells a call without times that it makes no subtitles, and goes on', async () => {
    const cwd = folder();
    const { code, stderr } = await callqa(
      ['convert', 'gb.txt', 'calls.json', '--to', 'vtt', '-o', 'out/'],
      cwd,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('gb.txt: error: the call gb has no times');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.vtt', 'b_2.vtt']);
  });

  it('reads as it is told', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 's.txt'), 'Bo: hi\nSPEAKER_00: yes\nBo: good\n');
    const speaker = ['--speaker', 'Bo=agent', '--speaker', 'SPEAKER_00=客户'];
    const { stdout } = await callqa(['convert', 's.txt', ...speaker], cwd);
    expect((JSON.parse(stdout) as (typeof calls)[0]).turns.map(({ speaker }) => speaker)).toEqual([
      'agent',
      'customer',
      'agent',
    ]);
    const wrong = await callqa(['convert', 'gb.txt', '--encoding', 'utf-8'], cwd);
    expect(wrong.stderr).toMatch(
      /^gb\.txt:1: warning: read as utf-8, .* lost \(U\+FFFD\) \[encoding-lost\]\n {2}hint: /u,
    );
    expect(wrong.code).toBe(0);
    const limited = await callqa(['convert', 's.txt', '--limits', 'turns=2,nesting=1k'], cwd);
    expect(limited.stderr).toContain('[limit-turns]');
    expect(limited.code).toBe(2);
  });

  it.each([
    ['--encoding', 'klingon'],
    ['--speaker', 'Bo=boss'],
    ['--limits', 'turns=many'],
    ['--limits', 'hope=1'],
    ['--to', 'pdf'],
  ])('refuses %s %s', async (option, value) => {
    const { code, stdout } = await callqa(['convert', 'gb.txt', option, value], folder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
