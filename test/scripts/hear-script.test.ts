/** A script of which one piece changed is heard as if all of it were heard again, with less to hear. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { createDetector } from '../../src/detect/detect.ts';
import { hearAgain, hearScript, type HeardMoment } from '../../src/scripts/hear-script.ts';
import { builtinRules } from './builtin-rules.ts';
import { makeScript } from './make-script.ts';

const detect = createDetector(builtinRules);
const agents = [
  'Please calm down.',
  'What I can do is send you another one.',
  'You will hear from us within [X] hours.',
  "It's our policy, there's nothing I can do.",
  'I am so sorry, I have refunded it for you.',
  'You can check that on our website.',
  '我马上帮您换一台。',
  'Okay.',
];
const customers = [
  'customer: No, that does not help.',
  'customer: Mm-hm.',
  'customer: THIS IS NO GOOD TO ME!',
  'customer: 不行，我不接受。',
];

const told = (moment: HeardMoment): string => JSON.stringify(moment);

describe('a piece changed', () => {
  it.each([
    ['in a talk', [...agents, ...customers]],
    ['in a monologue', agents],
  ])('%s is heard as in the whole', (_, pool) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.constantFrom(...agents),
        (lines, at, line) => {
          const { pieces } = makeScript(lines);
          const own = pieces.flatMap(({ speaker }, index) => (speaker === 'agent' ? [index] : []));
          const index = own[at % Math.max(1, own.length)];
          if (index === undefined) return;
          const changed = makeScript([line]).pieces[0]!;
          const again = hearAgain(detect, hearScript(detect, pieces, []), index, changed);
          const whole = hearScript(detect, pieces.with(index, changed), []);
          expect(again.moments).toEqual(whole.moments);
          // It is asked whether something is held, not how many times it was heard.
          expect(new Set(again.held().map(told))).toEqual(new Set(whole.held().map(told)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is heard alone where nobody answers, and with a few beside it where somebody does', () => {
    const turns = (lines: readonly string[]): number => {
      const { pieces } = makeScript(lines);
      const heard = hearScript(detect, pieces, []);
      let most = 0;
      const counted = (call: Call) => {
        most = Math.max(most, call.turns.length);
        return detect(call);
      };
      hearAgain(counted, heard, 40, pieces[41]!);
      return most;
    };
    const many = Array.from({ length: 100 }, (_, index) => agents[index % agents.length]!);
    expect(turns(many)).toBe(2);
    expect(turns([...many.slice(0, 60), customers[0]!, ...many.slice(60)])).toBeLessThan(20);
  });
});
