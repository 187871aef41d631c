/** The formats that are read, as `--input-format` names them. */
import { vendorFormats, type VendorFormat } from './vendors/formats.ts';

/** The tool's own ones; TSV is CSV with another delimiter. */
export type OwnFormat = 'text' | 'json' | 'jsonl' | 'csv' | 'vtt' | 'srt';

/** A vendor's format is JSON, or JSONL of it. */
export type InputFormat = OwnFormat | VendorFormat;

export const inputFormats: readonly InputFormat[] = [
  'text',
  'json',
  'jsonl',
  'csv',
  'vtt',
  'srt',
  ...vendorFormats,
];
