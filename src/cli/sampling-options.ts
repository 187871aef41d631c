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

/** A number of things of which there is to be one at least. */
export function atLeastOne(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('Write a whole number from 1 on, such as 20.');
  return number;
}

/** Of fewer there is no interval; more make no figure surer, and take for ever. */
const fewestResamples = 10;
const mostResamples = 1_000_000;

/** How often a bootstrap draws anew. */
export function resamples(value: string): number {
  const number = wholeNumber(value);
  if (number < fewestResamples || number > mostResamples)
    throw new InvalidArgumentError(`Write a whole number from ${fewestResamples} to ${mostResamples}.`);
  return number;
}

/** A seed: any whole number of at most 32 bits. */
export function seed(value: string): number {
  const number = wholeNumber(value);
  if (number > 0xffff_ffff) throw new InvalidArgumentError('Write a whole number below 4294967296.');
  return number;
}
