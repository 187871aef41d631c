/** Names for the files of calls, one after another. */

/**
 * As many bytes of an id stand in a name, in UTF-8: file systems take 255, and a number, an extension and what marks a
 * file that is being written come behind it.
 */
const mostBytes = 200;

/** Names that Windows keeps for devices, whatever extension they have. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/** Gives each id a name of its own: without what file systems dislike, and with a number where it is taken. */
export function createFileNames(extension: string): (id: string) => string {
  const taken = new Set<string>();
  /** The number to try next, by the name that it is put behind. */
  const next = new Map<string, number>();
  return (id) => {
    const base = baseOf(id);
    // File systems may not tell case apart, nor the ways to write a letter with its accent.
    const keyOf = (name: string): string => name.toLowerCase().normalize('NFC');
    let name = base;
    let copy = next.get(keyOf(base)) ?? 2;
    while (taken.has(keyOf(name))) name = `${base}-${copy++}`;
    next.set(keyOf(base), copy);
    taken.add(keyOf(name));
    return name + extension;
  };
}

function baseOf(id: string): string {
  const plain = id.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/u, '');
  return cut(plain).replace(reserved, '_$&') || 'call';
}

/** As much of a text as has room, with no character cut in two. */
function cut(text: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
