/** How speakers can be named that a transcript only labels: what `--speaker` would take. */

/** What tells of a turn who said it. */
interface Spoken {
  readonly speaker: string;
  readonly participant?: string;
}

/** Such as `Speaker 1=agent,Speaker 2=customer`, for the first two labels whose side is unknown; undefined without labels. */
export function speakerPairs(turns: readonly Spoken[]): string | undefined {
  const labels = new Set(
    turns.flatMap(({ speaker, participant }) =>
      speaker === 'unknown' && participant !== undefined ? [participant] : [],
    ),
  );
  const heard = (side: string) => turns.some(({ speaker }) => speaker === side);
  const open = ['agent', 'customer'].filter((side) => !heard(side));
  const pairs = [...labels].slice(0, open.length).map((label, index) => `${label}=${open[index]!}`);
  return pairs.length === 0 ? undefined : pairs.join(',');
}
