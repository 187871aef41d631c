/** What bytes are that are no text: what made them, as their first bytes say, and what to do about it. */
import { Failure } from '../call/failure.ts';

/* oxlint-disable no-control-regex -- control characters are what tells binary data from text */
interface Kind {
  /** As Latin-1. */
  readonly begins: RegExp;
  readonly what: string;
  readonly hint: string;
}

const textHint = 'Give transcripts as text; UTF-8 is best.';
const recordingHint = 'A recording has to be transcribed first: give what the recogniser writes.';
const kinds: readonly Kind[] = [
  {
    begins: /^PK\x03\x04/u,
    what: 'a ZIP archive, as workbooks (.xlsx) and documents (.docx) are',
    hint: 'Save a sheet as CSV in UTF-8, or a document as plain text; unpack an archive.',
  },
  {
    begins: /^\xd0\xcf\x11\xe0/u,
    what: 'an old workbook (.xls) or document (.doc)',
    hint: 'Save a sheet as CSV in UTF-8, or a document as plain text.',
  },
  {
    begins: /^(?:\x89PNG|GIF8|\xff\xd8\xff)/u,
    what: 'a picture',
    hint: 'Give the transcript as text, not as it looks on a screen.',
  },
  { begins: /^%PDF-/u, what: 'a PDF', hint: 'Save what it shows as plain text.' },
  {
    begins: /^(?:\xff\xfe\0\0|\0\0\xfe\xff)/u,
    what: 'text in UTF-32, which is not read',
    hint: 'Save it as UTF-8.',
  },
  {
    begins: /^(?=[\s\S]*\0)(?:RIFF|ID3|OggS|fLaC|[\s\S]{4}ftyp|\xff[\xfb\xf3\xf2])/u,
    what: 'a recording',
    hint: recordingHint,
  },
];

const kindOf = (bytes: Uint8Array): Kind | undefined => {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return kinds.find(({ begins }) => begins.test(head));
};

/** Whether the first bytes say that these are no text, whatever else is in them. */
export function isNoText(bytes: Uint8Array): boolean {
  return kindOf(bytes) !== undefined;
}

/** The failure of bytes that are no text. */
export function notText(bytes: Uint8Array, file: string): Failure {
  const kind = kindOf(bytes);
  let line = 1;
  for (const byte of bytes.subarray(0, Math.max(0, bytes.indexOf(0)))) if (byte === 0x0a) line++;
  return new Failure(
    kind === undefined
      ? 'the file is not text: it holds zero bytes'
      : `the file is not text: it is ${kind.what}`,
    { code: 'not-text', file, line: kind === undefined ? line : 1, hint: kind?.hint ?? textHint },
  );
}
