import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, type Cover } from '../../src/calibrate/check/covers.ts';
import { phraseGraph } from '../../src/calibrate/check/phrase-graph.ts';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { Matcher } from '../../src/phrases/match.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';

const does = (wide: string, narrow: string, cover: Cover): boolean =>
  covers(phraseGraph(parsePhrase(wide)), phraseGraph(parsePhrase(narrow)), cover);

it.each<[string, string, Cover, boolean]>([
  ['calm [yourself] down', 'calm down', 'whole', true],
  ['calm down', 'calm [yourself] down', 'whole', false],
  ['Calm DOWN', 'calm, down', 'whole', true],
  ['calm down', 'please calm down now', 'within', true],
  ['calm down', 'please calm down now', 'beginning', false],
  ['calm down', 'calm down now', 'beginning', true],
  ['calm down', '(please|do) calm (down|up)', 'within', false],
  ['冷静(一下|点)', '请你冷静一下', 'within', true],
  ['冷静(一下|点)', '請你冷靜點', 'within', true],
  ['冷静(一下|点)', '冷静', 'within', false],
  ['policy ... nothing', 'policy so nothing', 'whole', true],
  ['policy ...1 nothing', 'policy so there is nothing', 'within', false],
  ['policy ...4 nothing', 'policy ...3 nothing', 'whole', true],
  ['policy ...3 nothing', 'policy ...4 nothing', 'whole', false],
  ['policy so nothing', 'policy ... nothing', 'whole', false],
  ['apologi*', 'I apologised', 'within', true],
  ['apologi*', 'my apology', 'within', false],
  ['apolog*', 'I apologise', 'within', true],
  ['apolog*', 'apologi* now', 'within', true],
  ['apologi*', 'apolog* now', 'within', false],
  ["can't help", 'cannot help', 'whole', true],
  ['it is late', "it's late", 'whole', false],
  ["it's late", 'it is late', 'whole', true],
  ['in <duration>', 'in <duration> or so', 'within', true],
  ['in <duration>', 'in two days', 'within', false],
  ['^ hello', 'hello', 'whole', false],
  ['hello', '^ hello', 'whole', true],
  ['hello $', 'hello there', 'within', false],
  ['there $', 'hello there $', 'within', true],
  ['sorry', 'sorry ?', 'within', true],
  ['sorry ?', 'sorry', 'within', false],
])('%s / %s / %s: %s', (wide, narrow, cover, expected) => {
  expect(does(wide, narrow, cover)).toBe(expected);
});

describe('what it claims holds in texts', () => {
  const words = ['calm', 'down', 'not', '冷', '静'];
  const word = fc.constantFrom(...words);
  const piece = fc.oneof(
    { weight: 4, arbitrary: word },
    word.map((each) => `[${each}]`),
    fc.tuple(word, word).map((pair) => `(${pair.join('|')})`),
  );
  const phrase = fc
    .tuple(word, fc.array(piece, { maxLength: 3 }), fc.option(word, { nil: undefined }))
    .map(
      ([first, rest, last]) => `${[first, ...rest].join(' ')}${last === undefined ? '' : ` ...1 ${last}`}`,
    );
  const text = fc.array(fc.oneof({ weight: 6, arbitrary: word }, fc.constant('other')), { maxLength: 12 });
  it('by the matcher itself', () => {
    let claimed = 0;
    fc.assert(
      fc.property(phrase, phrase, fc.array(text, { minLength: 4, maxLength: 4 }), (wide, narrow, texts) => {
        const [whole, within] = [does(wide, narrow, 'whole'), does(wide, narrow, 'within')];
        expect(within || !whole).toBe(true);
        if (!within) return;
        claimed++;
        const matcher = new Matcher(compilePhrases([wide, narrow].map((each) => parsePhrase(each))));
        for (const said of texts) {
          matcher.read(said.join(' '));
          const hits = matcher.hits();
          for (const hit of hits.filter(({ phrase }) => phrase === 1)) {
            expect(
              hits.some((other) => other.phrase === 0 && other.first <= hit.last && other.last >= hit.first),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(claimed).toBeGreaterThan(20);
  });
});
