/** What the built-in pack decides on each allegation, and who bears it. */
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../src/batch/evaluate.ts';
import type { Call, CallEvent, Note, Turn } from '../../src/call/call.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import type { VerdictResult } from '../../src/result/result.ts';

const evaluator = createEvaluator(builtinPack(), { tool: 'callqa/0.0.0', redact: false });

/** `A words`, `C words`, `hangup` by the agent, `dropped` by the customer; a line each. */
function callFrom(text: string, rest: Partial<Call> = {}): Call {
  const turns: Turn[] = [];
  const events: CallEvent[] = [];
  for (const line of text.trim().split('\n')) {
    const written = line.trim();
    if (written === 'hangup') events.push({ kind: 'disconnect', by: 'agent', afterTurn: turns.length - 1 });
    else if (written === 'left')
      events.push({ kind: 'disconnect', by: 'customer', afterTurn: turns.length - 1 });
    else turns.push({ speaker: written.startsWith('A ') ? 'agent' : 'customer', text: written.slice(2) });
  }
  return { id: 'c', turns, events, ...rest };
}

function verdictOn(allegation: string, text: string, notes?: readonly Note[]): VerdictResult {
  const call = callFrom(text, { allegations: [allegation], ...(notes && { notes }) });
  return evaluator.score(call, { path: 'c.txt', sha256: '0'.repeat(64) }).verdicts[0]!;
}

const helped = {
  en: `
    A Hello, this is Ann, how can I help you?
    C My parcel has not arrived and I am really upset.
    A I completely understand how upsetting that is, and I'm sorry that it is late. Please don't worry, let me look into it for you.
    A I can see that the courier lost it. I have sent you a new one today, it arrives tomorrow.
    C Great, thank you so much.
    A You're welcome. Thank you for calling, goodbye.`,
  zh: `
    A 您好,请问有什么可以帮您?
    C 我的包裹还没到,真是急死人了。
    A 非常理解您的心情,实在抱歉让您久等了。您别着急,我马上为您查询。
    A 查到了,包裹在转运中心滞留了,我已经为您补发了一件,明天送到。
    C 好的,谢谢你。
    A 不客气,感谢您的来电,再见。`,
};
const cold = {
  en: `
    A Hello, this is Ann, how can I help you?
    C My parcel has not arrived.
    A Let me look into it for you. I can see that it is late, I have sent you a new one today.
    C Thank you.
    A Thank you for calling, goodbye.`,
  zh: `
    A 您好,请问有什么可以帮您?
    C 我的包裹还没到。
    A 我马上为您查询。查到了,还在路上,我已经为您补发了一件。
    C 好的,谢谢。
    A 感谢您的来电,再见。`,
};
const sentOff = {
  en: `
    A Hello, this is Ann, how can I help you?
    C My parcel has not arrived.
    A You can track it yourself on our website.
    C I don't want to do it myself, can't you do that for me?
    A You can also check it yourself by text message.
    C That doesn't help me at all.
    A Please wait for the text message.`,
  zh: `
    A 您好,请问有什么可以帮您?
    C 我的包裹还没到。
    A 您可以自己在网上查询。
    C 我不想自己查,你帮我查不行吗?
    A 您也可以自己发短信查询。
    C 你这样说没用。
    A 请您耐心等待。`,
};
const rude = {
  en: `
    A Hello, this is Ann, how can I help you?
    C My parcel has not arrived.
    A Are you stupid? Look at the website.`,
  zh: `
    A 您好,请问有什么可以帮您?
    C 我的包裹还没到。
    A 你听不懂人话吗?自己上网查。`,
};
const hungUp = {
  en: `
    A Hello, this is Ann, how can I help you?
    C My parcel has not arrived and nobody tells me why.
    A I can't help you with that.
    C But I need it today!
    hangup`,
  zh: `
    A 您好,请问有什么可以帮您?
    C 我的包裹还没到,也没人告诉我为什么。
    A 这个我帮不了您。
    C 可是我今天就要用!
    hangup`,
};
const open = { en: hungUp.en.replace('hangup', ''), zh: hungUp.zh.replace('hangup', '') };
const unknownSides = (text: string): Call => {
  const call = callFrom(text);
  return { ...call, turns: call.turns.map((turn) => ({ ...turn, speaker: 'unknown' as const })) };
};

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it.each([
    ['handling', 'upheld', sentOff],
    ['handling', 'not-upheld', helped],
    ['attitude', 'upheld', rude],
    ['attitude', 'not-upheld', helped],
    ['no-help', 'upheld', sentOff],
    ['no-help', 'not-upheld', helped],
    ['hung-up', 'upheld', hungUp],
    ['hung-up', 'not-upheld', helped],
    ['brushed-off', 'upheld', sentOff],
    ['brushed-off', 'not-upheld', helped],
  ] as const)('%s is %s', (allegation, expected, text) => {
    const verdict = verdictOn(allegation, text[language]);
    expect(verdict.verdict).toBe(expected);
    expect(verdict.source).toBe('filed');
    if (expected === 'upheld') expect(verdict.responsibility).toBe('agent');
  });

  it('attitude over clean words without any sign of acknowledgement is for the voice to decide', () => {
    expect(verdictOn('attitude', cold[language])).toMatchObject({
      verdict: 'insufficient-evidence',
      reason: 'voice-not-heard',
      responsibility: null,
      counterfactuals: [],
    });
  });

  it('hung-up is not decided where the end is not on record', () => {
    expect(verdictOn('hung-up', open[language])).toMatchObject({
      verdict: 'insufficient-evidence',
      reason: 'not-evaluated',
      because: ['hang-up-protocol'],
    });
  });

  it.each(['handling', 'no-help', 'brushed-off'])('%s is not decided where nobody knows who speaks', (id) => {
    const call = { ...unknownSides(sentOff[language]), allegations: [id] };
    expect(evaluator.score(call, { path: 'c.txt', sha256: '0'.repeat(64) }).verdicts[0]).toMatchObject({
      verdict: 'insufficient-evidence',
      reason: 'not-evaluated',
    });
  });

  it('what would have changed it leads there', () => {
    const { counterfactuals, verdict } = verdictOn('brushed-off', sentOff[language]);
    expect(verdict).toBe('upheld');
    expect(counterfactuals.length).toBeGreaterThan(0);
    for (const each of counterfactuals) expect(each.verdict).not.toBe('upheld');
  });
});

describe('who bears it', () => {
  const said = (fault: string, opening = 'My parcel has not arrived and I am really upset.') => `
    A Hello, this is Ann, how can I help you?
    C ${opening}
    A I completely understand how upsetting that is, and I'm so sorry. Please don't worry, let me look into it for you.
    A ${fault}
    C Oh, I see.`;

  it.each([
    ['the process', said('I can see that there was an error in our system.'), 'process'],
    ['a third party', said('I can see that the courier lost your parcel.'), 'third-party'],
    [
      'the customer',
      said('I can see that it went to your old address.').replace('Oh, I see', 'Oh, that was my mistake'),
      'customer',
    ],
    [
      'an agent who did not look',
      said('Please wait for the text message. There was an error in our system.').replace(
        ', let me look into it for you',
        '',
      ),
      'agent',
    ],
  ] as const)('%s', (_, text, expected) => {
    const { verdict, responsibility } = verdictOn('no-help', text);
    expect(['upheld', 'partly-upheld']).toContain(verdict);
    expect(responsibility).toBe(expected);
  });
});
