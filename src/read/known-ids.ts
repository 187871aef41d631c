/** Which ids came before, of any number of them and in little room. */

export interface KnownIds {
  readonly add: (id: string) => void;
  /** Whether it was added. Of more than some hundred thousand, an old one may be forgotten. */
  readonly has: (id: string) => boolean;
}

/** Four mebibytes in all. */
const places = 1 << 20;

/** No ids yet. Each has one place, and a fingerprint there that two of them share once in four thousand million times. */
export function knownIds(): KnownIds {
  const prints = new Uint32Array(places);
  return {
    add: (id) => {
      prints[mixed(id, 0x811c9dc5) % places] = mixed(id, 0x9e3779b9) || 1;
    },
    has: (id) => prints[mixed(id, 0x811c9dc5) % places] === (mixed(id, 0x9e3779b9) || 1),
  };
}

/** FNV-1a over UTF-16 code units, with a last mixing so that all bits depend on all characters. */
function mixed(text: string, basis: number): number {
  let hash = basis;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
