/** What write-excel-file takes as the content of a file; it names the type and does not export it. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';

export type Content = Stream | Buffer | Blob;
