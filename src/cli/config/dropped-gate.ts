/** What a config asks of calls and nobody is held to, since the command line says something else. */
import type { GateRule } from '../../batch/analysis/gate-rule.ts';
import { Failure } from '../../call/failure.ts';
import type { FailOn, GateFlags } from '../options.ts';
import type { Config } from './config.ts';

interface Said extends GateFlags {
  readonly gate?: readonly GateRule[];
}

/** A warning for each part of a config's gate that an option replaces with less; none where it asks no less. */
export function droppedGate({ gate, file }: Config, said: Said): readonly Failure[] {
  const { failUnder, failOn, require } = gate ?? {};
  return [
    ...(failUnder !== undefined && said.failUnder !== undefined && said.failUnder < failUnder
      ? [dropped(file, `--fail-under ${said.failUnder}`, `${failUnder}`)]
      : []),
    ...lost('--fail-on', failOn, said.failOn, (word: FailOn) => word, file),
    ...lost('--gate', require, said.gate, ({ written }: GateRule) => written, file),
  ];
}

function lost<Part>(
  option: string,
  asked: readonly Part[] | undefined,
  said: readonly Part[] | undefined,
  written: (part: Part) => string,
  file: string,
): readonly Failure[] {
  if (asked === undefined || said === undefined) return [];
  const kept = new Set(said.map(written));
  const missing = asked.map(written).filter((part) => !kept.has(part));
  return missing.length === 0
    ? []
    : [dropped(file, `${option} ${said.map(written).join(',')}`, missing.join(','))];
}

function dropped(file: string, option: string, asked: string): Failure {
  const [name] = option.split(' ', 1);
  return new Failure(`${option} stands in for the gate of the config: ${asked} is not asked`, {
    code: 'gate-replaced',
    file,
    hint: `To hold to both, say ${name} ${asked} too${name === '--fail-under' ? ', or leave the option away' : '; the option may be repeated'}.`,
  });
}
