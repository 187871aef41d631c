/** Cycles among named things. */

/**
 * The cycles of a directed graph, each once, as the ids around it with the first one again at the end. Names that are
 * not among `ids` are passed over. In the order of `ids` and of `next`.
 */
export function cycles(
  ids: Iterable<string>,
  next: (id: string) => readonly string[],
): readonly (readonly [string, string, ...string[]])[] {
  const found: [string, string, ...string[]][] = [];
  const known = new Set(ids);
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (id: string): void => {
    const from = trail.indexOf(id);
    if (from >= 0) {
      found.push([trail[from]!, ...trail.slice(from + 1), id] as unknown as [string, string, ...string[]]);
      return;
    }
    if (done.has(id) || !known.has(id)) return;
    trail.push(id);
    for (const each of new Set(next(id))) visit(each);
    trail.pop();
    done.add(id);
  };
  for (const id of known) visit(id);
  return found;
}
