/** The built-in pack, as the build compiled it: no YAML and no zod at run time. */
import { readFileSync } from 'node:fs';
import type { CompiledPack } from './compiled.ts';

/** From the root of the package the same, whether this file runs in dist/pack or in src/pack. */
const COMPILED = new URL('../../dist/pack/respect-sincerity.json', import.meta.url);

/** Reads the compiled built-in pack; that it is missing is a broken build and no expected error. */
export function builtinPack(): CompiledPack {
  return JSON.parse(readFileSync(COMPILED, 'utf8')) as CompiledPack;
}
