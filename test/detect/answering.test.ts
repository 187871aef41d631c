import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../src/call/call.ts';
import { answeringMoments } from '../../src/detect/answering.ts';
import type { DetectedStretch } from '../../src/detect/detected.ts';
import type { Moment } from '../../src/detect/moment.ts';
import type { MomentRule } from '../../src/pack/model/moment-rule.ts';

const rule = {
  id: 'rejection',
  speaker: 'customer',
  title: { en: 'r', zh: '拒' },
  phrases: [],
  answering: { heard: ['anger', 'problem'], to: ['advice', 'apology'], unless: ['question'] },
  unless: [],
  negation: 'off',
  quotation: 'off',
  examples: { hit: [], miss: [], 'known-miss': [], 'known-false-hit': [] },
  origin: { file: 'r.yaml', line: 1, column: 1 },
} as const satisfies MomentRule;

/** `a: apology` is a stretch of the agent's with that moment; `c~:` is nothing but backchannel. */
function added(...lines: readonly string[]): readonly string[] {
  const moments: Moment[] = [];
  const stretches = lines.map((line, index): DetectedStretch => {
    const [, who, ids] = /^([ac]~?):\s*(.*)$/u.exec(line)!;
    const speaker: Speaker = who!.startsWith('a') ? 'agent' : 'customer';
    for (const [place, id] of ids!.split(' ').filter(Boolean).entries()) {
      const span = { turn: index, start: place, end: place + 1 };
      moments.push({ id, speaker, participant: undefined, stretch: index, parts: [span] });
    }
    const backchannel = who!.endsWith('~');
    return { index, speaker, participant: undefined, firstTurn: index, lastTurn: index, backchannel };
  });
  return answeringMoments([rule])(moments, stretches).map(
    ({ id, stretch, parts: [{ start }] }) => `${id} ${stretch}.${start}`,
  );
}

describe('a moment that stands for others in an answer', () => {
  it.each([
    ['what is said to advice', ['a: advice', 'c: anger'], ['rejection 1.0']],
    ['on the first words that are heard', ['a: apology', 'c: thanks problem anger'], ['rejection 1.1']],
    ['not what is said first', ['c: anger', 'a: advice'], []],
    ['not what answers something else', ['a: greeting', 'c: anger'], []],
    ['not what answers a question', ['a: apology question', 'c: problem'], []],
    ['not where it stands already', ['a: advice', 'c: rejection anger'], []],
    ['not other moments', ['a: advice', 'c: thanks'], []],
    ['over backchannel in between', ['a: advice', 'c~:', 'a~:', 'c: anger'], ['rejection 3.0']],
    ['over the agent’s own backchannel', ['a: advice', 'a~:', 'c: anger'], ['rejection 2.0']],
    [
      'each answer for itself',
      ['a: advice', 'c: anger', 'a: advice', 'c: problem'],
      ['rejection 1.0', 'rejection 3.0'],
    ],
  ] as const)('%s', (_what, lines, expected) => expect(added(...lines)).toEqual(expected));
});
