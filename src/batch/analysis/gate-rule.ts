/** What a gate over a batch asks, as it is written: `upheld<=5%`, `mean>=75`, `no-calm-down>=99%`. */
import type { VerdictResult } from '../../result/result.ts';

type VerdictKind = VerdictResult['verdict'];

/** One thing that is asked of a batch. */
export interface GateRule {
  readonly written: string;
  readonly figure: 'mean' | { readonly verdict: VerdictKind } | { readonly criterion: string };
  readonly bound: 'at-most' | 'at-least';
  /** A score, or a share in per cent; 0 to 100. */
  readonly value: number;
}

/** The rule that is written, or what is wrong with it, which can stand behind its name in a sentence. */
export type ReadGateRule = { readonly rule: GateRule } | { readonly problem: string };

const verdicts: readonly string[] = [
  'upheld',
  'partly-upheld',
  'not-upheld',
  'insufficient-evidence',
] satisfies VerdictKind[];

const ofEachCall = (word: string): string => `--fail-on ${word} asks it of each call`;
const others: Readonly<Record<string, string>> = {
  ordinary: ofEachCall('ordinary'),
  critical: ofEachCall('critical'),
  fatal: ofEachCall('fatal'),
  median: 'of the scores a gate knows the mean, such as mean>=75',
  average: 'it is called mean, such as mean>=75',
  score: 'of the scores a gate knows the mean, such as mean>=75, and --fail-under asks a score of each call',
  errors: 'inputs that could not be read make the exit code 2 without a gate',
};

/** How what no gate over a batch knows, though it might, is asked for instead; undefined for any other name. */
export function otherFigure(name: string): string | undefined {
  return Object.hasOwn(others, name) ? others[name] : undefined;
}

/** How rules are written. */
export const gateExample = 'upheld<=5%,mean>=75,no-calm-down>=99%';

/** Reads a rule. A share is written with `%`, the mean score without. */
export function readGateRule(written: string): ReadGateRule {
  const parts = /^\s*(?<name>[^\s<>=≤≥!]+)\s*(?<sign>[<>=≤≥!]+)\s*(?<asked>.*?)\s*$/u.exec(written)?.groups;
  if (parts === undefined) return { problem: 'has to be a figure, <= or >=, and a number' };
  const { name = '', sign = '', asked = '' } = parts;
  if (!/^[a-z][a-z0-9-]*$/u.test(name)) {
    return {
      problem: `names no figure: “${name}” is neither mean, nor a verdict, nor the id of a criterion`,
    };
  }
  if (sign !== '<=' && sign !== '>=') return { problem: `has “${sign}”, and a gate knows only <= and >=` };
  const number = /^(?<value>\d+(?:\.\d+)?)(?<percent>\s*%)?$/u.exec(asked)?.groups;
  if (number === undefined) {
    return {
      problem: asked === '' ? `has no number after ${sign}` : `has “${asked}” where a number has to be`,
    };
  }
  const value = Number(number['value']);
  const isShare = number['percent'] !== undefined;
  if (isShare && name === 'mean') return { problem: `has a %, and the mean is a score: mean${sign}${value}` };
  if (!isShare && name !== 'mean') {
    const other = otherFigure(name);
    if (other !== undefined) return { problem: `names no figure of a batch: ${other}` };
    return { problem: `has no %, and it asks for a share of the calls: ${name}${sign}${value}%` };
  }
  if (value > 100)
    return {
      problem: `asks for ${asked}, and ${isShare ? 'a share is at most 100%' : 'a score is at most 100'}`,
    };
  return {
    rule: {
      written: written.trim(),
      figure:
        name === 'mean'
          ? 'mean'
          : verdicts.includes(name)
            ? { verdict: name as VerdictKind }
            : { criterion: name },
      bound: sign === '<=' ? 'at-most' : 'at-least',
      value,
    },
  };
}
