/** What a pack says of a case: its key facts, types of complaint, grades of gravity and kinds of promise, made into data. */
import type { Failure } from '../call/failure.ts';
import { phrasesAt } from './build-moment.ts';
import type { Collected, Entry } from './collect.ts';
import { didYouMean } from './issues.ts';
import type { Pack } from './model.ts';
import type { Localised } from './model/localised.ts';
import type { WrittenPhrase } from './model/origin.ts';
import { millisecondsOf } from './schema/case-rules.ts';
import { failureAt, nodeAt, placeOfValue } from './source.ts';
import type { ValuePath } from './source.ts';

type CaseRules = Pick<Pack, 'keyFacts' | 'complaintTypes' | 'gravity' | 'promises'>;

interface Reports {
  readonly report: (failure: Failure) => void;
  /** For names that may stand in a file that could not be read. */
  readonly reportReference: (failure: Failure) => void;
}

/** The rules of a case; the moments and criteria that they name are checked against the ids that are known. */
export function buildCaseRules(
  { keyFacts, complaintTypes, gravity, promises, moments, criteria }: Collected,
  { report, reportReference }: Reports,
): CaseRules {
  const named = (
    { source, path }: Entry<unknown>,
    key: ValuePath,
    what: 'moment' | 'criterion',
    value: string | readonly string[] = [],
  ): readonly string[] => {
    const ids = what === 'moment' ? moments.ids : criteria.ids;
    for (const [index, name] of [value].flat().entries()) {
      if (ids.has(name)) continue;
      const place = placeOfValue(source, [...path, ...key, ...(typeof value === 'string' ? [] : [index])]);
      const hint = didYouMean(name, ids);
      reportReference(
        failureAt(place, `There is no ${what} \`${name}\`.`, { code: `unknown-${what}`, hint }),
      );
    }
    return [value].flat();
  };
  const phrases = ({ source, path }: Entry<unknown>, ...key: ValuePath): readonly WrittenPhrase[] => {
    const here = [...path, ...key];
    return nodeAt(source, here) === undefined ? [] : phrasesAt(source, here, report);
  };
  return {
    keyFacts: keyFacts.sound.map((entry) => ({
      id: entry.id,
      title: entry.written.title as Localised,
      told: phrases(entry, 'told'),
      found: phrases(entry, 'found'),
      asked: phrases(entry, 'asked'),
      moments: named(entry, ['moments'], 'moment', entry.written.moments),
      metadata: entry.written.metadata ?? [],
    })),
    complaintTypes: complaintTypes.sound.map((entry) => ({
      id: entry.id,
      title: entry.written.title as Localised,
      moments: named(entry, ['moments'], 'moment', entry.written.moments),
      ...(entry.written.prevent === undefined ? {} : { prevent: entry.written.prevent as Localised }),
    })),
    gravity: gravity.sound.map((entry) => ({
      id: entry.id,
      title: entry.written.title as Localised,
      moments: named(entry, ['moments'], 'moment', entry.written.moments),
      criteria: named(entry, ['criteria'], 'criterion', entry.written.criteria),
      phrases: phrases(entry, 'phrases'),
    })),
    promises: promises.sound.map((entry) => {
      const { title, within, every, 'kept-by': keptBy } = entry.written;
      const due = within ?? every;
      return {
        id: entry.id,
        title: title as Localised,
        moments: named(entry, ['moments'], 'moment', entry.written.moments),
        phrases: phrases(entry, 'phrases'),
        ...(due === undefined ? {} : { dueAfter: millisecondsOf(due) }),
        repeats: every !== undefined,
        keptBy: {
          moments: named(entry, ['kept-by', 'moments'], 'moment', keptBy.moments),
          transfer: keptBy.transfer ?? false,
          contact: keptBy.contact ?? false,
          announced: phrases(entry, 'kept-by', 'announced'),
          phrases: phrases(entry, 'kept-by', 'phrases'),
        },
        brokenBy: phrases(entry, 'broken-by'),
      };
    }),
  };
}
