/** What is wrong with a phrase: a place within it, not yet within a file. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
  /** 1-based, in UTF-16 code units of the phrase as it was written. */
  readonly column: number;
  /** What to do about it, in one sentence. */
  readonly hint: string | undefined;

  constructor(message: string, column: number, hint?: string) {
    super(message);
    this.column = column;
    this.hint = hint;
  }
}
