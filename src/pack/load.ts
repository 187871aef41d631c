/** Loads a pack: from the YAML of a file or a folder to a pack in which every name is resolved. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { Failure } from '../call/failure.ts';
import { buildAllegation, buildResponsibility } from './build-allegation.ts';
import { buildCase } from './build-case.ts';
import { buildCaseRules } from './build-case-rules.ts';
import { buildCriterion } from './build-criterion.ts';
import { buildMoment, phrasesAt } from './build-moment.ts';
import { buildProtocol } from './build-protocol.ts';
import { buildScorecard } from './build-scorecard.ts';
import { checkPhrases } from './check-phrases.ts';
import { clashes, nearMisses, writtenWith, type Written } from './clashes.ts';
import { collect } from './collect.ts';
import type { Collected, Entry } from './collect.ts';
import { cycles } from './cycles.ts';
import { buildLint, checkLintRules } from './build-lint.ts';
import { marksOf } from './marks.ts';
import { idsWith, mergePacks, protocolsOf } from './merge-packs.ts';
import type { Addition } from './merge-packs.ts';
import type { Pack } from './model.ts';
import type { Allegation, VerdictTree } from './model/allegation.ts';
import type { Criterion } from './model/criterion.ts';
import type { Scorecard } from './model/scorecard.ts';
import { PackErrors } from './pack-errors.ts';
import { partOf } from './part-of.ts';
import type { WrittenCriterion } from './schema/criterion.ts';
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
  const { read, sha256 } = readPack(path, shownAs);
  const part = partOf(read.sources, shownAs);
  if (part !== undefined) throw part;
  const { protocols: _, ...own } = assembled(read, undefined, []);
  // Where nothing was reported, nothing is missing.
  return { ...(own as Omit<Pack, 'sha256'>), sha256 };
}

/** A pack that files add to. */
export interface Base {
  readonly pack: Pack;
  /** Whether what has an id of the pack's stands in for it; else that is an error. */
  readonly override: boolean;
  /** Where what was added to the pack before is written. */
  readonly written?: Written;
}

/** A pack that files were added to. */
export interface Extended {
  readonly pack: Pack;
  /** Where all that was added is written. */
  readonly written: Written;
  /** What probably is not meant. */
  readonly warnings: readonly Failure[];
}

/**
 * A pack with the rules of a YAML file or a folder added to it. They may name whatever the pack has; they need no head
 * and no scorecard, and a criterion of theirs need stand in no section. What they say of a case or of who bears what
 * replaces the pack's, where `override` allows it.
 *
 * @throws {Failure} as `loadPack` does
 */
export function extendPack(
  { pack: base, override, written = new Map() }: Base,
  path: string,
  shownAs: string = path,
): Extended {
  const { read, sha256 } = readPack(path, shownAs, true);
  const found = override ? [] : clashes(read.collected, base, written);
  const added = assembled(read, base, found);
  return {
    pack: mergePacks(base, { ...added, sha256 }),
    written: writtenWith(read.collected, written),
    warnings: override ? nearMisses(read.collected, base) : [],
  };
}

interface Read {
  readonly sources: readonly PackSource[];
  readonly collected: Collected;
  readonly failures: readonly Failure[];
}

function readPack(
  path: string,
  shownAs: string,
  adds = false,
): { readonly read: Read; readonly sha256: string } {
  const files = packFiles(path, shownAs);
  const sources = files.map(({ shown, bytes }) => readSource(shown, bytes));
  const failures = sources.flatMap((source) => source.failures);
  const collected = collect(sources, (failure) => void failures.push(failure), adds);
  return { read: { sources, collected, failures }, sha256: hashOf(files) };
}

/** The pack, or what is added to one; throws what is wrong with it. */
function assembled(
  { sources, collected, failures }: Read,
  base: Pack | undefined,
  more: readonly Failure[],
): Omit<Addition, 'sha256'> {
  const all = [...failures, ...more];
  const pack = assemble(collected, sources, (failure) => void all.push(failure), base);
  const [first, ...others] = inOrder(all, sources);
  if (first !== undefined) throw new PackErrors([first, ...others]);
  return pack;
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

/**
 * The pack, or what is added to one, as far as it is sound. What refers to other parts is checked only where no file's
 * YAML is broken.
 */
function assemble(
  own: Collected,
  sources: readonly PackSource[],
  report: Report,
  base: Pack | undefined,
): Omit<Addition, 'sha256'> {
  const collected = base === undefined ? own : idsWith(own, base);
  const { head, lists: writtenLists, scorecard: writtenScorecard } = collected;
  const whole = sources.every(({ data }) => data !== undefined);
  const reportReference: Report = whole ? report : () => undefined;

  const lists = Object.fromEntries(
    writtenLists.sound.map(({ id, source, path }) => [id, phrasesAt(source, path, report)]),
  );
  const moments = collected.moments.sound.map((entry) =>
    buildMoment(entry, collected.moments.ids, report, reportReference),
  );
  const caseRules = buildCaseRules(collected, { report, reportReference });
  const protocols = collected.protocols.sound.map((entry) =>
    buildProtocol(entry, collected.moments.ids, (failure) => {
      if (failure.code.startsWith('unknown-')) reportReference(failure);
      else report(failure);
    }),
  );
  const lint =
    collected.lint &&
    buildLint(
      collected.lint,
      {
        moments: collected.moments.ids,
        soundMoments: new Map([...(base?.moments ?? []), ...moments].map((each) => [each.id, each])),
        criteria: collected.criteria.ids,
        steps: new Set(base?.lint?.steps.map(({ id }) => id)),
      },
      (failure) => {
        if (failure.code.startsWith('unknown-')) reportReference(failure);
        else report(failure);
      },
    );
  const phrases = [
    ...moments.flatMap((moment) => [...moment.phrases, ...moment.unless]),
    ...marksOf(caseRules).flatMap((mark) => mark.phrases),
    ...protocols.flatMap(({ steps }) => steps.flatMap(({ noted }) => noted)),
    ...(lint?.rules ?? []).flatMap(({ words, replace }) => [
      ...words,
      ...replace.flatMap((each) => each.words),
    ]),
  ];
  const allLists = { listIds: writtenLists.ids, ...(base === undefined ? {} : { base: base.lists }) };
  for (const failure of checkPhrases(lists, phrases, allLists)) {
    if (failure.code === 'unknown-list') reportReference(failure);
    else report(failure);
  }

  const known = {
    moments: collected.moments.ids,
    criteria: collected.criteria.ids,
    facts: collected.keyFacts.ids,
    types: collected.complaintTypes.ids,
    grades: collected.gravity.ids,
    protocols: collected.protocols.ids,
    soundProtocols: new Map(
      [...(base === undefined ? [] : protocolsOf(base)), ...protocols].map((each) => [each.id, each]),
    ),
  };
  const criteria = collected.criteria.sound.map((entry) =>
    buildCriterion(entry, known, (failure) => {
      if (failure.code.startsWith('unknown-')) reportReference(failure);
      else report(failure);
    }),
  );
  checkComposites([...(base?.criteria ?? []), ...criteria], collected.criteria.sound, report);
  if (lint !== undefined) {
    const all = new Map([...(base?.criteria ?? []), ...criteria].map((each) => [each.id, each]));
    for (const failure of checkLintRules(collected.lint!, lint, all)) report(failure);
  }
  const scorecard = writtenScorecard && buildScorecard(writtenScorecard, known.criteria, reportReference);
  const allegations = collected.allegations.sound.map((entry) =>
    buildAllegation(entry, known, reportReference),
  );
  if (scorecard && base === undefined) checkSections(scorecard, collected, allegations, reportReference);
  const responsibility =
    collected.responsibility && buildResponsibility(collected.responsibility, known, reportReference);
  const caseReport = collected.caseReport && buildCase(collected.caseReport, known, reportReference);
  if (base === undefined) checkDefault(collected, sources, reportReference);
  else checkOneDefault(collected, base, reportReference);
  return {
    ...(head.pack === undefined ? {} : { id: head.pack.written }),
    ...(head.version === undefined ? {} : { version: head.version.written }),
    ...(head.title === undefined ? {} : { title: head.title.written }),
    lists,
    moments,
    criteria: scorecard ? inSections(criteria, scorecard) : criteria,
    ...(scorecard ? { scorecard } : {}),
    allegations,
    ...(responsibility === undefined ? {} : { responsibility }),
    ...(caseReport === undefined ? {} : { caseReport }),
    ...caseRules,
    ...(lint === undefined ? {} : { lint }),
    protocols,
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
    // Of a circle through another pack's criteria, those that were added closed it.
    const at = cycle.findLastIndex(
      (id, index) => index < cycle.length - 1 && entries.some((one) => one.id === id),
    );
    const [last, first] = [cycle[at]!, cycle[at + 1]!];
    const { source, path } = entries.find(({ id }) => id === last)!;
    const place = [...path, byId.get(last)!.form, membersOf(last).indexOf(first)];
    report(
      failureAt(placeOfValue(source, place), `A criterion cannot hold itself: ${cycle.join(' > ')}.`, {
        code: 'cyclic-criteria',
      }),
    );
  }
}

/** Reports criteria that stand in no section, are no part of a composite, and that no verdict turns on. */
function checkSections(
  scorecard: Scorecard,
  { criteria, members }: Collected,
  allegations: readonly Allegation[],
  report: Report,
): void {
  const trees = allegations.flatMap(({ upheld, partlyUpheld }) => [upheld, partlyUpheld ?? []].flat());
  const placed = new Set([
    ...scorecard.sections.flatMap((section) => section.criteria.map(({ id }) => id)),
    ...trees.flatMap(criteriaIn),
  ]);
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

function criteriaIn(tree: VerdictTree): readonly string[] {
  if (tree.kind === 'not-met') return [tree.criterion];
  return [tree.of].flat().flatMap(criteriaIn);
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

/** Reports allegations that take the default from a pack's own, or leave none. */
function checkOneDefault({ allegations }: Collected, base: Pack, report: Report): void {
  const own = new Map(allegations.sound.map((entry) => [entry.id, entry]));
  const kept = base.allegations.filter((each) => each.default && !own.has(each.id)).length;
  const defaults = allegations.sound.filter(({ written }) => written.default === true);
  const [first] = allegations.sound;
  if (first === undefined || kept + defaults.length === 1) return;
  const { source, path } = defaults.at(-1) ?? first;
  report(
    failureAt(placeOfKey(source, path), 'Not exactly one allegation is the default any more.', {
      code: 'default-allegation',
      hint: `In ${base.id} it is \`${base.allegations.find((each) => each.default)!.id}\`.`,
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
