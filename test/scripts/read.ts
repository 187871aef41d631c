/** Reads a script for a test, and says what was read in a few words. */
import { Failure } from '../../src/call/failure.ts';
import type { ScriptDocument } from '../../src/scripts/document.ts';
import type { ReadScriptOptions } from '../../src/scripts/read-contents.ts';
import { readScript } from '../../src/scripts/read-script.ts';
import { sourceSpan } from '../../src/scripts/source-span.ts';

export async function readText(
  file: string,
  source: string | Uint8Array,
  options?: ReadScriptOptions,
): Promise<ScriptDocument> {
  const document = await readScript(file, typeof source === 'string' ? Buffer.from(source) : source, options);
  if (document instanceof Failure) throw document;
  return document;
}

/** `speaker: text`, with the script's number, what it is exempt for and, where the source differs, how it stands there. */
export function said({ pieces, source }: ScriptDocument): readonly string[] {
  return pieces.map((piece) => {
    const written = piece.place?.cell ?? source.slice(...sourceSpan(piece, 0, piece.text.length));
    return [
      `${piece.script} ${piece.speaker}: ${piece.text}`,
      ...(written === piece.text ? [] : [`<- ${written}`]),
      ...(piece.exempt === undefined ? [] : [`(${piece.exempt})`]),
    ].join(' ');
  });
}
