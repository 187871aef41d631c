/** Loads a pack: from the YAML of a file or a folder to a pack in which every name is resolved. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { Failure } from '../call/failure.ts';
import { buildAllegation } from './build-allegation.ts';
import { buildCriterion } from './build-criterion.ts';
import { buildMoment, phrasesAt } from './build-moment.ts';
import { buildScorecard } from './build-scorecard.ts';
import { checkPhrases } from './check-phrases.ts';
import { collect } from './collect.ts';
import type { Collected, Entry } from './collect.ts';
import { cycles } from './cycles.ts';
import type { Criterion, Pack, Scorecard } from './model.ts';
import { PackErrors } from './pack-errors.ts';
import type { WrittenCriterion } from './schema.ts';
import { failureAt, nodeAt, originAt, placeOfKey, placeOfValue, readSource } from './source.ts';
import type { PackSource } from './source.ts';

type Report = (failure: Failure) => void;

interface PackFile {
  /** The path from the pack's root, with slashes. */
  readonly relative: string;
  /** As it is shown to the user. */
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/**
 * The pack of a YAML file, or of a folder's YAML files merged in path order.
 *
 * @param path the file or the folder
 * @param shownAs what origins and errors call it
 * @throws {Failure} `pack-not-found` or `pack-empty`
 * @throws {PackErrors} with everything that is wrong with it
 */
export function loadPack(path: string, shownAs: string = path): Pack {
  const files = packFiles(path, shownAs);
  const sources = files.map(({ shown, bytes }) => readSource(shown, bytes));
  const failures: Failure[] = [];
  const report: Report = (failure) => void failures.push(failure);
  for (const source of sources) for (const failure of source.failures) report(failure);
  const collected = collect(sources, report);
  const pack = assemble(collected, sources, report);
  const [first, ...others] = inOrder(failures, sources);
  if (first !== undefined) throw new PackErrors([first, ...others]);
  // Where nothing was reported, nothing is missing.
  return { ...(pack as Omit<Pack, 'sha256'>), sha256: hashOf(files) };
}

/** The files of a pack, in the order of their paths' code units. */
function packFiles(path: string, shownAs: string): readonly PackFile[] {
  const notFound = (): Failure =>
    new Failure(`There is no pack at ${shownAs}.`, {
      code: 'pack-not-found',
      file: shownAs,
      hint: 'A pack is a YAML file or a folder of YAML files.',
    });
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw notFound();
  if (!stats.isDirectory()) {
    return [{ relative: basename(path), shown: shownAs, bytes: readFileSync(path) }];
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file) && statSync(join(path, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (files.length === 0) {
    throw new Failure(`No YAML file stands in ${shownAs}.`, {
      code: 'pack-empty',
      file: shownAs,
      hint: 'A pack is a YAML file or a folder of YAML files.',
    });
  }
  const root = shownAs.replace(/[/\\]+$/, '');
  return files.map((file) => ({
    relative: file,
    shown: `${root}/${file}`,
    bytes: readFileSync(join(path, file)),
  }));
}

/** SHA-256, in hex, over each file's path from the root, its length and its bytes. */
function hashOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { relative, bytes } of files) hash.update(`${relative}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** By file, line, column, code, then message; each place and message once. */
function inOrder(failures: readonly Failure[], sources: readonly PackSource[]): readonly Failure[] {
  const fileOrder = new Map(sources.map(({ file }, index) => [file, index]));
  const keyOf = ({ place, code, message }: Failure): string =>
    [place.file, place.line, place.column, code, message].join('\0');
  return [...new Map(failures.map((failure) => [keyOf(failure), failure])).values()].toSorted(
    (a, b) =>
      fileOrder.get(a.place.file!)! - fileOrder.get(b.place.file!)! ||
      a.place.line! - b.place.line! ||
      a.place.column! - b.place.column! ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

/** The pack as far as it is sound. What refers to other parts is checked only where no file's YAML is broken. */
function assemble(
  collected: Collected,
  sources: readonly PackSource[],
  report: Report,
): Partial<Omit<Pack, 'sha256'>> {
  const { head, lists: writtenLists, scorecard: writtenScorecard } = collected;
  const whole = sources.every(({ data }) => data !== undefined);
  const reportReference: Report = whole ? report : () => undefined;

  const lists = Object.fromEntries(
    writtenLists.sound.map(({ id, source, path }) => [id, phrasesAt(source, path, report)]),
  );
  const moments = collected.moments.sound.map((entry) => buildMoment(entry, report));
  const phrases = moments.flatMap((moment) => [...moment.phrases, ...moment.unless]);
  for (const failure of checkPhrases(lists, phrases, writtenLists.ids)) {
    if (failure.code === 'unknown-list') reportReference(failure);
    else report(failure);
  }

  const known = { moments: collected.moments.ids, criteria: collected.criteria.ids };
  const criteria = collected.criteria.sound.map((entry) =>
    buildCriterion(entry, known, (failure) => {
      if (failure.code.startsWith('unknown-')) reportReference(failure);
      else report(failure);
    }),
  );
  checkComposites(criteria, collected.criteria.sound, report);
  const scorecard = writtenScorecard && buildScorecard(writtenScorecard, known.criteria, reportReference);
  if (scorecard) checkSections(scorecard, collected, reportReference);
  const allegations = collected.allegations.sound.map((entry) =>
    buildAllegation(entry, known.criteria, reportReference),
  );
  checkDefault(collected, sources, reportReference);
  return {
    ...(head.pack === undefined ? {} : { id: head.pack.written }),
    ...(head.version === undefined ? {} : { version: head.version.written }),
    ...(head.title === undefined ? {} : { title: head.title.written }),
    lists,
    moments,
    criteria: scorecard ? inSections(criteria, scorecard) : criteria,
    ...(scorecard ? { scorecard } : {}),
    allegations,
  };
}

/** Reports composites that hold themselves. */
function checkComposites(
  criteria: readonly Criterion[],
  entries: readonly Entry<WrittenCriterion>[],
  report: Report,
): void {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const membersOf = (id: string): readonly string[] => {
    const criterion = byId.get(id);
    return criterion !== undefined && 'of' in criterion ? criterion.of : [];
  };
  for (const cycle of cycles(byId.keys(), membersOf)) {
    const [last, first] = [cycle.at(-2)!, cycle.at(-1)!];
    const { source, path } = entries.find(({ id }) => id === last)!;
    const place = [...path, byId.get(last)!.form, membersOf(last).indexOf(first)];
    report(
      failureAt(placeOfValue(source, place), `A criterion cannot hold itself: ${cycle.join(' > ')}.`, {
        code: 'cyclic-criteria',
      }),
    );
  }
}

/** Reports criteria that stand in no section and are no part of a composite. */
function checkSections(scorecard: Scorecard, { criteria, members }: Collected, report: Report): void {
  const placed = new Set(scorecard.sections.flatMap((section) => section.criteria.map(({ id }) => id)));
  for (const { id, origin } of criteria.sound) {
    if (placed.has(id) || members.has(id)) continue;
    report(
      failureAt(origin, `The criterion \`${id}\` stands in no section.`, {
        code: 'criterion-without-section',
        hint: 'Give it a weight in one section of the scorecard, or make it a part of another criterion.',
      }),
    );
  }
}

/** Reports where not exactly one allegation is the default. */
function checkDefault({ allegations }: Collected, sources: readonly PackSource[], report: Report): void {
  const defaults = allegations.sound.filter(({ written }) => written.default === true);
  const [first, ...others] = defaults;
  for (const { id, source, path } of others) {
    report(
      failureAt(placeOfValue(source, [...path, 'default']), `\`${id}\` is a second default allegation.`, {
        code: 'default-allegation',
        hint: `The first is \`${first!.id}\`; a pack has exactly one.`,
      }),
    );
  }
  // A malformed one may have been the default.
  if (first !== undefined || allegations.sound.length < allegations.ids.size) return;
  const holder = sources.find((source) => nodeAt(source, ['allegations']) !== undefined);
  const place = holder === undefined ? originAt(sources[0]!, 0) : placeOfKey(holder, ['allegations']);
  report(
    failureAt(place, 'No allegation is the default.', {
      code: 'default-allegation',
      hint: 'Mark the one that is judged where none was filed with `default: true`.',
    }),
  );
}

/** Criteria in the order of their sections; those in none come last, in the order of the files. */
function inSections(criteria: readonly Criterion[], { sections }: Scorecard): readonly Criterion[] {
  const ids = sections.flatMap((section) => section.criteria.map(({ id }) => id));
  const order = new Map(ids.map((id, index) => [id, index]));
  const rank = ({ id }: Criterion): number => order.get(id) ?? ids.length;
  return criteria.toSorted((a, b) => rank(a) - rank(b));
}
