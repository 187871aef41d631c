/** A unit taken apart, for when something in it breaks its thread. */
import { isBlank } from '../read/blank-line.ts';
import type { Unit } from './unit.ts';

const newline = 0x0a;

/** The unit's inputs as units of their own, in order: a line, a file or a call each. */
export function unitParts(unit: Unit): readonly Unit[] {
  switch (unit.kind) {
    case 'lines':
      return linesOf(unit);
    case 'files':
      return unit.files.map((file) => ({ kind: 'files', files: [file] }));
    case 'calls':
      return unit.items.map((item) => ({ kind: 'calls', items: [item] }));
    default:
      return unit satisfies never;
  }
}

function linesOf(unit: Extract<Unit, { readonly kind: 'lines' }>): readonly Unit[] {
  const { bytes, before } = unit.block;
  const parts: Unit[] = [];
  let { lines, filled } = before;
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(newline, from);
    const end = at < 0 ? bytes.length : at + 1;
    const line = bytes.slice(from, end);
    if (!isBlank(line.subarray(0, at < 0 ? line.length : -1))) {
      parts.push({ ...unit, block: { bytes: line, before: { lines, filled } } });
      filled++;
    }
    lines++;
    from = end;
  }
  return parts;
}

/** Where the first input of a unit stands. */
export function placeOfUnit(unit: Unit): { readonly path: string; readonly line?: number } {
  switch (unit.kind) {
    case 'lines':
      return { path: unit.path, line: unit.block.before.lines + 1 };
    case 'files':
      return { path: unit.files[0]!.path };
    case 'calls': {
      const item = unit.items[0]!;
      return 'failure' in item ? { path: item.path } : item.source;
    }
    default:
      return unit satisfies never;
  }
}
