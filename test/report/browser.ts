/** Debian's Chromium, or the browser that CALLQA_CHROMIUM names, for the tests of pages. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

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

interface Opened {
  readonly page: Page;
  /** Whatever the page said on its console, threw, or asked for beside what is its own. */
  readonly noise: readonly string[];
}

/**
 * Opens the page at an address and hears what it does.
 * @param own what the address of whatever is the page's own begins with
 */
export async function openPage(
  browser: Browser,
  address: string,
  own: string,
  context: BrowserContextOptions = {},
): Promise<Opened> {
  const noise: string[] = [];
  const page = await browser.newPage(context);
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== 'data:,' && !request.url().startsWith(own)) noise.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, noise };
}
