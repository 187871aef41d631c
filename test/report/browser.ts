/** Debian's Chromium, or the browser that CALLQA_CHROMIUM names, for the tests of pages. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

export const executable: string = process.env['CALLQA_CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is one. */
export const present: boolean = existsSync(executable);

/** Starts it, without its window. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
