/** Tables that have a column of words for each side. */
import { describe, expect, it } from 'vitest';
import { readShown as read, rows } from './content.ts';

describe('a column of words for each side', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the agent first',
      rows(
        'agent,customer',
        '"Hello, how may I help?",My order is late',
        'Let me look that up,Thank you so much',
      ),
      [
        'f: agent Hello, how may I help? | customer My order is late | agent Let me look that up | customer Thank you so much',
      ],
    ],
    [
      'the customer first, with ids',
      rows(
        'call_id,Customer Message,Agent Message',
        'k1,It came broken again,I am sorry to hear it',
        'k2,Where is my parcel now,One moment please sir',
      ),
      [
        'k1: customer It came broken again | agent I am sorry to hear it',
        'k2: customer Where is my parcel now | agent One moment please sir',
      ],
    ],
    [
      'a cell left empty, and one row of nothing',
      rows(
        'customerText,agentText',
        'It came broken again,',
        ',I am sorry to hear it',
        ',',
        'And what happens now?,',
      ),
      ['f: customer It came broken again | agent I am sorry to hear it | customer And what happens now?'],
    ],
    [
      'Chinese',
      rows('客服,客户', '您好请问有什么可以帮您,我的快递三天没到', '我马上帮您查,快点吧'),
      ['f: agent 您好请问有什么可以帮您 | customer 我的快递三天没到 | agent 我马上帮您查 | customer 快点吧'],
    ],
    [
      'Traditional Chinese',
      rows('客戶說,客服回覆', '我的包裹三天沒到,很抱歉我幫您查詢'),
      ['f: customer 我的包裹三天沒到 | agent 很抱歉我幫您查詢'],
    ],
  ])('is a turn of each: %s', async (_, content, shown) => {
    expect(await read(content)).toMatchObject({ shown, failures: [] });
    // Nothing but the columns says what a file without a name is.
    expect((await read(content, 'stdin')).shown).toEqual(shown.map((call) => call.replace(/^f:/u, 'stdin:')));
  });

  it('may have short cells, and a number for each row', async () => {
    const short = ['1,"Hello, Acme speaking",Hi', '2,"How can I help?",It is broken', '3,Calm down,No way'];
    const { shown } = await read(rows('id,agent,customer', ...short));
    expect(shown).toEqual([
      'f: agent Hello, Acme speaking | customer Hi | agent How can I help? | customer It is broken | agent Calm down | customer No way',
    ]);
  });

  it('may have cells of any length where its titles say that they are words', async () => {
    const { shown } = await read(rows('客服内容,客户内容', '您好,包裹没到', '好的,谢谢'));
    expect(shown).toEqual(['f: agent 您好 | customer 包裹没到 | agent 好的 | customer 谢谢']);
  });

  it('is told by the user where no title does', async () => {
    const content = rows('when,A,B', '00:01,Hi,Hello', '00:05,Bye,');
    const { calls, failures } = await read(content, 'f.csv', { agent: 'A', customer: 'B', start: 'when' });
    expect(calls[0]?.turns).toMatchObject([
      { speaker: 'agent', text: 'Hi', start: 1000 },
      { speaker: 'customer', text: 'Hello' },
      { speaker: 'agent', text: 'Bye' },
    ]);
    expect(failures).toEqual([]);
  });

  it('keeps times, metadata and the place of what cannot be read', async () => {
    const { calls, failures } = await read(
      rows(
        'start,agent,customer,team',
        '00:00:01,Hello how may I help you,,North',
        '00:00:05,,It came broken again,North',
        '00:00:09,short',
      ),
    );
    expect(calls).toMatchObject([
      {
        turns: [
          { speaker: 'agent', start: 1000 },
          { speaker: 'customer', start: 5000 },
        ],
        meta: { unreadLines: [4] },
      },
    ]);
    expect(failures).toEqual(['csv-row 4']);
  });

  it.each([
    ['names of people', rows('agent,customer', 'Ann,Bob Smith', 'Ann,Carl'), 'csv-columns'],
    [
      'the same words on every row',
      rows(
        'agent,customer',
        ...['late', 'broken', 'gone', 'lost'].map((how) => `Ann of the north team,It is ${how}`),
      ),
      'csv-columns',
    ],
    [
      'two agents',
      rows(
        'agent,supervisor,advisor,customer',
        'Hello how may I help,One moment please sir,Good morning to you,It came broken',
      ),
      'csv-columns',
    ],
  ])('is none where its cells are %s', async (_, content, code) => {
    expect((await read(content)).failures).toEqual([`${code} 1`]);
  });
});
