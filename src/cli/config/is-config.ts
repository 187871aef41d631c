/** Tells a callqa.yaml from a pack, where either may be named. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isRecord } from '../../call/is-record.ts';
import { knownKeys } from '../../pack/schema/pack-file.ts';
import { readSource } from '../../pack/source.ts';
import { configSchema } from './config-schema.ts';
import { configNames } from './find-config.ts';

/** Whether the file at a path is a config: by keys that only a config or only a pack has, without any by its name. */
export function isConfig(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const { data } = readSource(path, readFileSync(path));
  const keys = Object.keys(isRecord(data) ? data : {});
  const [config, pack] = [Object.keys(configSchema.shape), knownKeys([])];
  if (keys.some((key) => pack.includes(key) && !config.includes(key))) return false;
  return (
    keys.some((key) => config.includes(key) && !pack.includes(key)) ||
    configNames.some((name) => name === basename(path))
  );
}
