/** Where a thing was written in a pack: 1-based, columns in UTF-16 code units. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One phrase as it was written, and where. */
export interface WrittenPhrase {
  readonly text: string;
  readonly origin: Origin;
}
