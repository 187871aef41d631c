/** Bytes that stream in to text that streams out, in whatever encoding they are. */
import { isAscii } from 'node:buffer';
import { decodeAs, warnOfLost, withoutZeros, type DecodeOptions } from './decode.ts';
import { encodingOf, type EncodingChoice } from './encoding.ts';

/**
 * The text of a stream, piece by piece. A stream that begins in plain ASCII is known for what it is by the first piece that
 * is not. What is lost, and zero bytes, are
 * warnings with the line of the first, once each.
 * @param choice what the stream's beginning looks like
 */
export async function* decodePieces(
  chunks: AsyncIterable<Uint8Array>,
  choice: EncodingChoice,
  beginsPlain: boolean,
  file: string,
  { encoding, warn = () => {} }: DecodeOptions,
): AsyncGenerator<string> {
  let current = choice;
  let isOpen = beginsPlain && encoding === undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let line = 1;
  let isTold = false;
  let hasZeros = false;
  const told = (text: string): string => {
    const whole = withoutZeros(text, file, line, hasZeros ? () => {} : warn);
    hasZeros ||= whole !== text;
    if (!isTold) isTold = warnOfLost(whole, current, file, line, warn);
    if (!isTold || !hasZeros)
      for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) line++;
    return whole;
  };
  for await (const chunk of chunks) {
    if (isOpen && !isAscii(chunk)) {
      isOpen = false;
      const found = await encodingOf(chunk.subarray(0, chunk.lastIndexOf(0x0a) + 1 || chunk.length));
      // Plain ASCII reads alike in all that it can be.
      if (found !== undefined && !found.encoding.startsWith('utf-')) {
        current = found;
        decoder = undefined;
      }
    }
    decoder ??= new TextDecoder(current.encoding);
    if (decoder.encoding === 'windows-1252') yield told(decodeAs(current.encoding, chunk, file));
    else yield told(decoder.decode(chunk, { stream: true }));
  }
  const last = decoder?.decode() ?? '';
  if (last !== '') yield told(last);
}
