/** Finds phrases of a pack's rules for scripts in a text; they are compiled when they are first asked for. */
import { listResolver } from '../pack/list-resolver.ts';
import type { Pack } from '../pack/model.ts';
import type { WrittenPhrase } from '../pack/model/origin.ts';
import { compilePhrases } from '../phrases/compile.ts';
import { Matcher } from '../phrases/match.ts';
import { parsePhrase } from '../phrases/parse.ts';

/** Where phrases stand in a text: `[start, end)` in UTF-16 code units, by phrase, then by place. */
export type FindPhrases = (
  phrases: readonly WrittenPhrase[],
  text: string,
) => readonly { readonly start: number; readonly end: number }[];

/** A finder that keeps what it compiled, by the list of phrases. */
export function phraseFinder({ lists }: Pack): FindPhrases {
  const list = listResolver(lists);
  const matchers = new Map<readonly WrittenPhrase[], Matcher>();
  return (phrases, text) => {
    if (phrases.length === 0) return [];
    let matcher = matchers.get(phrases);
    if (matcher === undefined) {
      matcher = new Matcher(compilePhrases(phrases.map((phrase) => parsePhrase(phrase.text, list))));
      matchers.set(phrases, matcher);
    }
    const units = matcher.read(text);
    return matcher.hits().map(({ first, last }) => ({ start: units.starts[first]!, end: units.ends[last]! }));
  };
}
