/** The words behind the commonest findings. */
import type { FindingWords, Sample } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { byText } from '../../result/by-text.ts';
import { frequent, type Frequent } from './frequent.ts';

const criteriaShown = 10;
const wordsShown = 5;
const samplesShown = 3;
/** Different words held for a criterion. */
const wordsHeld = 2000;

export interface BehindFindings {
  readonly add: (record: CallRecord, number: number) => void;
  readonly finish: () => readonly FindingWords[];
}

interface Behind {
  calls: number;
  readonly words: Frequent;
  /** How words were written when they came first. */
  readonly written: Map<string, string>;
  /** In the order in which they are shown: of words that no sample has yet, of words that one has, and of none. */
  readonly samples: Readonly<Record<SampleKind, Sample[]>>;
  readonly sampled: Set<string>;
}

type SampleKind = 'fresh' | 'again' | 'wordless';

/**
 * Collects the words that findings on the scorecard rest on; for an absence, only the calls in which something was missing.
 */
export function createBehindFindings(): BehindFindings {
  const found = new Map<string, Behind>();
  return {
    add: ({ id, findings }, number) => {
      for (const { criterion, words, sentence, turn, unscored } of findings) {
        // It is a finding only where a verdict rests on it: a count of those is none of how often it was not met.
        if (unscored === true) continue;
        let behind = found.get(criterion);
        if (behind === undefined) {
          behind = {
            calls: 0,
            words: frequent(wordsHeld, 1),
            written: new Map(),
            samples: { fresh: [], again: [], wordless: [] },
            sampled: new Set(),
          };
          found.set(criterion, behind);
        }
        behind.calls += 1;
        const key = words === undefined ? undefined : sameWords(words);
        if (key !== undefined) {
          behind.words.add(key, 0);
          if (behind.written.size < wordsHeld && !behind.written.has(key))
            behind.written.set(key, words!.trim());
        }
        // Samples of different words tell more than one quote three times.
        const kind: SampleKind =
          sentence === undefined ? 'wordless' : behind.sampled.has(key ?? '') ? 'again' : 'fresh';
        const samples = behind.samples[kind];
        if (samples.length < samplesShown) {
          if (kind === 'fresh') behind.sampled.add(key ?? '');
          samples.push({
            number,
            id,
            ...(turn === undefined ? {} : { turn }),
            ...(sentence === undefined ? {} : { quote: sentence.trim() }),
          });
        }
      }
    },
    finish: () =>
      [...found]
        .sort(([a, { calls: left }], [b, { calls: right }]) => right - left || byText(a, b))
        .slice(0, criteriaShown)
        .map(([criterion, { calls, words, written, samples }]) => ({
          criterion,
          calls,
          words: [...words.entries()]
            .map(([key, counts]) => ({ key, calls: counts[0]! }))
            .sort((a, b) => b.calls - a.calls || byText(a.key, b.key))
            .slice(0, wordsShown)
            .map((one) => ({ words: written.get(one.key) ?? one.key, calls: one.calls })),
          samples: [...samples.fresh, ...samples.again, ...samples.wordless].slice(0, samplesShown),
        })),
  };
}

/** Words that differ only in case, spaces and the marks at their ends are the same. */
function sameWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}
