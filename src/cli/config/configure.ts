/** What a config says in place of the defaults of options; what was said on the command line wins. */
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { complaint } from '../complain.ts';
import type { Io } from '../io.ts';
import { findConfig } from './find-config.ts';

/** Gives a command's options what the config that speaks for it says, where it has such options. */
export async function configure(command: Command, io: Io): Promise<void> {
  if (!command.options.some((option) => option.attributeName() === 'config')) return;
  const named = command.opts<{ readonly config?: string }>().config;
  const path = named === undefined ? findConfig(io.cwd) : resolve(io.cwd, named);
  if (path === undefined) return;
  const { loadConfig } = await import('./load-config.ts');
  const config = loadConfig(path, named ?? shownPath(io.cwd, path));
  const values: Readonly<Record<string, unknown>> = {
    speaker: config.speakers,
    columns: config.columns,
    limits: config.limits,
    failUnder: config.gate?.failUnder,
    failOn: command.name() === 'lint' ? undefined : config.gate?.failOn,
    gate: config.gate?.require,
    redact: config.redact,
    lang: config.lang,
    reviews:
      config.reviews === undefined ? undefined : shownPath(io.cwd, resolve(config.folder, config.reviews)),
  };
  if (isGated(command)) {
    const { droppedGate } = await import('./dropped-gate.ts');
    for (const warning of droppedGate(config, command.opts())) io.stderr.write(complaint(warning, 'warning'));
  }
  const configured: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const source = command.getOptionValueSource(name);
    const known = command.options.some((option) => option.attributeName() === name);
    if (value === undefined || !known || source === 'cli') continue;
    command.setOptionValueWithSource(name, value, 'config');
    configured.push(name);
  }
  command.setOptionValue('configured', configured);
}

/** Whether a command holds calls to what the config asks of them. */
function isGated(command: Command): boolean {
  return ['score', 'audit'].includes(command.name());
}

/** A path as it is shown: from the working folder, with `/` between. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path);
  return (shown === '' ? '.' : shown).replaceAll('\\', '/');
}
