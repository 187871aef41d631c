/** An allegation, and who bears what, as they are written, made into data. */
import type { Failure } from '../call/failure.ts';
import { buildTree } from './build-tree.ts';
import type { Entry } from './collect.ts';
import type { Allegation, OtherBearers, Responsibility } from './model/allegation.ts';
import type { Localised } from './model/localised.ts';
import { namesAt } from './names-at.ts';
import type { WrittenAllegation, WrittenResponsibility } from './schema/allegation.ts';
import type { PackSource, ValuePath } from './source.ts';

type Report = (failure: Failure) => void;

/** The ids that trees and names are checked against. */
interface Known {
  readonly moments: ReadonlySet<string>;
  readonly criteria: ReadonlySet<string>;
}

/** The allegation; the criteria of its trees and its moments are checked against the ids that are known. */
export function buildAllegation(
  { id, written, source, path }: Entry<WrittenAllegation>,
  known: Known,
  report: Report,
): Allegation {
  const partly = written['partly-upheld'];
  const bearers = written['borne-by'];
  const moments = (key: 'alleged-by' | 'unheard-without'): readonly string[] | undefined => {
    const names = written[key];
    return names === undefined ? undefined : namesAt(names, source, [...path, key], known.moments, report);
  };
  const allegedBy = moments('alleged-by');
  const unheardWithout = moments('unheard-without');
  return {
    id,
    title: written.title as Localised,
    default: written.default ?? false,
    upheld: buildTree(written.upheld, source, [...path, 'upheld'], known.criteria, report),
    ...(partly === undefined
      ? {}
      : { partlyUpheld: buildTree(partly, source, [...path, 'partly-upheld'], known.criteria, report) }),
    ...(allegedBy === undefined ? {} : { allegedBy }),
    ...(unheardWithout === undefined ? {} : { unheardWithout }),
    ...(bearers === undefined
      ? {}
      : { borneBy: buildBearers(bearers, source, [...path, 'borne-by'], known.moments, report) }),
  };
}

/** Who bears what happened; checked as an allegation is. */
export function buildResponsibility(
  { written, source, path }: Entry<WrittenResponsibility>,
  known: Known,
  report: Report,
): Responsibility {
  return {
    own: buildTree(written.own, source, [...path, 'own'], known.criteria, report),
    others: buildBearers(written.others, source, [...path, 'others'], known.moments, report),
  };
}

/** In the order in which they are written. */
function buildBearers(
  written: WrittenResponsibility['others'],
  source: PackSource,
  path: ValuePath,
  momentIds: ReadonlySet<string>,
  report: Report,
): OtherBearers {
  return (Object.keys(written) as (keyof typeof written)[]).flatMap((bearer) => {
    const said = written[bearer];
    return said === undefined
      ? []
      : [{ bearer, said: namesAt(said, source, [...path, bearer], momentIds, report) }];
  });
}
