/** Whether a text that no name calls talk may be talk all the same. */

/**
 * True for what may be a sentence.
 * @param least `words` where anything of two words counts; `sentence` where it has to be longer than what sorts or
 * names.
 */
export function looksSaid(text: string, least: 'words' | 'sentence'): boolean {
  if (/^\S*(?:[\\/@]\S*){1,}$|^https?:/u.test(text.trim())) return false;
  if (least === 'words') return /\p{Script=Han}{4}|\p{L}{2}[,.!?]? \p{L}/u.test(text);
  return (
    /\p{Script=Han}{8}|\p{Script=Han}{3,}[，。！？!?]/u.test(text) ||
    /(?:\p{L}[\p{L}'’]*[,;]? ){3}\p{L}|(?:\p{L}[\p{L}'’]*[,;]? )\p{L}[\p{L}'’]*[.!?](?:\s|$)/u.test(text)
  );
}
