/** Says in each page that this tool wrote it, so that a later run knows what it may take away. */
import { markup } from './markup.ts';

export const pageMark = markup`<meta name="generator" content="callqa"/>`;
