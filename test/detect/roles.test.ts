import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { inferRoles } from '../../src/detect/roles.ts';

/** Hears what stands in braces, as if it were moments: `{apology}` is the agent's, `{!anger}` the customer's. */
const heard = (text: string) =>
  [...text.matchAll(/\{(!?)([a-z-]+)\}/gu)].map(([, bang, id]) => ({
    id: id!,
    speaker: bang === '!' ? ('customer' as const) : ('agent' as const),
  }));

/** `S0: …` is an unknown voice, `agent: …` or `customer: …` a known side, `: …` a voice that is not told apart. */
function call(...lines: readonly string[]): Call {
  return {
    id: 'c',
    turns: lines.map((line) => {
      const [, who, text] = /^(\w*): (.*)$/u.exec(line)!;
      if (who === '') return { speaker: 'unknown', text: text! };
      const known = who === 'agent' || who === 'customer';
      return { speaker: known ? who : 'unknown', participant: who!, text: text! };
    }),
  };
}

const sidesOf = (one: Call) => inferRoles(one, heard).turns.map(({ speaker }) => speaker);

describe('sides', () => {
  it.each([
    [
      'an agent and a customer, by both sides’ evidence',
      ['S0: {greeting}', 'S1: {!problem}', 'S0: {apology}'],
      ['agent', 'customer', 'agent'],
    ],
    ['whoever speaks first', ['S1: {!anger}', 'S0: Go on.'], ['customer', 'agent']],
    ['by one voice alone, where the other says nothing', ['S0: Hm.', 'S1: {lookup}'], ['customer', 'agent']],
    ['not by a moment that both say', ['S0: {explanation}', 'S1: {timeframe}'], ['unknown', 'unknown']],
    ['not without any evidence', ['S0: Hello.', 'S1: Hello.'], ['unknown', 'unknown']],
    ['not one voice alone', ['S0: {greeting}', 'S0: {apology}'], ['unknown', 'unknown']],
    [
      'not voices that are not told apart',
      [': {greeting}', ': {!problem}', ': {apology}'],
      ['unknown', 'unknown', 'unknown'],
    ],
    ['the other side of one that is known', ['agent: {greeting}', 'S1: Hello.'], ['agent', 'customer']],
    [
      'against that, where their words say so',
      ['agent: {greeting}', 'S1: {escalation}', 'customer: Hi.'],
      ['agent', 'agent', 'customer'],
    ],
    [
      'not by a greeting that anybody answers with',
      ['S0: Hello? {greeting}', 'S1: 喂，您好{greeting}'],
      ['unknown', 'unknown'],
    ],
    [
      'a company that calls, by what it says of itself',
      ['S0: Hello? {greeting}', 'S1: {company-introduction}{!problem}', 'S0: {!callback-thanks}'],
      ['customer', 'agent', 'customer'],
    ],
    [
      'a third voice where its own words put it',
      ['S0: {greeting}', 'S1: {!anger}', 'S2: {apology}{escalation}'],
      ['agent', 'customer', 'agent'],
    ],
  ] as const)('%s', (_what, lines, sides) => expect(sidesOf(call(...lines))).toEqual(sides));

  it('takes whoever speaks first in a call that the company made for the one that is called', () => {
    const one = call('S0: Yes?', 'S1: So.', 'S0: {!problem}');
    expect(sidesOf(one)).toEqual(['customer', 'agent', 'customer']);
    const other = call('S0: {lookup}', 'S1: So.');
    expect(sidesOf(other)).toEqual(['agent', 'customer']);
    expect(sidesOf({ ...other, direction: 'outbound' })).toEqual(['unknown', 'unknown']);
    expect(sidesOf({ ...other, direction: 'inbound' })).toEqual(['agent', 'customer']);
  });

  it('leaves a call with known sides as it is', () => {
    const one = call('agent: {!anger}', 'customer: {apology}');
    expect(inferRoles(one, heard)).toBe(one);
  });
});

describe('confidence', () => {
  const confidence = (...lines: readonly string[]) => inferRoles(call(...lines), heard).roles?.confidence;

  it('grows with the evidence', () => {
    const little = confidence('S0: {!problem}', 'S1: Ok.')!;
    const more = confidence('S0: {!problem}', 'S1: {apology}')!;
    const much = confidence('S0: {!problem}{!anger}', 'S1: {apology}{lookup}')!;
    expect(little).toBeGreaterThan(0.5);
    expect(more).toBeGreaterThan(little);
    expect(much).toBeGreaterThan(more);
    expect(much).toBeLessThan(1);
  });

  it('does not grow with the same thing again', () => {
    expect(confidence('S0: {!problem}{!problem}', 'S1: Ok.')).toBe(confidence('S0: {!problem}', 'S1: Ok.'));
  });

  it('is absent where nothing was inferred', () => {
    expect(confidence('S0: Hello.', 'S1: Hello.')).toBeUndefined();
  });

  it('names the participants as well', () => {
    const one: Call = {
      ...call('S0: {greeting}', 'S1: {!problem}'),
      participants: [
        { id: 'S0', speaker: 'unknown' },
        { id: 'S1', speaker: 'unknown' },
      ],
    };
    expect(inferRoles(one, heard).participants?.map(({ speaker }) => speaker)).toEqual(['agent', 'customer']);
  });
});
