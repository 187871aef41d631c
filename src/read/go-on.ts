/** Goes on with a stream of which the beginning was taken. */

export type Pieces = AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

/** What was taken, and then the rest. */
export async function* goOn(taken: readonly Uint8Array[], pieces: Pieces): AsyncGenerator<Uint8Array> {
  yield* taken;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}
