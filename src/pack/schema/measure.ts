/** The YAML form of what a criterion measures and of the limits it sets. */
import * as z from 'zod';
import type { Measure, MeasureLimit } from '../model/criterion.ts';

/** What can be measured, and how its limits end. */
const MEASURES = {
  silence: ['ms', 's', 'min'],
  overlap: ['ms', 's', 'min'],
  'talk-share': ['%'],
  'speech-rate': ['words per minute', 'characters per minute'],
  hold: ['ms', 's', 'min'],
  'response-time': ['ms', 's', 'min'],
  duration: ['ms', 's', 'min'],
} as const satisfies Readonly<Record<Measure, readonly string[]>>;
const QUANTITY = /^(?<count>\d+(?:\.\d+)?) ?(?<unit>ms|s|min|%|words per minute|characters per minute)$/;
/** The units of quantities as the pack has them, and what one of them is in it. */
const QUANTITY_UNITS: Readonly<Record<string, MeasureLimit>> = {
  ms: { value: 1, unit: 'ms' },
  s: { value: 1000, unit: 'ms' },
  min: { value: 60_000, unit: 'ms' },
  '%': { value: 1, unit: 'percent' },
  'words per minute': { value: 1, unit: 'words-per-minute' },
  'characters per minute': { value: 1, unit: 'characters-per-minute' },
};
const quantity = z
  .string()
  .regex(QUANTITY, 'must be a number and a unit, such as `1500 ms`, `60 s`, `55 %` or `180 words per minute`')
  .meta({ id: 'quantity', description: 'ms, s, min, %, words per minute, characters per minute.' });
export const quantities = z.union([quantity, z.array(quantity).min(1).max(2)]);

export const measure = z.enum(Object.keys(MEASURES) as [keyof typeof MEASURES, ...(keyof typeof MEASURES)[]]);

/** A quantity that suits the schema, in the pack's own units. */
export function limitOf(written: string): MeasureLimit {
  const { count, unit } = QUANTITY.exec(written)!.groups!;
  const one = QUANTITY_UNITS[unit!]!;
  return { value: Number(count) * one.value, unit: one.unit };
}

/** Raises what is wrong with the limits of a criterion that has a `measure`. */
export function checkMeasure(
  value: object,
  problem: (message: string, path?: readonly string[], hint?: string) => void,
): void {
  const written = value as Readonly<Record<string, unknown>>;
  const units: readonly string[] | undefined = MEASURES[written['measure'] as Measure];
  const sides = (['at-most', 'at-least'] as const).filter((key) => key in written);
  if (units === undefined) return;
  if (sides.length === 0) {
    problem('`measure` needs `at-most` or `at-least`', [], `Such as \`at-most: 1.5 ${units.at(-1)}\`.`);
  }
  for (const side of sides) {
    const found = [written[side]].flat().map((one) => QUANTITY.exec(String(one))?.groups?.['unit']);
    if (found.some((unit) => unit !== undefined && !units.includes(unit))) {
      const hint = `Its limits are in ${units.join(' or ')}.`;
      problem(`\`${String(written['measure'])}\` is not measured in that unit`, [side], hint);
    } else if (found.includes(undefined)) {
      problem(`\`${side}\` needs a unit`, [side], `Such as ${units.join(' or ')}.`);
    } else if (found.length > 1 && (new Set(found).size < found.length || units[0] !== 'words per minute')) {
      problem(`\`${side}\` has two limits of one kind`, [side], 'One limit a unit.');
    }
  }
}
