/** Everything that is wrong with a file of labels, as one expected error. */
import { Failure } from '../call/failure.ts';

/** Its own message, place, code and hint are those of the first failure; `failures` has all, in order. */
export class LabelErrors extends Failure {
  readonly failures: readonly [Failure, ...Failure[]];

  constructor(failures: readonly [Failure, ...Failure[]]) {
    const [first] = failures;
    super(first.message, {
      code: first.code,
      ...first.place,
      ...(first.hint === undefined ? {} : { hint: first.hint }),
    });
    this.failures = failures;
  }
}

/** Throws what was found, if anything was. */
export function failOn(failures: readonly Failure[]): void {
  const [first, ...others] = failures;
  if (first !== undefined) throw new LabelErrors([first, ...others]);
}
