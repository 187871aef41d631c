/** `callqa audit`, as the command line knows it. */
import { Option } from 'commander';
import { withCase } from '../case-options.ts';
import { withGate, withReading, withReport } from '../options.ts';
import type { Registering } from './registering.ts';

/** `callqa audit CALL…` */
export function registerAudit({ program, io, done }: Registering): void {
  withGate(withReport(withReading(withCase(program.command('audit')))))
    .description('one case in full: what was said, what is held against whom, on which words')
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'markdown', 'html'])
        .default('text'),
    )
    .action(async (paths: string[], flags) => {
      const { auditCommand } = await import('../audit-command.ts');
      done(await auditCommand(paths, flags, io));
    });
}
