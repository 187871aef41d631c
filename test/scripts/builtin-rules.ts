/** The built-in rules, compiled from their sources as the build does. */
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import { withTraditional } from '../../src/pack/traditional.ts';

const rules = fileURLToPath(new URL('../../rules/respect-sincerity', import.meta.url));

export const builtinRules = compilePack(
  withTraditional(loadPack(rules, 'rules/respect-sincerity'), Converter({ from: 'cn', to: 'twp' })),
);
