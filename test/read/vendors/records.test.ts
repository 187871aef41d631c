/** Lists of records with words and a speaker, whatever their keys are called and whatever they stand in. */
import { describe, expect, it } from 'vitest';
import { itemsOf, sorted } from '../content.ts';

async function read(value: unknown) {
  const { calls, failures } = sorted(await itemsOf(JSON.stringify(value), { path: 'f.json' }));
  expect(failures).toEqual([]);
  return calls;
}

/** Calls as `id: speaker(participant) start-end text | …`. */
const shown = (calls: Awaited<ReturnType<typeof read>>) =>
  calls.map(
    ({ id, turns }) =>
      `${id}: ${turns
        .map(({ speaker, participant, start, end, text }) => {
          const times = start === undefined ? '' : ` ${start}-${end ?? ''}`;
          return `${speaker}${participant === undefined ? '' : `(${participant})`}${times} ${text}`;
        })
        .join(' | ')}`,
  );

describe('records', () => {
  it.each<[string, unknown, string]>([
    [
      'a bare list',
      [
        { speaker: 'agent', text: 'Hello' },
        { speaker: 'customer', text: 'Late!' },
      ],
      'f: agent Hello | customer Late!',
    ],
    [
      'another word for the speaker under turns',
      { call_id: '7', turns: [{ role: 'agent', text: 'Hello' }] },
      '7: agent Hello',
    ],
    [
      'roles and contents, seconds',
      {
        conversation_id: '7',
        conversation: [
          { role: 'agent', content: 'Hello', start_time: 3.5 },
          { role: 'customer', content: 'Late', start_time: 5, end_time: 6.25 },
        ],
      },
      '7: agent 3500- Hello | customer 5000-6250 Late',
    ],
    [
      'clocks',
      { id: 7, transcript: [{ speaker: 'Agent', text: 'a', timestamp: '00:00:03' }] },
      '7: agent 3000- a',
    ],
    [
      'Chinese keys',
      {
        会话编号: '7',
        记录: [
          { 角色: '客服', 内容: '您好' },
          { 角色: '客户', 内容: '退款' },
        ],
      },
      '7: agent 您好 | customer 退款',
    ],
    [
      'authors as objects, markup, an opening beside the list, internal notes',
      {
        id: '7',
        source: { body: '<p>It is late &amp; broken</p>', author: { type: 'user', id: 'u1', name: 'Mo' } },
        parts: {
          parts: [
            { part_type: 'note', body: 'rude one', author: { type: 'admin', id: 'a1' } },
            { part_type: 'comment', body: '<p>Hello<br>there</p>', author: { type: 'admin', id: 'a1' } },
          ],
        },
      },
      '7: customer(u1) It is late & broken | agent(a1) Hello\nthere',
    ],
    [
      'people listed apart',
      {
        id: 'x',
        users: [
          { id: 'b1', name: 'Mo', type: 'customer' },
          { id: 'jo@x.org', name: 'Jo', type: 'agent' },
        ],
        thread: {
          events: [
            { type: 'message', text: 'Hello', author_id: 'jo@x.org' },
            { type: 'message', text: 'Hi', author_id: 'b1' },
          ],
        },
      },
      'x: agent(jo@x.org) Hello | customer(b1) Hi',
    ],
    [
      'enum roles, dates, and one who came in and said nothing',
      [
        { participantRole: 'END_USER', createTime: '2026-03-01T10:00:00Z', type: 'joined' },
        { participantRole: 'HUMAN_AGENT', createTime: '2026-03-01T10:00:01Z', content: 'Hello' },
        { participantRole: 'END_USER', createTime: '2026-03-01T10:00:03Z', content: 'Hi' },
        { participantRole: 'AUTOMATED_AGENT', createTime: '2026-03-01T10:00:04Z', content: 'Bye' },
      ],
      'f: agent 0- Hello | customer 2000- Hi | bot 3000- Bye',
    ],
    [
      'contents as objects',
      { entries: [{ role: 'end_user', body: { type: 'text', content: 'Hi' } }] },
      'f: customer Hi',
    ],
    [
      'words in sentences, with their times',
      {
        paragraphs: [
          {
            speaker_info: { userid: 'u0', username: '王芳' },
            sentences: [
              {
                words: ['您', '好', '，', '1', '2', '3'].map((text, at) => ({
                  text,
                  start_time: 1000 + at * 200,
                  end_time: 1200 + at * 200,
                })),
              },
            ],
          },
        ],
      },
      'f: unknown(u0) 1000-2200 您好，123',
    ],
    [
      'single words, which make turns',
      {
        words: 'how can I help you my order is late'
          .split(' ')
          .map((text, at) => ({ text, start: at / 2, end: at / 2 + 0.4, speaker_id: at < 5 ? 's0' : 's1' })),
      },
      'f: unknown(s0) 0-2400 how can I help you | unknown(s1) 2500-4400 my order is late',
    ],
    [
      'times in pairs and with a unit in the name',
      { lines: [{ who: 'Agent', text: 'a', timestamp: [1, 2.5] }] },
      'f: agent 1000-2500 a',
    ],
  ])('are read: %s', async (_, value, expected) => {
    expect(shown(await read(value))).toEqual([expected]);
  });

  it('are a call each where they stand in objects with ids', async () => {
    const chat = (id: string, word: string) => ({ id, messages: [{ role: 'agent', content: word }] });
    expect(shown(await read({ chats: [chat('a', 'x'), chat('b', 'y')] }))).toEqual([
      'a: agent x',
      'b: agent y',
    ]);
    expect(shown(await read([chat('a', 'x'), chat('b', 'y')]))).toEqual(['a: agent x', 'b: agent y']);
  });

  it('are no call together where each of several lists is one, with an id or without', async () => {
    const talk = (word: string) => ({ dialogue: [{ role: 'agent', content: word }] });
    expect(shown(await read({ data: [talk('x'), talk('y')] }))).toEqual(['f#1: agent x', 'f#2: agent y']);
    const turns = (word: string) => ({ turns: [{ speaker: 'agent', text: word }] });
    expect(shown(await read({ data: [turns('x'), turns('y')] }))).toEqual(['f#1: agent x', 'f#2: agent y']);
  });

  it('are one call where parts of a talk hold them', async () => {
    const part = (start: number) => ({ start, lines: [{ speaker: 'agent', line: `at ${start}` }] });
    expect(shown(await read({ sections: [part(1), part(9)] }))).toEqual(['f: agent at 1 | agent at 9']);
  });

  it('keep notes that only agents saw as notes', async () => {
    const [call] = await read({
      comments: [
        { author: { role: 'agent', id: 'a' }, body: 'Hello', public: true },
        { author: { role: 'agent', id: 'a' }, body: 'angry man', public: false },
      ],
    });
    expect(call).toMatchObject({ turns: [{ text: 'Hello' }], notes: [{ text: 'angry man' }] });
  });

  it('are not what a vendor’s format in a wrapper is taken for', async () => {
    const value = {
      data: {
        result: {
          id: 'q',
          utterances: [{ speaker: 'A', start: 1000, end: 2000, text: 'Hi', confidence: 0.5, words: [] }],
        },
      },
    };
    const said: string[] = [];
    const items = await itemsOf(JSON.stringify(value), {
      path: 'f.json',
      verbose: (line) => said.push(line),
    });
    expect(shown(sorted(items).calls)).toEqual(['q: unknown(A) 1000-2000 Hi']);
    expect(said.at(-1)).toMatch(/: assemblyai, since at data\.result /u);
  });
});

describe('JSON of no known form', () => {
  const failuresOf = async (value: unknown) =>
    (await itemsOf(JSON.stringify(value), { path: 'f.json' })).flatMap((item) =>
      'failure' in item ? [item.failure] : [],
    );

  it('is told by its keys, with what is known', async () => {
    const [failure] = await failuresOf({ foo: 1, bar: [2] });
    expect(failure).toMatchObject({
      code: 'call-invalid',
      message: 'this is no transcript in a form that is known: an object with foo, bar',
    });
    expect(failure?.hint).toMatch(/"turns".*amazon-transcribe.*whisper\.$/u);
  });

  it('is told once of a list, unless there are calls among it', async () => {
    const none = await failuresOf([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(none.map(({ message }) => message)).toEqual([
      'none of the 3 items of the list is a transcript in a form that is known, such as the first: an object with a',
    ]);
    const call = { turns: [{ speaker: 'agent', text: 'x' }] };
    expect(await failuresOf([{ a: 1 }, { a: 2 }, call, { a: 3 }])).toHaveLength(3);
  });

  it('is canonical with an error where it has turns', async () => {
    const [failure] = await failuresOf({ turns: [{ speaker: 'agent', text: 5 }] });
    expect(failure?.message).toMatch(/^turns\[0\]\.text: /u);
  });
});
