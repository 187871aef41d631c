/** Chalk without colours, for files and pipes: the package itself takes longer to load than a call to score. */
import type { ChalkInstance } from 'chalk';

const plain = (...texts: readonly unknown[]): string => texts.join(' ');

/** Every style of it gives the text as it is. */
export const noColours = new Proxy(plain, {
  get: (_, style): unknown => (style === 'level' ? 0 : noColours),
}) as unknown as ChalkInstance;
