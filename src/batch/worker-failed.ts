/** The failure of a call whose scoring broke off. */
import { Failure } from '../call/failure.ts';

/** @param what what happened, in one line */
export function workerFailed(what: string, file: string, line?: number): Failure {
  return new Failure(`the call could not be scored: ${what}`, {
    code: 'worker-failed',
    file,
    ...(line === undefined ? {} : { line }),
    hint: 'The other calls are scored. The call may be far too large; else this is a fault of callqa, please report it.',
  });
}
