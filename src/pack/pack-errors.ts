/** Everything that is wrong with a pack, or with a config, as one expected error. */
import { Failure } from '../call/failure.ts';

/** Its own message, place, code and hint are those of the first failure; `failures` has all, in file and line order. */
export class PackErrors extends Failure {
  readonly failures: readonly [Failure, ...Failure[]];

  constructor(failures: readonly [Failure, ...Failure[]], what = 'pack') {
    const [first, ...others] = failures;
    const more = others.length === 0 ? '' : ` (and ${others.length} more in this ${what})`;
    super(first.message + more, {
      code: first.code,
      ...first.place,
      ...(first.hint === undefined ? {} : { hint: first.hint }),
    });
    this.failures = failures;
  }
}
