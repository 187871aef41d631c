import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/call/failure.ts';
import { labelReader } from '../../src/read/labels.ts';
import { defaultLimits } from '../../src/read/limits.ts';
import { parseDialogue, readText } from '../../src/read/text.ts';

const turnsOf = (text: string) =>
  parseDialogue(text).turns.map(({ speaker, text, participant, start, end }) =>
    [speaker, text, participant, start, end].filter((part, index) => index < 2 || part !== undefined),
  );
const reading = {
  file: 'a.txt',
  name: 'a',
  sha256: 'f',
  columns: {},
  labelOf: labelReader(),
  limits: defaultLimits,
};
const callOf = async (text: string) => {
  for await (const { call } of readText(text, reading)) return call;
  return undefined;
};

describe('turns', () => {
  it.each<[string, string, unknown[]]>([
    [
      'labels in English',
      'Agent: Hello\nCustomer: Hi',
      [
        ['agent', 'Hello'],
        ['customer', 'Hi'],
      ],
    ],
    [
      'labels in Chinese',
      '客服：您好\n客户: 你好',
      [
        ['agent', '您好'],
        ['customer', '你好'],
      ],
    ],
    [
      'labels in traditional characters',
      '話務員：您好\n客戶：你好',
      [
        ['agent', '您好'],
        ['customer', '你好'],
      ],
    ],
    [
      'a byte order of CRLF',
      'Agent: Hello\r\nCaller: Hi\r\n',
      [
        ['agent', 'Hello'],
        ['customer', 'Hi'],
      ],
    ],
    ['a line without label', 'Agent: Hello\nthere\n\nagain', [['agent', 'Hello\nthere\nagain']]],
    ['a label alone on its line', 'Agent:\nHello', [['agent', 'Hello']]],
    ['a time before', '[00:01:12] Agent: Hello', [['agent', 'Hello', 72_000]]],
    ['a bare time before', '00:12 Agent: Hello', [['agent', 'Hello', 12_000]]],
    ['a time in round brackets', '(1:02:03.5) Agent: Hello', [['agent', 'Hello', 3_723_500]]],
    ['a full-width time', '【00:12】客服：您好', [['agent', '您好', 12_000]]],
    ['a time behind', 'Agent [00:12]: Hello', [['agent', 'Hello', 12_000]]],
    ['a time after the colon', 'Agent: [00:12] Hello', [['agent', 'Hello', 12_000]]],
    ['a range', '[00:01:12 - 00:01:20] Agent: Hello', [['agent', 'Hello', 72_000, 80_000]]],
    ['an arrow', '00:12 --> 00:20 Agent: Hello', [['agent', 'Hello', 12_000, 20_000]]],
    [
      'dates',
      '[2026-03-01 10:00:03] Agent: Hello\n[2026-03-01 10:00:05] Customer: Hi',
      [
        ['agent', 'Hello', 0],
        ['customer', 'Hi', 2000],
      ],
    ],
    ['a time on its own line', '[00:05]\nAgent: Hello', [['agent', 'Hello', 5000]]],
    [
      'a time without a label',
      'Agent: Hello\n[00:09] still me',
      [
        ['agent', 'Hello'],
        ['agent', 'still me', 9000],
      ],
    ],
    [
      'a heading of label and time',
      'Speaker 1  00:05\nHello\nSpeaker 2  00:09\nHi',
      [
        ['unknown', 'Hello', 'Speaker 1', 5000],
        ['unknown', 'Hi', 'Speaker 2', 9000],
      ],
    ],
    [
      'bold labels',
      '**Agent:** Hello\n**Customer**: Hi',
      [
        ['agent', 'Hello'],
        ['customer', 'Hi'],
      ],
    ],
    [
      'labels in brackets',
      '[Agent] Hello\n【客户】你好',
      [
        ['agent', 'Hello'],
        ['customer', '你好'],
      ],
    ],
    ['numbers and names', 'Agent 2 (Maria): Hello', [['agent', 'Hello', 'Agent 2 (Maria)']]],
    ['a number before digits', '坐席1001：10点以后', [['agent', '10点以后', '坐席1001']]],
    [
      'two of one side',
      'Agent: Hello\nSupervisor: Hi',
      [
        ['agent', 'Hello', 'Agent'],
        ['agent', 'Hi', 'Supervisor'],
      ],
    ],
    [
      'one person under two spellings',
      'Agent: Hello\nAGENT: Hi',
      [
        ['agent', 'Hello'],
        ['agent', 'Hi'],
      ],
    ],
    [
      'names used again and again',
      'Maria: Hi\nJohn: Hello\nMaria: Bye',
      [
        ['unknown', 'Hi', 'Maria'],
        ['unknown', 'Hello', 'John'],
        ['unknown', 'Bye', 'Maria'],
      ],
    ],
    ['no labels at all', 'Hello there\nHi', [['unknown', 'Hello there\nHi']]],
  ])('reads %s', (_, text, turns) => {
    expect(turnsOf(text)).toEqual(turns);
  });

  it.each([
    'Note: the total is 5',
    'see https://example.com/a: b',
    'https://example.com',
    '10:30 works for me',
    'Agent 10:30 is my number',
    'Total: 5\nTotal: 6',
    'Customer ID: 17\nCustomer ID: 18',
    '客户反映：不好用\n客户反映：还是不好',
    '注意：下午三点:三十分',
    'He said it once: never again',
    'Plan: one\nnothing else',
    '[laughs] I mean [inaudible] well',
  ])('does not split %s', (line) => {
    expect(turnsOf(`Agent: Hello\n${line}\nCustomer: Hi`)).toEqual([
      ['agent', `Hello\n${line}`],
      ['customer', 'Hi'],
    ]);
  });

  it('takes a name that comes twice among known labels for a person, and one that comes once for talk', () => {
    const said = 'Agent: Hello\nDave: Hi\nCustomer: Well\nMaria: no\nso there\nDave: Yes';
    expect(turnsOf(said)).toEqual([
      ['agent', 'Hello'],
      ['unknown', 'Hi', 'Dave'],
      ['customer', 'Well\nMaria: no\nso there'],
      ['unknown', 'Yes', 'Dave'],
    ]);
  });

  it('keeps the people of a call apart, by name where there is one', () => {
    expect(parseDialogue('客服小王：您好\n客户：你好\n主管：您好').participants).toEqual([
      { id: '客服小王', speaker: 'agent', name: '小王' },
      { id: '主管', speaker: 'agent' },
    ]);
  });
});

describe('events and notes', () => {
  it.each([
    [
      'words for one side',
      'Customer: a\nAgent: b\nCaller: c\nRep: d\n客服：e',
      [undefined, undefined, undefined, undefined, undefined],
    ],
    [
      'agents after a transfer',
      'Agent: a\nCustomer: b\n[transfer]\nRep: c\nCaller: d',
      ['Agent', undefined, 'Rep', undefined],
    ],
    ['a department', 'Agent: a\nCustomer: b\nBilling: c', ['Agent', undefined, 'Billing']],
    ['a supervisor', 'Agent: a\nRep: b\nSupervisor: c', ['Agent', 'Agent', 'Supervisor']],
  ])('takes %s for one person or several', (_, text, expected) => {
    const { turns, participants } = parseDialogue(text);
    expect(turns.map(({ participant }) => participant)).toEqual(expected);
    expect(participants.map(({ id }) => id)).toEqual([...new Set(expected)].filter((id) => id !== undefined));
  });

  it('keeps a label apart that the user named', () => {
    const labels = labelReader(new Map([['Caller', 'customer']]));
    expect(
      parseDialogue('Customer: a\nCaller: b', labels).turns.map(({ participant }) => participant),
    ).toEqual(['Customer', 'Caller']);
  });

  it('knows the name behind a label again where it stands alone, unless two people have it', async () => {
    const talk = (customer: string) =>
      callOf(`Agent (Dana): Hello\n${customer}: Hi\nDana: One moment\nSupervisor Lee: This is Lee\nspeaking`);
    const one = await talk('Customer');
    expect(one?.turns.map(({ speaker, participant, text }) => [speaker, participant, text])).toEqual([
      ['agent', 'Agent (Dana)', 'Hello'],
      ['customer', undefined, 'Hi'],
      ['agent', 'Agent (Dana)', 'One moment'],
      ['agent', 'Supervisor Lee', 'This is Lee\nspeaking'],
    ]);
    const two = await talk('Customer (Dana)');
    expect(two?.turns.map(({ text }) => text)).toEqual([
      'Hello',
      'Hi\nDana: One moment',
      'This is Lee\nspeaking',
    ]);
  });

  it('puts events after their turn and cuts a turn where one stands inside', () => {
    const { turns, events } = parseDialogue(
      '[hold]\nAgent: One moment [hold] thanks\n[00:30] [resume]\n客户：算了（挂断电话）\n【客服挂机】',
    );
    expect(turns.map(({ text }) => text)).toEqual(['One moment', 'thanks', '算了']);
    expect(events).toEqual([
      { kind: 'hold', afterTurn: -1 },
      { kind: 'hold', afterTurn: 0 },
      { kind: 'resume', at: 30_000, afterTurn: 1 },
      { kind: 'disconnect', by: 'customer', afterTurn: 2 },
      { kind: 'disconnect', by: 'agent', afterTurn: 2 },
    ]);
  });

  it('does not say who hung up where a mark stands alone or in the passive', () => {
    expect(parseDialogue('客服：好的（电话被挂断）').events).toEqual([{ kind: 'disconnect', afterTurn: 0 }]);
    expect(parseDialogue('0:01 Agent: Bye\n01:55 [disconnect agent]')).toMatchObject({
      turns: [{ text: 'Bye' }],
      events: [{ kind: 'disconnect', by: 'agent', afterTurn: 0, at: 115_000 }],
    });
    expect(parseDialogue('Agent: Bye\n[hangs up]').events).toEqual([{ kind: 'disconnect', afterTurn: 0 }]);
  });

  it('opens a new turn of the same speaker after an event', () => {
    expect(turnsOf('Agent: One moment\n[hold]\nthanks')).toEqual([
      ['agent', 'One moment'],
      ['agent', 'thanks'],
    ]);
  });

  it('reads notes, over lines and with brackets inside, and never a speaker into one', () => {
    const { turns, notes } = parseDialogue(
      'Agent: Bye\n[note refund (A1)\nfiled today]\n[note open\nCustomer: Wait]\n[note a] Agent: hi [b]',
    );
    expect(notes).toEqual([{ text: 'refund (A1) filed today' }, { text: 'a' }]);
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', 'Bye\n[note open'],
      ['customer', 'Wait]'],
      ['agent', 'hi [b]'],
    ]);
  });
});

describe('metadata', () => {
  it('reads front matter', async () => {
    const call = await callOf(
      '---\nid: 007\ncaseId: K-1\nagent: {id: A1, name: Maria, team: Blue}\ncustomer: C-17\nstartedAt: 2026-03-01 10:00\n' +
        'language: zh_CN\ndirection: 呼入\nchannel: phone\nallegations: [hung-up, attitude]\nnotes:\n  - called back\n备注: again\n' +
        'queue: billing\n---\nAgent: Hello\n[note done]',
    );
    expect(call).toEqual({
      id: '007',
      caseId: 'K-1',
      agent: { id: 'A1', name: 'Maria', team: 'Blue' },
      customer: { id: 'C-17' },
      startedAt: '2026-03-01T10:00',
      language: 'zh-CN',
      direction: 'inbound',
      channel: 'phone',
      allegations: ['hung-up', 'attitude'],
      notes: [{ text: 'called back' }, { text: 'again' }, { text: 'done' }],
      meta: { queue: 'billing' },
      turns: [{ speaker: 'agent', text: 'Hello' }],
    });
  });

  it('reads a head without front matter and keeps headings', async () => {
    const call = await callOf('# A call\n通话编号：17\nAgent name: Maria\n=====\nAgent: Hello');
    expect(call).toEqual({
      id: '17',
      agent: { name: 'Maria' },
      meta: { heading: 'A call' },
      turns: [{ speaker: 'agent', text: 'Hello' }],
    });
  });

  it('names the file where a call has no id', async () => {
    expect((await callOf('Agent: Hello'))?.id).toBe('a');
  });

  it.each([
    ['---\na: 1\nb: [\n---\nAgent: Hello', 'front-matter', 3],
    ['---\na: 1\na: 2\n---\nAgent: Hello', 'front-matter', 3],
    ['---\na: *nobody\n---\nAgent: Hello', 'front-matter', 2],
    ['\n\n', 'input-empty', undefined],
  ])('reports %j', async (text, code, line) => {
    const failure = await callOf(text).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).code).toBe(code);
    expect((failure as Failure).place.line).toBe(line);
  });
});

/** Pieces of lines as people write them; each `~` becomes a word that comes nowhere else. */
const piece = fc.constantFrom(
  ...'Agent: |Agent 2 (~): |Customer: |客服：|客户张三：|Maria: |~: |[00:12] |00:12 |(1:02:03) |Speaker 1 00:05'.split(
    '|',
  ),
  ...'[hold] |[~] |（客户挂断）|[note ~ ~]|【备注：~】|[note ~|]|[transfer to ~]|(~)|[[~]]|[note (~) ~]|[hold ~]'.split(
    '|',
  ),
  ...'~ |~, |~。|Note: |https://~ |10:30 |- |**|---|# |# ~|id: ~|[Agent] |<|[|（|“~”|\t|transfer|note|~: ~: |: |：'.split(
    '|',
  ),
);
const lines = fc.array(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
  { maxLength: 12 },
);

describe('whatever comes', () => {
  it('loses no word', () => {
    fc.assert(
      fc.property(lines, (written) => {
        let words = 0;
        const text = written.join('\n').replaceAll('~', () => `W${words++}w`);
        const { turns, events, notes, head, participants } = parseDialogue(text);
        const kept = JSON.stringify([turns, events, notes, head, participants]);
        for (let word = 0; word < words; word++) expect(kept).toContain(`W${word}w`);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the words of turns in order', () => {
    fc.assert(
      fc.property(lines, (written) => {
        let words = 0;
        const text = written.join('\n').replaceAll('~', () => `W${words++}w`);
        const said = parseDialogue(text).turns.flatMap(({ text }) => text.match(/W\d+w/gu) ?? []);
        const numbers = said.map((word) => Number(word.slice(1, -1)));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every letter of text without labels and marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[:：[\]【】［］〔〕()（）<>\-=#\d]/u.test(text));
        const { turns } = parseDialogue(text);
        expect(
          turns
            .map((turn) => turn.text)
            .join('')
            .replaceAll(/\s/gu, ''),
        ).toBe(text.replaceAll(/\s/gu, ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('throws nothing but failures', async () => {
    const random = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'[]【】（）():：-=*#<>～~0123456789\n\r\t AgentNote客服备注挂'),
        maxLength: 80,
      }),
      lines.map((written) => `---\n${written.join('\n')}\n---\n${written.join('\n')}`),
    );
    await fc.assert(
      fc.asyncProperty(random, async (text) => {
        const result = await callOf(text).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(Failure);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes long and hostile lines in time that grows with their length', () => {
    const started = performance.now();
    for (const unit of ['[', 'Agent', '[note ', '(', 'a ', '00:', '[a]', 'A1 - ', '：', '客']) {
      parseDialogue(`Agent: x\n${unit.repeat(50_000)}\n${unit.repeat(50_000)}: y`);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
