import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../src/call/call.ts';
import { itemsOf, sorted } from './content.ts';

const speakers = new Map<string, Speaker>([['Maria', 'agent']]);
const vtt = (body: string) => itemsOf(`WEBVTT\n\n${body}`, { path: 'f.vtt', speakers });
const srt = (body: string) => itemsOf(body, { path: 'f.srt', speakers });
/** Each turn as `speaker/participant start-end text`. */
const turnsOf = async (items: ReturnType<typeof itemsOf>) => {
  const { calls, failures } = sorted(await items);
  expect(failures).toEqual([]);
  return calls[0]?.turns.map(({ speaker, participant, start, end, text }) => {
    const who = participant === undefined ? speaker : `${speaker}/${participant}`;
    return `${who} ${start}-${end} ${text}`;
  });
};
const at = '00:01.000 --> 00:02.500\n';

describe('WebVTT', () => {
  it.each<[string, string, string[]]>([
    ['a voice with its end', `${at}<v Agent>Hello</v>`, ['agent 1000-2500 Hello']],
    ['a voice without one', `${at}<v Agent>Hello`, ['agent 1000-2500 Hello']],
    ['a voice with classes', `${at}<v.loud.first Maria>Hello`, ['agent/Maria 1000-2500 Hello']],
    ['a voice over lines', `${at}<v Agent>Hello\nthere</v>`, ['agent 1000-2500 Hello there']],
    ['a voice over Chinese lines', `${at}<v 客服>您好，\n请讲</v>`, ['agent 1000-2500 您好，请讲']],
    ['a name with an escape', `${at}<v A &amp; B>Hi`, ['unknown/A & B 1000-2500 Hi']],
    [
      'two voices in a cue',
      `${at}<v Agent>Hi <v Customer>Yes`,
      ['agent 1000-2500 Hi', 'customer 1000-2500 Yes'],
    ],
    [
      'talk outside the voice',
      `${at}<v Agent>Hi</v> noise`,
      ['agent 1000-2500 Hi', 'unknown 1000-2500 noise'],
    ],
    [
      'a cue without a voice',
      `${at}<v Agent>Hi\n\n${at}Yes`,
      ['agent 1000-2500 Hi', 'unknown 1000-2500 Yes'],
    ],
    [
      'names before colons',
      `${at}Agent: Hi\n\n${at}Bo Li: a\n\n${at}Bo Li: b`,
      ['agent 1000-2500 Hi', 'unknown/Bo Li 1000-2500 a', 'unknown/Bo Li 1000-2500 b'],
    ],
    [
      'a remark that is no name',
      `${at}Agent: Hi\n\n${at}Total: 5`,
      ['agent 1000-2500 Hi', 'agent 1000-2500 Total: 5'],
    ],
    ['a clock that is no name', `${at}Agent: At\n10:30`, ['agent 1000-2500 At 10:30']],
    [
      'names in round brackets',
      `${at}(Agent)\nHi\n\n${at}(客户) 你好`,
      ['agent 1000-2500 Hi', 'customer 1000-2500 你好'],
    ],
    [
      'names in square brackets',
      `${at}[Bo] a\n\n${at}[Bo] b`,
      ['unknown/Bo 1000-2500 a', 'unknown/Bo 1000-2500 b'],
    ],
    [
      'sounds in brackets',
      `${at}[Music] a\n\n${at}[Music] b`,
      ['unknown 1000-2500 [Music] a', 'unknown 1000-2500 [Music] b'],
    ],
    ['dashes', `${at}- Agent: Hi\n- Customer: Yes`, ['agent 1000-2500 Hi', 'customer 1000-2500 Yes']],
    ['dashes without names', `${at}- Hi\n- Yes`, ['unknown 1000-2500 Hi', 'unknown 1000-2500 Yes']],
    ['one dash, which is a word', `${at}- 5 degrees`, ['unknown 1000-2500 - 5 degrees']],
    ['chevrons', `${at}&gt;&gt; AGENT: Hi\n&gt;&gt; Yes`, ['agent 1000-2500 Hi', 'unknown 1000-2500 Yes']],
    [
      'a cue without a label, after one',
      `${at}Agent: Hi\n\n${at}there`,
      ['agent 1000-2500 Hi', 'agent 1000-2500 there'],
    ],
    [
      'hours and settings',
      '01:00:01.000 --> 01:00:02.000 align:start line:0\n<v Agent>Hi',
      ['agent 3601000-3602000 Hi'],
    ],
    ['an identifier', `5f2b-9e/12-0\n${at}<v Agent>Hi`, ['agent 1000-2500 Hi']],
    [
      'entities',
      `${at}<v Agent>a &amp; b &lt;c&gt; &#39;d&#x27; &nope;`,
      ["agent 1000-2500 a & b <c> 'd' &nope;"],
    ],
    [
      'inner tags',
      `${at}<v Agent><i>so</i> <b.x>very</b> <c.red><u>good</u></c> <lang en>day</lang>`,
      ['agent 1000-2500 so very good day'],
    ],
    ['what is no tag', `${at}<v Agent>1 < 2, <unk> and <Hm>`, ['agent 1000-2500 1 < 2, <unk> and <Hm>']],
    [
      'notes, styles and regions',
      `NOTE x\nagent: no\n\nSTYLE\n::cue { }\n\nREGION\nid:a\n\n${at}<v Agent>Hi\n\nNOTE`,
      ['agent 1000-2500 Hi'],
    ],
    [
      'an empty line inside a cue',
      `${at}<v Agent>Hi</v>\n\nthere\n\n${at}<v Agent>you`,
      ['agent 1000-2500 Hi', 'unknown 1000-2500 there', 'agent 1000-2500 you'],
    ],
    [
      'cues without an empty line',
      `1\n${at}<v Agent>Hi\n2\n${at}<v Agent>you`,
      ['agent 1000-2500 Hi', 'agent 1000-2500 you'],
    ],
  ])('reads %s', async (_, body, turns) => {
    expect(await turnsOf(vtt(body))).toEqual(turns);
  });

  it('takes the times of words, the language and confidences from where they are', async () => {
    const { calls } = sorted(
      await vtt(
        `NOTE language:en-us\n\nNOTE Confidence: 0.5\n\n${at}<v Agent>one <00:01.500><c>two</c> <00:02.000>three`,
      ),
    );
    expect(calls[0]).toEqual({
      id: 'f',
      language: 'en-us',
      turns: [
        {
          speaker: 'agent',
          text: 'one two three',
          start: 1000,
          end: 2500,
          confidence: 0.5,
          words: [
            { text: 'one', start: 1000, end: 1500 },
            { text: 'two', start: 1500, end: 2000 },
            { text: 'three', start: 2000, end: 2500 },
          ],
        },
      ],
    });
  });

  it('takes events from cues, and gives them to nobody', async () => {
    const { calls } = sorted(
      await vtt(`${at}Agent: One moment\n\n00:03.000 --> 00:03.000\n[hold]\n\n${at}Agent: Back`),
    );
    expect(calls[0]?.events).toEqual([{ kind: 'hold', at: 3000, afterTurn: 0 }]);
    expect(calls[0]?.turns).toHaveLength(2);
  });

  it.each([
    ['x --> y\n<v Agent>Hi', ['cue-time 3'], 'agent undefined-undefined Hi'],
    ['00:05.000 --> 00:04.000\n<v Agent>Hi', ['cue-time 3'], 'agent 5000-undefined Hi'],
  ])('keeps the words of %j, whose times cannot be read', async (body, failures, turn) => {
    const read = sorted(await vtt(body));
    expect(read.failures).toEqual(failures);
    const [first] = read.calls[0]!.turns;
    expect(`${first!.speaker} ${first!.start}-${first!.end} ${first!.text}`).toBe(turn);
  });

  it('of no words is a failure', async () => {
    expect(sorted(await vtt('NOTE nothing')).failures).toEqual(['input-empty']);
  });
});

describe('SRT', () => {
  const time = '00:00:01,000 --> 00:00:02,500\n';
  it.each<[string, string, string[]]>([
    [
      'numbers',
      `1\n${time}Agent: Hi\n\n2\n${time}Customer: Yes`,
      ['agent 1000-2500 Hi', 'customer 1000-2500 Yes'],
    ],
    ['no numbers, points', `00:00:01.000 --> 00:00:02.500\n[Agent] Hi`, ['agent 1000-2500 Hi']],
    ['a mark', `\ufeff1\n${time}(Customer) Yes`, ['customer 1000-2500 Yes']],
    [
      'HTML',
      `1\n${time}Agent: <font color="#fff">Hi</font><br>you {\\an8}<i>there</i>`,
      ['agent 1000-2500 Hi you there'],
    ],
    ['two speakers', `1\n${time}- Agent: Hi\n- 客户：好`, ['agent 1000-2500 Hi', 'customer 1000-2500 好']],
    [
      'an empty line inside',
      `1\n${time}Agent: Hi\n\nthere\n\n2\n${time}Agent: you`,
      ['agent 1000-2500 Hi there', 'agent 1000-2500 you'],
    ],
    [
      'a text of digits',
      `1\n${time}Agent: My number\n\n2\n${time}42\n\n3\n${time}43`,
      ['agent 1000-2500 My number', 'agent 1000-2500 42', 'agent 1000-2500 43'],
    ],
    [
      'cues without an empty line',
      `1\n${time}Agent: Hi\n2\n${time}Agent: you`,
      ['agent 1000-2500 Hi', 'agent 1000-2500 you'],
    ],
  ])('reads %s', async (_, body, turns) => {
    expect(await turnsOf(srt(body))).toEqual(turns);
  });
});
