/** The phrases of a pack, tried: their syntax, and the lists that they name. */
import type { Failure } from '../call/failure.ts';
import { parseListLine, parsePhrase } from '../phrases/parse.ts';
import type { PhraseNode } from '../phrases/phrase.ts';
import { PhraseError } from '../phrases/phrase-error.ts';
import { cycles } from './cycles.ts';
import { didYouMean } from './issues.ts';
import type { WrittenPhrase } from './model/origin.ts';
import { failureAt } from './source.ts';

/** A reference to a list, or an escaped sign that is none. */
const REFERENCE = /\\.|\{(?<list>[^{}]*)\}/gsu;

type Lists = Readonly<Record<string, readonly WrittenPhrase[]>>;

/** What stands in for a list while a phrase is tried: the list's own phrases are tried by themselves. */
const ANY_WORD: PhraseNode = { kind: 'word', word: 'word' };

/** Characters that a terminal shows two columns wide, so that a caret stands below what it means. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/**
 * What is wrong with the phrases of lists and moments.
 *
 * @param own the lists that are sound, by id
 * @param phrases all other phrases
 * @param known the ids of all lists, malformed ones too, and the lists of the pack that is added to, which are sound
 */
export function checkPhrases(
  own: Lists,
  phrases: readonly WrittenPhrase[],
  { listIds, base = {} }: { readonly listIds: ReadonlySet<string>; readonly base?: Lists },
): readonly Failure[] {
  const all = [...Object.values(own).flat(), ...phrases];
  const unknown = all.flatMap((phrase) =>
    references(phrase)
      .filter(({ list }) => !listIds.has(list))
      .map(({ list, column }) =>
        failureAt({ ...phrase.origin, column }, `There is no list \`${list}\`.`, {
          code: 'unknown-list',
          hint: didYouMean(list, listIds) ?? 'Define it under `lists:`.',
        }),
      ),
  );
  // A list that stands in for one of the base's may close a circle with the others.
  const lists = Object.keys(own).some((id) => id in base) ? { ...base, ...own } : own;
  const listsNamedIn = (id: string) =>
    (lists[id] ?? []).flatMap((phrase) => references(phrase).map((each) => ({ ...each, phrase })));
  const cyclic = cycles(Object.keys(lists), (id) => listsNamedIn(id).map(({ list }) => list)).map((cycle) => {
    const [last, first] = [cycle.at(-2)!, cycle.at(-1)!];
    const { phrase, column } = listsNamedIn(last).find(({ list }) => list === first)!;
    return failureAt(
      { ...phrase.origin, column },
      `A list cannot hold itself: ${cycle.map((id) => `{${id}}`).join(' > ')}.`,
      { code: 'cyclic-lists' },
    );
  });
  return [
    ...unknown,
    ...cyclic,
    ...Object.values(own)
      .flat()
      .flatMap((phrase) => trySyntax(phrase, parseListLine)),
    ...phrases.flatMap((phrase) => trySyntax(phrase, parsePhrase)),
  ];
}

function references({ text, origin }: WrittenPhrase): readonly { list: string; column: number }[] {
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const list = match.groups?.['list'];
    return list === undefined ? [] : [{ list: list.trim(), column: origin.column + match.index }];
  });
}

function trySyntax(
  { text, origin }: WrittenPhrase,
  parse: (text: string, list: () => PhraseNode) => unknown,
): readonly Failure[] {
  try {
    parse(text, () => ANY_WORD);
    return [];
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    const before = text.slice(0, error.column - 1);
    const indent = before.replace(/./gsu, (character) => (WIDE.test(character) ? '\u3000' : ' '));
    const message = `${error.message}\n    ${text}\n    ${indent}^`;
    const place = { ...origin, column: origin.column + error.column - 1 };
    return [failureAt(place, message, { code: 'phrase-syntax', hint: error.hint })];
  }
}
