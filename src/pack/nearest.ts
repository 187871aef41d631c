/** Did you mean …: the candidate that a misspelt word is closest to. */

/** Levenshtein distance between two strings, in code units. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(changed, above[column]! + 1, here[column - 1]! + 1));
    }
    above = here;
  }
  return above[b.length]!;
}

/**
 * The candidate nearest to `word`, undefined where none is near: at most a third of the word's letters differ, and two
 * letters may always. Of equally near ones the alphabetically first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(word.length / 3));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const here = distance(word, candidate);
    // Nothing of the word is left where every letter would change.
    if (here > most || here >= Math.max(word.length, candidate.length)) continue;
    if (
      best === undefined ||
      here < best.distance ||
      (here === best.distance && candidate < best.candidate)
    ) {
      best = { candidate, distance: here };
    }
  }
  return best?.candidate;
}
