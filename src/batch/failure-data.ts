/** A Failure as data, since an error's class does not outlive the way between threads. */
import { Failure } from '../call/failure.ts';
import type { FailureData } from './unit.ts';

/** What can be sent of a failure. */
export function failureData({ message, code, hint, place }: Failure): FailureData {
  return { message, code, ...place, ...(hint === undefined ? {} : { hint }) };
}

/** The failure again. */
export function failureOf({ message, ...details }: FailureData): Failure {
  return new Failure(message, details);
}
