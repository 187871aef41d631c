/** Unpacks gzip as it streams in, and stops where it swells or breaks. */
import { createGunzip } from 'node:zlib';
import { Failure } from '../call/failure.ts';
import { overLimit, type Limits } from './limits.ts';

type Pieces = AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

/** True for bytes that begin as gzip does (RFC 1952, section 2.3.1): its two magic bytes, and deflate. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

/** So much may come out of a few bytes before their ratio says anything. */
const ratioFrom = 1 << 20;
/** Deflate makes at most a thousand bytes of one, so that a slice of this size cannot fill the memory. */
const sliceSize = 1 << 14;

/** The code of a gzip that is cut or broken; what was unpacked before it is good. */
export const gzipBroken = 'gzip-broken';

/**
 * The unpacked bytes of a gzip, in pieces; several gzips in a row are one.
 * @throws Failure `gzip-broken`, `limit-gzip-size`, `limit-gzip-ratio`, after what came before it.
 */
export async function* gunzip(pieces: Pieces, file: string, limits: Limits): AsyncGenerator<Uint8Array> {
  const stream = createGunzip();
  let ready: Uint8Array[] = [];
  let broken: Error | undefined;
  let packed = 0;
  let unpacked = 0;
  stream.on('data', (chunk: Uint8Array) => {
    unpacked += chunk.length;
    ready.push(chunk);
  });
  stream.on('error', (error) => {
    broken = error;
  });
  const done = new Promise<void>((resolve) => {
    stream.once('close', resolve);
    stream.once('end', resolve);
  });
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  const check = (): void => {
    if (unpacked > limits['gzip-size']) {
      throw overLimit('gzip-size', `the gzip unpacks to more than ${unpacked} bytes`, limits, { file });
    }
    if (unpacked > ratioFrom && unpacked > packed * limits['gzip-ratio']) {
      throw overLimit(
        'gzip-ratio',
        `the gzip unpacks to ${Math.floor(unpacked / packed)} times its size`,
        limits,
        {
          file,
        },
      );
    }
  };
  try {
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      for (let at = 0; at < next.value.length; at += sliceSize) {
        const slice = next.value.subarray(at, at + sliceSize);
        packed += slice.length;
        // Of a stream that breaks, the write may never be answered.
        await Promise.race([done, new Promise<void>((resolve) => void stream.write(slice, () => resolve()))]);
        check();
        yield* take();
        if (broken !== undefined) break;
      }
      if (broken !== undefined) break;
    }
    if (broken === undefined) stream.end();
    await done;
    check();
    yield* take();
    if (broken !== undefined) {
      const isCut = (broken as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
      throw new Failure(
        isCut
          ? `the gzip ends in the middle, after ${packed} bytes`
          : `the gzip is broken, somewhere before byte ${packed}`,
        { code: gzipBroken, file, hint: 'What came before it was read. Pack or copy the file again.' },
      );
    }
  } finally {
    stream.destroy();
  }
}
