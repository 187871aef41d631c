/** Fixes: puts replacements into a document's bytes, and touches nothing else in them. */
import { Failure } from '../call/failure.ts';
import { byteOffsets } from './byte-offsets.ts';
import type { LintProblem, ScriptDocument, ScriptPiece } from './document.ts';
import { decoderName, encode } from './encode.ts';
import { refusalWords, type Refusal } from './fix-words.ts';
import { readContents, scriptReading, type ReadScriptOptions } from './read-contents.ts';
import type { ScriptContents } from './readers/contents.ts';
import { sourceSpan } from './source-span.ts';
import { quotedWays, writtenWays } from './written-ways.ts';

export interface FixResult {
  /** The file as it is to be written; the same bytes where nothing was fixed. */
  readonly bytes: Uint8Array;
  /** Its text; empty for a workbook. */
  readonly source: string;
  readonly fixed: readonly LintProblem[];
  /** Problems with a fix that was not put in, and why not. */
  readonly refused: readonly {
    readonly problem: LintProblem;
    readonly reason: Refusal;
    readonly why: LintProblem['why'];
  }[];
}

/** What stands in the place of `[start, end)` of the source. */
interface Patch {
  readonly span: readonly [start: number, end: number];
  readonly written: string;
}

/** A replacement, and one way to write it. */
interface Edit {
  readonly problem: LintProblem;
  readonly piece: number;
  /** Offsets in the piece's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Where it goes. */
  readonly span: readonly [start: number, end: number];
  /** In order: the replacement, and quotes around its string where it needs some. */
  readonly patches: readonly Patch[];
}

/**
 * Puts the fixes of problems into a document. Of fixes that overlap the first goes in. A fix goes in only where the
 * document, read again, then says what it said with the replacement in its place, and nothing else has changed.
 * @param bytes what the document was read from.
 * @param options those that it was read with.
 */
export async function fixScript(
  document: ScriptDocument,
  bytes: Uint8Array,
  problems: readonly LintProblem[],
  options: ReadScriptOptions = {},
): Promise<FixResult> {
  const { source, format, encoding } = document;
  const refused: { problem: LintProblem; reason: Refusal; why: LintProblem['why'] }[] = [];
  const refuse = (problem: LintProblem, reason: Refusal, about = ''): void => {
    refused.push({ problem, reason, why: refusalWords(reason, about) });
  };
  const fixable = problems
    .filter(({ fix }) => fix !== undefined)
    .toSorted((a, b) => a.fix!.span[0] - b.fix!.span[0] || a.fix!.span[1] - b.fix!.span[1]);
  if (format === 'xlsx') {
    for (const problem of fixable) refuse(problem, 'workbook');
    return { bytes, source, fixed: [], refused };
  }

  const wanted: (readonly Edit[])[] = [];
  const repeated: LintProblem[] = [];
  for (const problem of fixable) {
    const ways = editsOf(problem, document);
    const before = wanted.at(-1)?.[0];
    const first = ways[0];
    if (first === undefined) {
      refuse(problem, 'place');
      continue;
    }
    if (before !== undefined && first.span[0] < before.span[1]) {
      const isSame =
        first.span[0] === before.span[0] && first.span[1] === before.span[1] && first.text === before.text;
      if (isSame) repeated.push(problem);
      else refuse(problem, 'overlap');
      continue;
    }
    const unwritable = encode(first.text, encoding);
    if (!(unwritable instanceof Uint8Array)) refuse(problem, 'encoding', unwritable.unwritable);
    else wanted.push(ways);
  }

  const reading = scriptReading(document.file, options);
  const isExact = async (edits: readonly Edit[]): Promise<boolean> => {
    const read = await readContents(format, withEdits(source, edits), reading);
    return !(read instanceof Failure) && saysAsWanted(read, document, edits);
  };
  const { edits, unfit } = await fitting(wanted, isExact);
  for (const { problem } of unfit) refuse(problem, 'form');
  const written = inBytes(document, bytes, edits);
  if (written === undefined) {
    for (const { problem } of edits) refuse(problem, 'encoding');
    return { bytes, source, fixed: [], refused };
  }
  const fixedSpans = new Set(edits.map(({ problem }) => problem));
  const fixed = fixable.filter((problem) => fixedSpans.has(problem) || repeated.includes(problem));
  return { bytes: written, source: withEdits(source, edits), fixed, refused };
}

/**
 * Finds for each replacement a way in which it fits beside the others. Strings that are written alike take them alike,
 * so all go in at once in their first way, or in their second; where that is wrong each half of them is tried.
 * @param wanted for each replacement its ways, in the order of the source.
 */
async function fitting(
  wanted: readonly (readonly Edit[])[],
  isExact: (edits: readonly Edit[]) => Promise<boolean>,
): Promise<{ readonly edits: readonly Edit[]; readonly unfit: readonly Edit[] }> {
  const unfit: Edit[] = [];
  const admit = async (
    taken: readonly Edit[],
    group: readonly (readonly Edit[])[],
  ): Promise<readonly Edit[]> => {
    if (group.length === 0) return taken;
    const most = Math.max(...group.map(({ length }) => length));
    for (let way = 0; way < most; way++) {
      const edits = [...taken, ...group.map((ways) => ways[Math.min(way, ways.length - 1)]!)];
      if (!overlap(edits) && (await isExact(edits))) return edits;
    }
    if (group.length === 1) {
      unfit.push(group[0]![0]!);
      return taken;
    }
    const half = Math.ceil(group.length / 2);
    return admit(await admit(taken, group.slice(0, half)), group.slice(half));
  };
  const edits = await admit([], wanted);
  return { edits, unfit };
}

function overlap(edits: readonly Edit[]): boolean {
  return edits.some(({ span }, index) => index > 0 && span[0] < edits[index - 1]!.span[1]);
}

/** The ways to put a problem's fix in, the plainest first; none where its span is in no piece. */
function editsOf(problem: LintProblem, { source, pieces, format }: ScriptDocument): readonly Edit[] {
  const [start, end] = problem.fix!.span;
  const index = pieces.findIndex(
    ({ offsets, text }) =>
      text !== '' && start >= offsets[0]! && start < offsets.at(-1)! && end <= offsets.at(-1)!,
  );
  const piece = pieces[index];
  if (piece === undefined) return [];
  const from = piece.offsets.indexOf(start);
  const to = piece.offsets.findIndex((offset) => offset >= end);
  if (from < 0 || to <= from) return [];
  const text = problem.fix!.text.replaceAll(/\s*[\r\n]\s*/gu, ' ').trim();
  const tight = sourceSpan(piece, from, to);
  const wide = widened(piece, from, to, tight, source);
  const spans = wide[0] === tight[0] && wide[1] === tight[1] ? [tight] : [tight, wide];
  const forms = writtenWays(text, piece.form, format);
  const plain = spans.flatMap((span) =>
    forms.map((written): Edit => ({
      problem,
      piece: index,
      from,
      to,
      text,
      span,
      patches: [{ span, written }],
    })),
  );
  const string = [piece.offsets[0]!, piece.offsets.at(-1)!] as const;
  const { ways, isLast } = quotedWays(text, piece.form, source, string);
  const quoted = ways.map(({ span: [open, close], sign, written }): Edit => {
    const patches: readonly Patch[] = [
      { span: [open, open], written: sign },
      { span: tight, written },
      { span: [close, close], written: sign },
    ];
    return { problem, piece: index, from, to, text, span: tight, patches };
  });
  return isLast ? [...plain, ...quoted] : [...quoted, ...plain];
}

/** A span with the marks of emphasis around it, so that no half of a pair is left over. */
function widened(
  { offsets }: ScriptPiece,
  from: number,
  to: number,
  [start, end]: readonly [number, number],
  source: string,
): readonly [start: number, end: number] {
  const isMark = (text: string): boolean => /^[*_]+$/u.test(text);
  const before = /[*_]*$/u.exec(source.slice(0, start))![0].length;
  const left = from === 0 ? before : Math.min(before, start - offsets[from - 1]! - 1);
  const behind = source.slice(end, offsets[to] ?? end);
  const after = to < offsets.length - 1 ? behind : (/^[*_]*/u.exec(source.slice(end))?.[0] ?? '');
  return [start - left, isMark(after) ? end + after.length : end];
}

/** The patches of edits in the order of the source; quotes that several edits of one string want go in once. */
function patchesOf(edits: readonly Edit[]): readonly Patch[] {
  const quotes = new Map<number, Patch>();
  const own: Patch[] = [];
  for (const patch of edits.flatMap(({ patches }) => patches)) {
    if (patch.span[0] === patch.span[1]) quotes.set(patch.span[0], patch);
    else own.push(patch);
  }
  return [...own, ...quotes.values()].toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function withEdits(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const { span, written } of patchesOf(edits)) {
    text += source.slice(at, span[0]) + written;
    at = span[1];
  }
  return text + source.slice(at);
}

/** Whether what is read now is what was read before, with the replacements in it. */
function saysAsWanted({ pieces }: ScriptContents, before: ScriptDocument, edits: readonly Edit[]): boolean {
  if (pieces.length !== before.pieces.length) return false;
  const byPiece = new Map<number, Edit[]>();
  for (const edit of edits) byPiece.set(edit.piece, [...(byPiece.get(edit.piece) ?? []), edit]);
  return before.pieces.every((piece, index) => {
    const wanted = (byPiece.get(index) ?? []).reduceRight(
      (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to),
      piece.text,
    );
    const now = pieces[index]!;
    return (
      now.text === wanted &&
      now.speaker === piece.speaker &&
      now.script === piece.script &&
      now.exempt === piece.exempt
    );
  });
}

/** The bytes with the edits in them; undefined where they would not say what they should. */
function inBytes(
  { source, encoding }: ScriptDocument,
  bytes: Uint8Array,
  edits: readonly Edit[],
): Uint8Array | undefined {
  if (edits.length === 0) return bytes;
  const patches = patchesOf(edits);
  const places = byteOffsets(
    bytes,
    source,
    encoding,
    patches.flatMap(({ span }) => span),
  );
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [index, { written }] of patches.entries()) {
    const own = encode(written, encoding);
    if (!(own instanceof Uint8Array)) return undefined;
    parts.push(bytes.subarray(at, places[index * 2]), own);
    at = places[index * 2 + 1]!;
  }
  const all = Buffer.concat([...parts, bytes.subarray(at)]);
  return new TextDecoder(decoderName(encoding)).decode(all) === withEdits(source, edits) ? all : undefined;
}
