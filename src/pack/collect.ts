/** The entries of all files of a pack: each thing that has an id, with its place; what is malformed stays out. */
import type { Failure } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import { failuresOfIssues, packFile } from './issues.ts';
import type { Localised } from './model/localised.ts';
import type { Origin } from './model/origin.ts';
import type { WrittenAllegation, WrittenResponsibility } from './schema/allegation.ts';
import type { WrittenCase } from './schema/case-report.ts';
import type {
  WrittenComplaintType,
  WrittenGravityGrade,
  WrittenKeyFact,
  WrittenPromise,
} from './schema/case-rules.ts';
import type { WrittenCriterion } from './schema/criterion.ts';
import type { WrittenLint } from './schema/lint.ts';
import type { WrittenMoment } from './schema/moment.ts';
import { issuesOf } from './schema/issues-of.ts';
import { packFileSchema, type PackFile } from './schema/pack-file.ts';
import type { WrittenProtocol } from './schema/protocol.ts';
import type { WrittenScorecard } from './schema/scorecard.ts';
import { failureAt, originAt, placeOfKey } from './source.ts';
import type { PackSource, ValuePath } from './source.ts';

/** A thing as it is written. Its keys and types are those of the schema; its references are not checked. */
export interface Entry<Written> {
  readonly id: string;
  readonly written: Written;
  readonly source: PackSource;
  readonly path: ValuePath;
  /** The place of its id. */
  readonly origin: Origin;
}

/** The entries of one kind, and the ids of all that were written, malformed ones too. */
export interface Entries<Written> {
  readonly sound: readonly Entry<Written>[];
  readonly ids: ReadonlySet<string>;
}

export interface Collected {
  readonly head: {
    readonly pack?: Entry<string>;
    readonly version?: Entry<string>;
    readonly title?: Entry<Localised>;
  };
  readonly lists: Entries<string | readonly string[]>;
  readonly moments: Entries<WrittenMoment>;
  readonly criteria: Entries<WrittenCriterion>;
  readonly scorecard?: Entry<WrittenScorecard>;
  readonly allegations: Entries<WrittenAllegation>;
  readonly responsibility?: Entry<WrittenResponsibility>;
  readonly caseReport?: Entry<WrittenCase>;
  readonly keyFacts: Entries<WrittenKeyFact>;
  readonly complaintTypes: Entries<WrittenComplaintType>;
  readonly gravity: Entries<WrittenGravityGrade>;
  readonly promises: Entries<WrittenPromise>;
  readonly lint?: Entry<WrittenLint>;
  readonly protocols: Entries<WrittenProtocol>;
  /** Of all criteria, malformed ones too: the members that they name. */
  readonly members: ReadonlySet<string>;
}

/** What may be wrong with an entry whose keys and types hold all the same, so that its references can be checked. */
const SOUND_ALL_THE_SAME: readonly string[] = [
  'unknown-key',
  'empty-examples',
  'empty-list',
  'weight-not-positive',
  'wrong-id',
];

type Report = (failure: Failure) => void;
type Kind = Exclude<keyof PackFile, 'pack' | 'version' | 'title' | 'scorecard' | 'lint'>;

/**
 * Sorts what stands in the files into its kinds; reports what does not suit the schema and what is there twice.
 *
 * @param adds whether they add to another pack: then they need no head and no scorecard of their own
 */
export function collect(sources: readonly PackSource[], report: Report, adds = false): Collected {
  const readable = sources.filter(({ data }) => data !== undefined);
  const broken = new Map(readable.map((source) => [source, checkShape(source, report, adds)]));
  /** Nothing malformed stands in it, nor does it stand in anything malformed. */
  const isSound = (source: PackSource, path: ValuePath): boolean => {
    const own = `${path.join('.')}.`;
    return ![...broken.get(source)!].some(
      (other) => `${other}.`.startsWith(own) || own.startsWith(`${other}.`),
    );
  };

  const every = (key: keyof PackFile): readonly Entry<unknown>[] =>
    readable.flatMap((source) => {
      if (!isRecord(source.data) || !Object.hasOwn(source.data, key)) return [];
      const written = source.data[key];
      return [{ id: key, written, source, path: [key], origin: placeOfKey(source, [key]) }];
    });
  const optional = <Written>(key: 'responsibility' | 'case' | 'lint'): Entry<Written> | undefined => {
    const [first, ...others] = every(key);
    reportTwice(first, others);
    return first !== undefined && isSound(first.source, first.path) ? (first as Entry<Written>) : undefined;
  };
  const reportTwice = (first: Entry<unknown> | undefined, others: readonly Entry<unknown>[]): void => {
    for (const { id, origin } of others) {
      report(
        failureAt(origin, `\`${id}\` stands in two files, first in ${first!.source.file}.`, {
          code: 'duplicate-key',
          hint: 'One file of a pack has it.',
        }),
      );
    }
  };
  const single = <Written>(key: 'pack' | 'version' | 'title' | 'scorecard'): Entry<Written> | undefined => {
    const [first, ...others] = every(key);
    reportTwice(first, others);
    if (first === undefined && !adds && readable.length === sources.length) {
      report(failureAt(originAt(sources[0]!, 0), `The pack has no \`${key}\`.`, { code: 'missing-key' }));
    }
    return first !== undefined && isSound(first.source, first.path) ? (first as Entry<Written>) : undefined;
  };
  const many = <Written>(kind: Kind): Entries<Written> => {
    const first = new Map<string, Origin>();
    const sound: Entry<Written>[] = [];
    for (const { written, source } of every(kind)) {
      for (const [id, value] of Object.entries(isRecord(written) ? written : {})) {
        const path = [kind, id];
        const origin = placeOfKey(source, path);
        const before = first.get(id);
        if (before !== undefined) {
          const where = `${before.file}:${before.line}`;
          report(
            failureAt(origin, `\`${id}\` is defined twice, first in ${where}.`, {
              code: 'duplicate-id',
              hint: 'Put the two together, or rename one.',
            }),
          );
          continue;
        }
        first.set(id, origin);
        if (isSound(source, path)) sound.push({ id, written: value as Written, source, path, origin });
      }
    }
    return { sound, ids: new Set(first.keys()) };
  };

  const pack = single<string>('pack');
  const version = single<string>('version');
  const title = single<Localised>('title');
  const scorecard = single<WrittenScorecard>('scorecard');
  const responsibility = optional<WrittenResponsibility>('responsibility');
  const caseReport = optional<WrittenCase>('case');
  const lint = optional<WrittenLint>('lint');
  return {
    head: {
      ...(pack === undefined ? {} : { pack }),
      ...(version === undefined ? {} : { version }),
      ...(title === undefined ? {} : { title }),
    },
    lists: many('lists'),
    moments: many('moments'),
    criteria: many('criteria'),
    ...(scorecard === undefined ? {} : { scorecard }),
    allegations: many('allegations'),
    ...(responsibility === undefined ? {} : { responsibility }),
    ...(caseReport === undefined ? {} : { caseReport }),
    keyFacts: many('key-facts'),
    complaintTypes: many('complaint-types'),
    gravity: many('gravity'),
    promises: many('promises'),
    ...(lint === undefined ? {} : { lint }),
    protocols: many('protocols'),
    members: new Set(
      every('criteria').flatMap(({ written }) =>
        Object.values(isRecord(written) ? written : {}).flatMap((criterion) =>
          isRecord(criterion) ? [criterion['all'], criterion['any']].flat().map(String) : [],
        ),
      ),
    ),
  };
}

/** What to say of a scorecard that is not a whole one, or for which there is no room beside another. */
export const scorecardHint =
  'There is one scorecard, and it is replaced whole: copy the built-in one (rules/respect-sincerity/pack.yaml in this package), add to it, and name the file with `override: true` in callqa.yaml.';

/** A file that adds to a pack. */
const addition = {
  ...packFile,
  missingAt: ([part, ...inner]: ValuePath) =>
    part === 'scorecard' && inner.length === 1 ? scorecardHint : undefined,
};

/** Reports what does not suit the schema; gives the paths, at most two keys long, of what is malformed. */
function checkShape(source: PackSource, report: Report, adds: boolean): ReadonlySet<string> {
  const explained = failuresOfIssues(
    issuesOf(packFileSchema, source.data),
    source,
    adds ? addition : undefined,
  );
  const broken = new Set<string>();
  for (const { path, failure } of explained) {
    report(failure);
    if (!SOUND_ALL_THE_SAME.includes(failure.code)) broken.add(path.slice(0, 2).join('.'));
  }
  return broken;
}
