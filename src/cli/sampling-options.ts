/** Options of the commands that draw by chance or show the first of many. */
import { InvalidArgumentError } from 'commander';

/** A whole number that an option takes, 0 or more. */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/u.test(value.trim()) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('Write a whole number, such as 20.');
  }
  return number;
}

/** A seed: any whole number of at most 32 bits. */
export function seed(value: string): number {
  const number = wholeNumber(value);
  if (number > 0xffff_ffff) throw new InvalidArgumentError('Write a whole number below 4294967296.');
  return number;
}
