/** A policy on ending calls as it is written, made into a rule. */
import type { Failure } from '../call/failure.ts';
import { phrasesAt } from './build-moment.ts';
import type { Entry } from './collect.ts';
import type { Localised } from './model/localised.ts';
import type { Protocol, ProtocolGround, ProtocolStep } from './model/protocol.ts';
import { namesAt } from './names-at.ts';
import type { WrittenProtocol } from './schema/protocol.ts';
import { failureAt, placeOfKey } from './source.ts';

type Report = (failure: Failure) => void;

/**
 * The protocol. Its moments are checked against the ids that are known, its warnings against its steps; the phrases of
 * its notes are not tried here.
 */
export function buildProtocol(
  { id, written, source, path, origin }: Entry<WrittenProtocol>,
  momentIds: ReadonlySet<string>,
  report: Report,
): Protocol {
  const moments = (names: string | readonly string[] | undefined, ...keys: readonly (string | number)[]) =>
    names === undefined ? [] : namesAt(names, source, [...path, ...keys], momentIds, report);
  const steps = Object.entries(written.steps).map(([step, { title, warning, say, noted }]): ProtocolStep => {
    const here = ['steps', step, 'say'] as const;
    return {
      id: step,
      title: title as Localised,
      warning: warning ?? false,
      moments:
        typeof say === 'string'
          ? [moments(say, ...here)]
          : (say ?? []).map((any, index) => moments(any, ...here, index)),
      noted: noted === undefined ? [] : phrasesAt(source, [...path, 'steps', step, 'noted'], report),
    };
  });
  const grounds = Object.entries(written.grounds).map(([ground, said]): ProtocolGround => {
    const warnings = said.warnings ?? 0;
    const known = steps.filter((step) => step.warning).length;
    if (warnings > known) {
      report(
        failureAt(
          placeOfKey(source, [...path, 'grounds', ground, 'warnings']),
          `The ground \`${ground}\` asks for ${warnings} warnings, and the protocol has ${known} steps that warn.`,
          { code: 'protocol-ground', hint: 'Mark so many steps with `warning: true`.' },
        ),
      );
    }
    return {
      id: ground,
      title: said.title as Localised,
      offences: moments(said.offences, 'grounds', ground, 'offences'),
      ...(said.strikes === undefined ? {} : { strikes: said.strikes }),
      warnings,
      fragile: said.fragile ?? false,
    };
  });
  const { settled } = written;
  return {
    id,
    title: written.title as Localised,
    grounds,
    never: moments(written.never, 'never'),
    steps,
    announced: moments(written.announced, 'announced'),
    settled: {
      openedBy: moments(settled['opened-by'], 'settled', 'opened-by'),
      by: moments(settled.by, 'settled', 'by'),
      agreed: moments(settled.agreed, 'settled', 'agreed'),
      goodbye: moments(settled.goodbye, 'settled', 'goodbye'),
      handedOn: moments(settled['handed-on'], 'settled', 'handed-on'),
    },
    origin,
  };
}
