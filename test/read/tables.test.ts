/** What tables can be: which column is whose, which rows make a call, in what order, and tables of whole transcripts. */
import { describe, expect, it } from 'vitest';
import { itemsOf, readShown as read, rows } from './content.ts';

describe('a column of call ids', () => {
  const names =
    'Chat ID|Ticket ID|工单号|会话标识|Conversation|session|Interaction|Recording|filename|UUID|录音流水号|通话流水|' +
    'conversation_sid|Thread ID|Case Number|咨询编号|對話編號|投诉单号|audio_file|CONTACT-ID|通話流水號|接待编号';
  it.each(names.split('|'))('is told by its name: %s', async (name) => {
    const { shown, warnings } = await read(
      rows(`${name},role,text`, 'k1,agent,a', 'k1,customer,b', 'k2,agent,c', 'k2,customer,d'),
    );
    expect(shown).toEqual(['k1: agent a | customer b', 'k2: agent c | customer d']);
    expect(warnings).toEqual([]);
  });

  it('is the best of several, and of a ticket that has many calls the call', async () => {
    const { calls } = await read(
      rows('file,ticket,role,text,call_id', 'w,t1,agent,a,1', 'w,t1,agent,b,2', 'w,t1,customer,c,2'),
    );
    expect(calls.map(({ id, caseId, meta, turns }) => [id, caseId, meta, turns.length])).toEqual([
      ['1', 't1', { file: 'w' }, 1],
      ['2', 't1', { file: 'w' }, 2],
    ]);
  });

  it.each([
    ['each row has one of its own', 'uuid,role,text\nx1,agent,a\nx2,customer,b'],
    ['all rows have the same', 'session,role,text\nx,agent,a\nx,customer,b'],
    ['each channel has a file', 'file,role,text\nl.wav,agent,a\nr.wav,customer,b\nl.wav,agent,c'],
  ])('is none where %s', async (_, content) => {
    expect((await read(content)).shown).toEqual([expect.stringMatching(/^f: agent a \| customer b/u)]);
  });

  it.each([
    [
      'another column changes in blocks',
      'zug,role,text\n7,agent,a\n7,customer,b\n8,agent,c\n8,customer,d',
      4,
    ],
    [
      'times begin anew',
      'time,role,text\n00:05,agent,a\n00:40,customer,b\n00:03,agent,c\n00:09,customer,d',
      4,
    ],
    [
      'days lie between them',
      'time,role,text\n2026-03-01 10:00,agent,a\n2026-03-01 10:01,customer,b\n2026-03-03 09:00,agent,c',
      4,
    ],
  ])('is missed where %s: the rows stay as they stand, with a warning', async (_, content, line) => {
    const { shown, warnings } = await read(content);
    expect(shown).toEqual([expect.stringMatching(/^f: agent a \| customer b \| agent c/u)]);
    expect(warnings).toEqual([`csv-one-call ${line}`]);
  });

  it.each([
    ['one person a block', 'name,role,text\nJo,agent,a\nJo,agent,b\nMo,customer,c\nMo,customer,d'],
    ['one channel before the other', 'time,role,text\n00:05,agent,a\n00:40,agent,b\n00:03,customer,c'],
    ['newest first', 'time,role,text\n2026-03-03 09:02,agent,b\n2026-03-03 09:01,customer,a'],
  ])('is not missed in rows of %s', async (_, content) => {
    expect((await read(content)).warnings).toEqual([]);
  });
});

describe('a row', () => {
  it.each<[string, string, string]>([
    ['Author Type,Author,Body', 'Operator,Jo,a\nVisitor,Mo,b', 'agent a | customer b'],
    ['Author,Author Type,Body', 'Jo,Operator,a\nMo,Visitor,b', 'agent a | customer b'],
    ['发送人,发送人角色,发送内容', '小王,客服,甲\n蓝天,用户,乙', 'agent 甲 | customer 乙'],
    ['is_agent,content', '1,a\n0,b', 'agent a | customer b'],
    ['是否客服,内容', '是,甲\n否,乙', 'agent 甲 | customer 乙'],
    ['inbound,text', 'True,a\nFalse,b', 'customer a | agent b'],
    ['direction,text', 'outbound,a\ninbound,b', 'agent a | customer b'],
    ['channel,utterance', 'AGENT,a\nCALLER,b', 'agent a | customer b'],
    ['channel,utterance', 'left,a\nright,b', 'unknown a | unknown b'],
    [
      'from,to,created_at,message',
      'Agent,Mo,2026-03-01 10:00,a\nMo,Agent,2026-03-01 10:01,b',
      'agent a | unknown b',
    ],
  ])('under %s is of who its columns say', async (header, body, expected) => {
    const { shown, failures } = await read(`${header}\n${body}`);
    expect([shown, failures]).toEqual([[`f: ${expected}`], []]);
  });

  it.each(['phone\nphone', 'chat\nchat', 'inbound\ninbound'])(
    'is of nobody where a column of channels or directions is of the call: %j',
    async (values) => {
      const name = values.startsWith('in') ? 'direction' : 'channel';
      const body = values.split('\n').map((value) => `${value},a`);
      const { failures } = await read(rows(`${name},text`, ...body));
      expect(failures).toEqual(['csv-columns 1']);
    },
  );

  it('is a turn of nobody in particular in Whisper’s own table', async () => {
    const { calls } = await read('start\tend\ttext\n0\t900\tHello there\n1000\t2000\tHi', 'f.tsv');
    expect(calls[0]?.turns).toEqual([
      { speaker: 'unknown', text: 'Hello there', start: 0, end: 900 },
      { speaker: 'unknown', text: 'Hi', start: 1000, end: 2000 },
    ]);
  });

  it.each([
    ['commas', 'f.csv', ','],
    ['tabs in a file of text', 'f.txt', '\t'],
  ])('may be the first, without a header: %s', async (_, path, sign) => {
    const { calls, failures } = await read(
      [
        ['k', '10:00:05', '坐席', '您好'],
        ['k', '10:00:07', '客户', '我要退款'],
      ]
        .map((row) => row.join(sign))
        .join('\n'),
      path,
    );
    expect(failures).toEqual([]);
    expect(calls.map(({ id, turns }) => [id, turns.map(({ speaker, start }) => [speaker, start])])).toEqual([
      [
        'k',
        [
          ['agent', 36_005_000],
          ['customer', 36_007_000],
        ],
      ],
    ]);
  });

  it('may stand behind what Excel says of the delimiter', async () => {
    const { shown, failures } = await read('sep=;\r\nrole;text\r\nrep;a, b\r\nuser;c\r\nrep\r\n', 'f.txt');
    expect(shown).toEqual(['f: agent a, b | customer c']);
    expect(failures).toEqual(['csv-row 5']);
  });
});

describe('times of rows', () => {
  const long = 'This is about as much as people say in a turn or so.';
  it.each<[string, string, number[]]>([
    [
      'whole seconds',
      `start,role,text\n3,agent,${long}\n11,customer,${long}\n19,agent,${long}`,
      [3000, 11_000, 19_000],
    ],
    ['milliseconds', `start,role,text\n3000,agent,${long}\n11000,customer,${long}`, [3000, 11_000]],
    ['seconds since 1970', `ts,role,text\n1772000003,agent,a\n1772000005,customer,b`, [0, 2000]],
    ['newest first', 'time,role,text\n00:09,agent,c\n00:05,customer,b\n00:01,agent,a', [1000, 5000, 9000]],
    [
      'dates newest first',
      'time,role,text\n2026-03-01 10:00:09,agent,b\n2026-03-01 10:00:01,user,a',
      [0, 8000],
    ],
    ['mixed up', 'time,role,text\n00:05,customer,b\n00:01,agent,a\n00:06,agent,c', [1000, 5000, 6000]],
    ['over midnight', 'time,role,text\n23:59:58,agent,a\n00:00:03,user,b', [86_398_000, 86_403_000]],
  ])('are %s', async (_, content, starts) => {
    const { calls, failures, warnings } = await read(content);
    expect(calls[0]?.turns.map(({ start }) => start)).toEqual(starts);
    expect([failures, warnings]).toEqual([[], []]);
  });

  it('put rows of one second that come newest first the right way round', async () => {
    const { shown } = await read('time,role,text\n00:09,agent,d\n00:09,user,c\n00:01,agent,b\n00:01,user,a');
    expect(shown).toEqual(['f: customer a | agent b | customer c | agent d']);
  });

  it('leave rows as they stand where a time is missing, or where turns are numbered', async () => {
    expect((await read('time,role,text\n00:09,agent,a\n,user,b\n00:01,agent,c')).shown).toEqual([
      'f: agent a | customer b | agent c',
    ]);
    expect((await read('turn,start_s,role,text\n0,9,agent,a\n1,8,user,b\n2,8.5,agent,c')).shown).toEqual([
      'f: agent a | customer b | agent c',
    ]);
    expect((await read('turn,role,text\n3,agent,c\n2,user,b\n1,agent,a')).shown).toEqual([
      'f: agent a | customer b | agent c',
    ]);
  });
});

describe('a table of a row a call', () => {
  const inEnglish = 'call_id,agent_name,duration,created_at,transcript';
  it.each<[string, string, string, string[]]>([
    [
      'lines with labels',
      'f.csv',
      `${inEnglish}\n7,Jo,60,2026-03-01 10:00,"Agent: Hello\nCustomer: My order\nAgent: Sorry"\n8,Mo,50,2026-03-02 10:00,"Agent: Hi\nCustomer: Hey"`,
      ['7: agent Hello | customer My order | agent Sorry', '8: agent Hi | customer Hey'],
    ],
    [
      'lines with labels, in Chinese',
      'f.csv',
      '通话编号,坐席工号,对话内容\n7,8021,"坐席：您好\n客户：退款"\n8,8022,"坐席：喂\n客户：在吗"',
      ['7: agent 您好 | customer 退款', '8: agent 喂 | customer 在吗'],
    ],
    [
      'lines that are not broken',
      'f.csv',
      'id,conversation\n7,Agent: Hello. Customer: My order? Agent: Sorry.\n8,坐席：您好客户：退款坐席：好的',
      ['7: agent Hello. | customer My order? | agent Sorry.', '8: agent 您好 | customer 退款 | agent 好的'],
    ],
    [
      'other signs for a break',
      'f.tsv',
      'call_id\ttranscript\n7\tAgent: Hello<br>Customer: Late\n8\tAgent: Hi\\nCustomer: Hey\n9\tAgent: Yo | Customer: Oh',
      ['7: agent Hello | customer Late', '8: agent Hi | customer Hey', '9: agent Yo | customer Oh'],
    ],
    [
      'JSON',
      'f.csv',
      'chat id,messages,transcript\n7,2,"[{""role"":""agent"",""content"":""Hello""},{""role"":""user"",""content"":""Hi""}]"\n',
      ['7: agent Hello | customer Hi'],
    ],
    [
      'subtitles',
      'f.csv',
      'call_id,transcript\n7,"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hello</v>\n\n00:03.000 --> 00:04.000\n<v Customer>Hi</v>"',
      ['7: agent Hello | customer Hi'],
    ],
    [
      'lines with labels, in a file of another name',
      'f.txt',
      'call_id,transcript\n7,"Agent: Hello\nCustomer: Hi"\n8,"Agent: Yes\nCustomer: No"',
      ['7: agent Hello | customer Hi', '8: agent Yes | customer No'],
    ],
  ])('holds %s', async (_, path, content, expected) => {
    const { shown, failures } = await read(content, path);
    expect([shown, failures]).toEqual([expected, []]);
  });

  it('says of each call what its row says', async () => {
    const [item] = await itemsOf(`${inEnglish}\n7,Jo,60,2026-03-01 10:00,"Agent: a\nCustomer: b"`, {
      path: 'f.csv',
    });
    expect(item).toMatchObject({
      call: { id: '7', agent: { name: 'Jo' }, startedAt: '2026-03-01T10:00', meta: { duration: '60' } },
      source: { path: 'f.csv', line: 2 },
    });
  });

  it('loses no other call for a cell that holds none', async () => {
    const { shown, failures } = await read(
      'call_id,transcript\n7,"Agent: a\nCustomer: b"\n8,\n9,"Agent: c\nCustomer: d"\n10',
    );
    expect(shown).toEqual(['7: agent a | customer b', '9: agent c | customer d']);
    expect(failures).toEqual(['input-empty 4', 'csv-row 7']);
  });

  it('is told from a transcript that was named .csv', async () => {
    expect((await read('Agent: Hello, how can I help?\nCustomer: My order, it is late')).shown).toEqual([
      'f: agent Hello, how can I help? | customer My order, it is late',
    ]);
  });

  it('is an error where its cells hold no transcript', async () => {
    expect((await read('call_id,transcript\n7,hello\n8,bye')).failures).toEqual(['csv-columns 1']);
  });

  it('is streamed where it is large', async () => {
    const padding = 'so much to say '.repeat(700);
    const body = Array.from({ length: 450 }, (_, at) => `${at},"Agent: ${padding}\nCustomer: ${at}"`);
    const { calls, failures } = await read(rows('call_id,transcript', ...body));
    expect(failures).toEqual([]);
    expect(calls.map(({ id, turns }) => [id, turns[1]?.text])).toEqual(
      body.map((_, at) => [String(at), String(at)]),
    );
  });
});
