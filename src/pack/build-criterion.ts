/** A criterion as it is written, made into a rule. */
import type { Failure } from '../call/failure.ts';
import type { Entry } from './collect.ts';
import { parseDialogue } from './dialogue.ts';
import { didYouMean } from './issues.ts';
import type { Criterion, CriterionExample, CriterionExamples } from './model/criterion.ts';
import type { Localised } from './model/localised.ts';
import type { Protocol } from './model/protocol.ts';
import type { WrittenCriterion } from './schema/criterion.ts';
import { limitOf } from './schema/measure.ts';
import { failureAt, placeOfValue } from './source.ts';
import { writtenLines } from './written-lines.ts';

type Report = (failure: Failure) => void;
type NamesMoments =
  'require' | 'unasked' | 'forbid' | 'limit' | 'when' | 'before' | 'after' | 'unless' | 'reset-by';
interface Known {
  readonly moments: ReadonlySet<string>;
  readonly criteria: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly grades: ReadonlySet<string>;
  readonly protocols: ReadonlySet<string>;
  /** Those of them that are sound. */
  readonly soundProtocols: ReadonlyMap<string, Protocol>;
}

/** The rule of a criterion; its references are checked against the ids that are known. */
export function buildCriterion(entry: Entry<WrittenCriterion>, known: Known, report: Report): Criterion {
  const { id, written, source, path, origin } = entry;
  const names = (
    key: NamesMoments | 'all' | 'any' | 'facts' | 'for-type' | 'at-gravity' | 'protocol' | 'without',
    what: 'moment' | 'criterion' | 'key fact' | 'complaint type' | 'grade of gravity' | 'protocol' | 'step',
    ids: ReadonlySet<string>,
  ): readonly string[] => {
    const value = written[key] ?? [];
    for (const [index, name] of [value].flat().entries()) {
      if (ids.has(name)) continue;
      const step = typeof value === 'string' ? [] : [index];
      report(
        failureAt(placeOfValue(source, [...path, key, ...step]), `There is no ${what} \`${name}\`.`, {
          code: `unknown-${what.replaceAll(' ', '-')}`,
          hint: didYouMean(name, ids),
        }),
      );
    }
    return [value].flat();
  };
  const moments = (key: NamesMoments): readonly string[] => names(key, 'moment', known.moments);
  const within = written.within === undefined ? undefined : Number.parseInt(written.within, 10);
  const times = written.times === undefined ? {} : { times: written.times };
  const base = {
    id,
    title: written.title as Localised,
    why: written.why as Localised,
    severity: written.severity ?? 'ordinary',
    ...(written.say === undefined ? {} : { say: written.say as Localised }),
    examples: examplesOf(entry, report),
    origin,
  };
  if (written.require !== undefined) {
    return {
      ...base,
      form: 'require',
      require: moments('require'),
      when: moments('when'),
      ...(written['for-type'] === undefined
        ? {}
        : { forType: names('for-type', 'complaint type', known.types)[0]! }),
      ...(written['at-gravity'] === undefined
        ? {}
        : { atGravity: names('at-gravity', 'grade of gravity', known.grades) }),
      each: written.each ?? false,
      unasked: moments('unasked'),
      ...(within === undefined ? {} : { within }),
      ...(written.in === undefined ? {} : { in: written.in }),
      before: moments('before'),
    };
  }
  if (written.forbid !== undefined) {
    return {
      ...base,
      form: 'forbid',
      forbid: moments('forbid'),
      when: moments('when'),
      ...times,
      after: moments('after'),
      unless: moments('unless'),
      within: within ?? 1,
      ...(written.in === undefined ? {} : { in: written.in }),
    };
  }
  if (written.limit !== undefined) {
    const [limit, when, resetBy] = [moments('limit'), moments('when'), moments('reset-by')];
    return { ...base, form: 'limit', limit, to: written.to!, when, ...times, resetBy };
  }
  if (written.facts !== undefined) {
    const facts = names('facts', 'key fact', known.facts);
    return {
      ...base,
      form: 'facts',
      facts,
      atLeast: Number(written['at-least'] ?? facts.length),
      when: moments('when'),
    };
  }
  if (written.measure !== undefined) {
    const limits = (key: 'at-most' | 'at-least') =>
      [written[key] ?? []].flat().map((one) => limitOf(String(one)));
    return {
      ...base,
      form: 'measure',
      measure: written.measure,
      by: written.by ?? 'agent',
      atMost: limits('at-most'),
      atLeast: limits('at-least'),
    };
  }
  if (written.protocol !== undefined) {
    const [name] = names('protocol', 'protocol', known.protocols);
    const sound = known.soundProtocols.get(name!);
    // What is not there was reported, and such a pack is never used.
    const protocol = sound!;
    const steps = sound?.steps.map((step) => step.id) ?? [written.without ?? []].flat();
    return { ...base, form: 'protocol', protocol, without: names('without', 'step', new Set(steps)) };
  }
  const form = written.all === undefined ? 'any' : 'all';
  return { ...base, form, of: names(form, 'criterion', known.criteria) };
}

function examplesOf({ written, source, path }: Entry<WrittenCriterion>, report: Report): CriterionExamples {
  const dialogues = (outcome: keyof CriterionExamples): readonly CriterionExample[] =>
    (written.examples[outcome] ?? []).map((_, index) => {
      const here = [...path, 'examples', outcome, index];
      const { lines, failures: folded } = writtenLines(source, here);
      const { example, failures } = parseDialogue(lines);
      for (const failure of [...folded, ...failures]) report(failure);
      return { ...example, origin: placeOfValue(source, here) };
    });
  return {
    met: dialogues('met'),
    'not-met': dialogues('not-met'),
    'not-applicable': dialogues('not-applicable'),
  };
}
