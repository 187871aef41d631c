/** What the pages of a folder are called. */
import { linkedPath } from './case-links.ts';

/** The page of the calls of each agent. */
export const agentsPath = 'agents.html';

/** A page of a list of calls, from 0. */
export function listPath(list: 'calls' | 'sign-off', page: number): string {
  return `${list}-${page + 1}.html`;
}

/** Where the case report of a call stands in the folder, by the call's number from 1. */
export function casePath(number: number): string {
  return `cases/${String(number).padStart(6, '0')}.html`;
}

/** The number of the call whose case report stands at a path; undefined where none does. */
export function caseNumber(path: string): number | undefined {
  const digits = /^cases\/(\d+)\.html$/u.exec(path)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The folder itself, and those in it that have pages. */
export const pageFolders: readonly string[] = ['', 'cases'];

/** Whether a path within the folder is that of a page that some run writes beside its index. */
export function isFolderPage(path: string): boolean {
  return (
    path === agentsPath ||
    path === linkedPath ||
    /^(?:(?:calls|sign-off)-\d+|cases\/\d{6,})\.html$/u.test(path)
  );
}
