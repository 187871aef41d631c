/** A pack's files that are no pack of their own. */
import { Failure } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import { knownKeys } from './schema/pack-file.ts';
import type { PackSource } from './source.ts';

/** The keys of a pack's head, all of which a whole pack has. */
const HEAD = ['pack', 'version', 'title'] as const;

/**
 * That files which can be read only add rules to some pack, since nothing of a head stands in them. What else is missing
 * in them, names of rules above all, is then in that pack.
 *
 * @param shown what they are called
 */
export function partOf(sources: readonly PackSource[], shown: string): Failure | undefined {
  if (sources.some(({ data }) => data === undefined)) return undefined;
  const keys = new Set(sources.flatMap(({ data }) => Object.keys(isRecord(data) ? data : {})));
  if (!knownKeys([]).some((key) => keys.has(key)) || HEAD.some((key) => keys.has(key))) return undefined;
  // With these it is a whole pack but for its head.
  if (keys.has('scorecard') && keys.has('allegations')) return undefined;
  return new Failure('These rules are no pack: they have no `pack`, no `version` and no `title`.', {
    code: 'pack-is-part',
    file: shown,
    hint: 'To add them to the built-in rules, name them under `packs:` of a callqa.yaml, as callqa init writes one; --config and rules diff take that file.',
  });
}
