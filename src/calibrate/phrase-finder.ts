/** Which phrase it was: the pack's phrases behind the moments of a call. */
import type { Call } from '../call/call.ts';
import { stretchesOf, type Span } from '../call/stretch.ts';
import { passageOf, spansOf } from '../detect/passage.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { WrittenPhrase } from '../pack/model/origin.ts';
import { Matcher } from '../phrases/match.ts';

/** One phrase of a moment, found in a call, whether the moment was meant there or not. */
export interface PhraseFind {
  readonly moment: MomentRule;
  readonly phrase: WrittenPhrase;
  readonly speaker: MomentRule['speaker'];
  /** In order, never empty. */
  readonly parts: readonly [Span, ...Span[]];
}

/** Sets a pack up for any number of calls: by call, every hit of every phrase, before guards and exceptions. */
export function createPhraseFinder(compiled: CompiledPack): (call: Call) => readonly PhraseFind[] {
  const listeners = compiled.layers.flatMap((layer) =>
    (['agent', 'customer'] as const).map((speaker) => {
      const { phrases, moments } = layer[speaker];
      const written = new Map<number, Pick<PhraseFind, 'moment' | 'phrase'>>();
      for (const [index, [from]] of Object.entries(moments)) {
        const moment = compiled.pack.moments[Number(index)]!;
        for (const [place, phrase] of moment.phrases.entries()) written.set(from + place, { moment, phrase });
      }
      return { speaker, matcher: new Matcher(phrases), ranges: Object.values(moments), written };
    }),
  );
  return (call) =>
    stretchesOf(call).flatMap((stretch) => {
      const passage = passageOf(call, stretch);
      return listeners
        .filter(({ speaker }) => speaker === stretch.speaker)
        .flatMap(({ speaker, matcher, ranges, written }) => {
          const units = matcher.read(passage.text);
          const hits = ranges.flatMap(([from, to]) => matcher.hits(from, to));
          return hits.flatMap(({ phrase, first, last }): readonly PhraseFind[] => {
            const found = written.get(phrase);
            if (found === undefined) return [];
            const parts = spansOf(passage, units.starts[first]!, units.ends[last]!);
            return [{ ...found, speaker, parts }];
          });
        });
    });
}

/** Whether a phrase stands behind a moment: the moment's words hold its beginning. */
export function standsBehind(
  { moment, parts: [start] }: PhraseFind,
  id: string,
  parts: readonly Span[],
): boolean {
  return (
    moment.id === id &&
    parts.some((part) => part.turn === start.turn && part.start <= start.start && start.start < part.end)
  );
}
