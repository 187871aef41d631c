/** What a fix would change, as a unified diff. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A unified diff of a file's text before and after, its path as git writes one; empty where they are the same. */
export function diffOf(file: string, before: string, after: string): string {
  if (before === after) return '';
  const path = file.replace(/^\/+/u, '');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
