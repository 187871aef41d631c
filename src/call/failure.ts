/** The one class of expected errors: what is wrong, where, and what to do about it. */

/** Where in a file; lines and columns are 1-based, columns in UTF-16 code units. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface FailureDetails extends Place {
  /** Stable, kebab-case, documented: programs may switch on it. */
  readonly code: string;
  /** What to do about it, in one sentence. */
  readonly hint?: string;
}

/** An error that a user can act on. Anything else that is thrown is a bug and keeps its stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: Place;

  constructor(message: string, { code, hint, ...place }: FailureDetails) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.place = place;
  }
}

/** `file:line:column`, as far as it is known; an empty string where nothing is. */
export function formatPlace({ file, line, column }: Place): string {
  const at = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`;
  return `${file ?? ''}${at}`.replace(/^:/, 'line ');
}
