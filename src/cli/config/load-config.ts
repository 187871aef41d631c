/** Reads a callqa.yaml: what is wrong with it is said with its place. */
import { dirname } from 'node:path';
import { failuresOfIssues } from '../../pack/issues.ts';
import { PackErrors } from '../../pack/pack-errors.ts';
import { issuesOf } from '../../pack/schema/issues-of.ts';
import { keysAt } from '../../pack/schema/keys-at.ts';
import { placeOfKey, placeOfValue, readSource } from '../../pack/source.ts';
import { limitOf, sideOf } from '../options.ts';
import { readInput } from '../read-input.ts';
import type { Config } from './config.ts';
import { gateHint, gateOf } from './config-gate.ts';
import { configSchema, type WrittenConfig } from './config-schema.ts';

/**
 * The config of a file.
 *
 * @param shown what errors call it
 * @throws {Failure} `input-not-found` or `input-unreadable`
 * @throws {PackErrors} with everything that is wrong with it
 */
export function loadConfig(path: string, shown: string): Config {
  const bytes = readInput(path, shown);
  const source = readSource(shown, isBlank(bytes) ? blank : bytes, 'A config');
  const issues = source.data === undefined ? [] : issuesOf(configSchema, source.data);
  const about = {
    called: 'A config',
    keysAt: (at: readonly (string | number)[]) => keysAt(configSchema, at),
    hintAt: ([key]: readonly (string | number)[]) => (key === 'gate' ? gateHint : undefined),
  };
  const [first, ...others] = [
    ...source.failures,
    ...failuresOfIssues(issues, source, about).map(({ failure }) => failure),
  ].toSorted(({ place: a }, { place: b }) => a.line! - b.line! || a.column! - b.column!);
  if (first !== undefined) throw new PackErrors([first, ...others], 'config');
  const written = configSchema.parse(source.data);
  return {
    file: shown,
    folder: dirname(path),
    ...settingsOf(written),
    placeOf: (at) => {
      const last = at.at(-1);
      return typeof last === 'number' ? placeOfValue(source, at) : placeOfKey(source, at);
    },
    placeOfValue: (at) => placeOfValue(source, at),
  };
}

const blank = new TextEncoder().encode('{}');

/** A config with nothing in it but comments leaves everything as it is. */
function isBlank(bytes: Uint8Array): boolean {
  return (
    new TextDecoder()
      .decode(bytes)
      .replaceAll(/^\s*#.*$/gmu, '')
      .trim() === ''
  );
}

function settingsOf(written: WrittenConfig): Omit<Config, 'file' | 'folder' | 'placeOf' | 'placeOfValue'> {
  const { lint = {}, gate, speakers, limits } = written;
  const fields = [...(lint.fields ?? []), ...(lint.columns ?? [])];
  return {
    extends: baseOf(written.extends),
    packs: (written.packs ?? []).map((pack) =>
      typeof pack === 'string'
        ? { path: pack, override: false }
        : { path: pack.path, override: pack.override ?? false },
    ),
    lint: {
      ...(lint.include === undefined ? {} : { include: lint.include }),
      ...(lint.exclude === undefined ? {} : { exclude: lint.exclude }),
      ...(fields.length === 0 ? {} : { fields }),
      severity: lint.severity ?? {},
      overrides: (lint.overrides ?? []).map(({ files, severity }) => ({ files: [files].flat(), severity })),
      ...(lint.baseline === undefined ? {} : { baseline: lint.baseline }),
    },
    ...(speakers === undefined
      ? {}
      : { speakers: new Map(Object.entries(speakers).map(([label, side]) => [label, sideOf(side)!])) }),
    ...(written.columns === undefined ? {} : { columns: written.columns }),
    ...(limits === undefined
      ? {}
      : {
          limits: Object.fromEntries(
            Object.entries(limits).map(([name, value]) => [name, limitOf(String(value))!]),
          ),
        }),
    ...(gate === undefined ? {} : { gate: gateOf(gate) }),
    ...(written.redact === undefined ? {} : { redact: written.redact }),
    ...(written.lang === undefined ? {} : { lang: written.lang }),
    ...(written.reviews === undefined ? {} : { reviews: written.reviews }),
  };
}

/** Without a word, the built-in rules of whatever version. */
function baseOf(written = 'respect-sincerity'): Config['extends'] {
  if (written === 'none') return undefined;
  const [id = '', version] = written.split('@');
  const [major, minor] = (version ?? '').split('.');
  return {
    id,
    ...(major === undefined || major === '' ? {} : { major: Number(major) }),
    ...(minor === undefined ? {} : { minor: Number(minor) }),
  };
}
