import { describe, expect, it } from 'vitest';
import { parseDialogue } from '../../src/read/text.ts';
import { parseStamp } from '../../src/read/times.ts';
import { itemsOf, sorted } from './content.ts';

/** Each turn as `who text`, with its start where it has one. */
const turnsOf = (text: string) =>
  parseDialogue(text).turns.map(({ speaker, participant, text, start }) =>
    [participant ?? speaker, ...(start === undefined ? [] : [start]), text].join(' '),
  );
const doubtsOf = (text: string) => parseDialogue(text).doubts.map(({ at, label }) => `${at} ${label}`);

describe('labels that no table knows', () => {
  it.each([
    ['a telephone number', '+44 20 7946 0000'],
    ['a masked number', '139****0000'],
    ['a masked name', '李**'],
    ['a masked first letter', '*芳'],
    ['an address of mail', 'kim@example.org'],
    ['a name in lower case', 'kim lee'],
    ['a nickname', 'tb云朵_07'],
    ['a long name', "Dr. Ana-María O'Hara de la Cruz"],
    ['a device', 'kim’s iPad'],
    ['a number', '7003'],
    ['a firm', 'Northwind Support'],
  ])('are somebody of their own: %s', (_, label) => {
    expect(turnsOf(`Agent: Hello\n${label}: Late\nAgent: Sorry\n${label}: Hm`)).toEqual([
      'agent Hello',
      `${label} Late`,
      'agent Sorry',
      `${label} Hm`,
    ]);
  });

  it.each([
    [
      'a heading with a date',
      '客服小李 2026/3/5 10:02\n您好\n\n云朵 2026/3/5 10:03\n没到\n还没\n\n客服小李 2026/3/5 10:04\n抱歉',
      '云朵 60000 没到\n还没',
    ],
    ['a line of its own', '客服小李：\n您好\n\n云朵：\n没到\n还没\n\n客服小李：\n抱歉', '云朵 没到\n还没'],
    ['the only other side', 'Agent: Hello\nthere\nKim: Late\nAgent: Sorry', 'Kim Late'],
    ['a number beside a label', 'Agent: Hello\nthere\n139****0000: Late\nCustomer: Hm', '139****0000 Late'],
    [
      'a time as the others have',
      '[00:01] Agent: Hello\n[00:02] kim lee: Late\n[00:03] Agent: Sorry',
      'kim lee 2000 Late',
    ],
    [
      'a shop and its clerk',
      '云店:小李 (2026-03-05 10:02:33):\n您好\ntb_云07 (2026-03-05 10:02:53):\n没到',
      '云店:小李 0 您好',
    ],
    [
      'a chat of a meeting',
      '10:02:33 From Kim Lee to Everyone:\n\tHello\n10:02:53 From Bo to Everyone:\n\tHi',
      'Kim Lee 36153000 Hello',
    ],
  ])('need come once by %s', (_, text, turn) => {
    expect(turnsOf(text)).toContain(turn);
  });

  it.each([
    'Note: bring it\nNote: and that',
    'PS: call\nPS: soon',
    'http://a.example/b',
    'Total: 45\nTotal: 46',
    '10:30: the bus\n10:30: again',
    'so I said: no\nso I said: no',
    '他说：不行\n他说：不行',
    '快递单号：1\n收件人：二\n快递单号：3',
    'Step 1: a\nStep 1: b',
    'Q: who pays\nA: we do\nQ: when\nA: now',
    'Agent - I mean me - calls\nCustomer - you - wait',
    'Saturday 10:00-16:00',
  ])('are not made of %j', (line) => {
    expect(turnsOf(`Agent: Hello\nthere\n${line}\nCustomer: Hi`)).toEqual([
      `agent Hello\nthere\n${line}`,
      'customer Hi',
    ]);
  });

  it('are A and B, and Q and A where nobody else talks', () => {
    expect(turnsOf('A：您好\nB：没到\nA：抱歉')).toEqual(['A 您好', 'B 没到', 'A 抱歉']);
    expect(turnsOf('Q: Who?\nA: Me.\nQ: When?')).toEqual(['Q Who?', 'A Me.', 'Q When?']);
  });

  it('leave a doubt where it is not sure, and none before the first label or of remarks', () => {
    expect(
      doubtsOf('Case: a\nMaria: b\nAgent: Hello\nthere\nMaria2 Lopez: no\nNote: x\nCustomer: Hi'),
    ).toEqual(['4 Maria2 Lopez']);
  });

  it('are told with file, line and what to do', async () => {
    const warnings: string[] = [];
    const content = '---\nid: 1\n---\nAgent: Hello\nthere\nMaria: no\nCustomer: Hi';
    sorted(
      await itemsOf(content, {
        path: 'f.txt',
        warn: ({ code, place, hint }) => warnings.push(`${code} ${place.line} ${hint}`),
      }),
    );
    expect(warnings).toEqual(['label-unsure 6 If it is one, say so: --speaker "Maria=customer".']);
  });
});

describe('layouts', () => {
  it.each([
    ['columns of pipes', '10:02:33 | Agent | Hello\n10:02:53 | Customer | Late'],
    ['tabs', 'Agent\t10:02:33\tHello\nCustomer\t10:02:53\tLate'],
    ['dashes', 'Agent - Hello\nCustomer - Late'],
    ['arrows', 'Agent> Hello\nCustomer> Late'],
    ['a time before a name', '2026-03-05 10:02:33 Agent\nHello\n\n2026-03-05 10:02:53 Customer\nLate'],
    ['three lines', 'Agent\n00:03\nHello\n\nCustomer\n00:11\nLate'],
    ['three lines, the time first', '10:02 AM\nAgent\nHello\n\n10:03 AM\nCustomer\nLate'],
    ['two lines', 'Agent\nHello\n\nCustomer\nLate'],
    ['names in pointed brackets', '[10:02] <Agent> Hello\n[10:03] <Customer> Late'],
    ['a time at the end', 'Agent: Hello (00:03)\nCustomer: Late (00:11)'],
    ['seconds', '( 8s ) Agent: Hello\n( 1m 2s ) Customer: Late'],
    ['ranges of seconds', '[Agent] (0.50 : 4.20) Hello\n[Customer] (5.00 : 7.10) Late'],
  ])('are read: %s', (_, text) => {
    expect(parseDialogue(text).turns.map(({ speaker, text }) => `${speaker} ${text}`)).toEqual([
      'agent Hello',
      'customer Late',
    ]);
  });

  it('of a recogniser keep times and the speaker’s number', () => {
    const text = '[0:3.160,0:7.820,0]  您好\n[0:11.160,1:15.820,1]  没到';
    expect(parseDialogue(text).turns).toEqual([
      { speaker: 'unknown', participant: 'Speaker 0', text: '您好', start: 3160, end: 7820 },
      { speaker: 'unknown', participant: 'Speaker 1', text: '没到', start: 11_160, end: 75_820 },
    ]);
  });

  it.each([
    ['[00:01] Hello\n[00:03] Hi Bob\n[00:05] I need help\n[00:13] Right\n[00:15] Right', 5],
    ['Hello there.\nRight\nI see it now, thanks.\nRight\nSure', 1],
    ['IVR: Say agent or billing.\nAgent\nIVR: Connecting.\nCustomer: Hi', 3],
  ])('are not seen in %j', (text, turns) => {
    expect(parseDialogue(text).turns).toHaveLength(turns);
    expect(parseDialogue(text).participants).toEqual([]);
  });
});

describe('timestamps before labels', () => {
  it.each([
    ['[10:02:33 AM]', 36_153_000],
    ['12:00:01 am', 1000],
    ['下午 3:02', 54_120_000],
    ['10时02分33秒', 36_153_000],
    ['10:02:33Z', 36_153_000],
  ])('%s', (time, start) => {
    expect(turnsOf(`${time} Agent: Hello`)).toEqual([`agent ${start} Hello`]);
  });

  it.each([
    '2026-03-05T10:02:33Z|2026-03-05T10:02:53Z',
    '[2026-03-05 10:02:33.5 UTC]|[2026-03-05 10:02:53.5 UTC]',
    '03/05/2026 10:02:33|03/05/2026 10:02:53',
    '05.03.26, 10:02:33 -|05.03.26, 10:02:53 -',
    '[2026/3/5, 10:02:33]|[2026/3/5, 10:02:53]',
    '2026年3月5日 10:02:33|2026年3月5日 10:02:53',
    'March 5, 2026 10:02:33 AM|March 5, 2026 10:02:53 AM',
  ])('with dates: %s', (times) => {
    const [first, second] = times.split('|');
    expect(turnsOf(`${first} Agent: Hello\n${second} Customer: Late`)).toEqual([
      'agent 0 Hello',
      'customer 20000 Late',
    ]);
  });

  it.each([
    ['03/05/2026 10:02', undefined, undefined],
    ['03/05/2026 10:02', true, '2026-05-03T10:02'],
    ['13/05/2026 10:02', undefined, '2026-05-13T10:02'],
    ['05/13/26, 10:02 PM', undefined, '2026-05-13T22:02'],
    ['05.03.26, 10:02', undefined, '2026-03-05T10:02'],
  ])('%s is a day only where that is sure', (written, dayFirst, iso) => {
    expect(parseStamp(written, dayFirst)?.iso).toBe(iso);
  });
});

describe('cues', () => {
  const at = (second: number) => `00:0${second}.000 --> 00:0${second}.500\n`;
  const read = async (body: string, path = 'f.vtt') => {
    const { calls, failures } = sorted(await itemsOf(body, { path }));
    const turns = calls[0]?.turns.map(
      ({ speaker, participant, text }) => `${participant ?? speaker} ${text}`,
    );
    return { turns, failures: failures.length };
  };

  it.each(['+14155550100', 'kim’s iPad', '李芳-售后', '139****0000', 'Kim (iPhone)'])(
    'know %s by its place',
    async (label) => {
      expect(
        await read(`WEBVTT\n\n${at(1)}Agent: Hi\n\n${at(2)}${label}: Late\n\n${at(3)}and: so\n`),
      ).toEqual({
        turns: ['agent Hi', `${label} Late`, `${label} and: so`],
        failures: 0,
      });
    },
  );

  it.each([
    [
      'f.vtt',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: a --> b\nc --> d\n\n00:03.000 --> 00:0x.000\nkept\n',
    ],
    [
      'f.srt',
      '1\n00:00:01,000 --> 00:00:02,000\nAgent: a --> b\nc --> d\n\n2\n00:00:03,000 --> 00:00:0x,000\nkept\n',
    ],
  ])('keep an arrow in talk, and the words of a cue without times: %s', async (path, body) => {
    expect(await read(body, path)).toEqual({ turns: ['agent a --> b c --> d', 'agent kept'], failures: 1 });
  });

  it('are none in a text that is only named so', async () => {
    expect((await read('Kim Lee  0:03\nHello\n\nBo  0:11\nLate\n\nKim Lee  0:19\nSorry')).turns).toEqual([
      'Kim Lee Hello',
      'Bo Late',
      'Kim Lee Sorry',
    ]);
  });
});
