/** Lines of JSONL that hold nothing. Apart from its reader, so that whoever only counts lines loads no reader. */

/** True for a line of JSONL that holds nothing. */
export function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
