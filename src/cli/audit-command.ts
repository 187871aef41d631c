/** `callqa audit CALL…`: one case in full. */
import { missedBy } from '../batch/call-gate.ts';
import { glossaryOf } from '../batch/glossary.ts';
import { loadAuditFormat, type AuditFormat } from '../report/audit/load-format.ts';
import type { CaseFlags } from './audit-arguments.ts';
import { auditCase } from './audit-case.ts';
import { tellGate } from './gate.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { GateFlags, ReportFlags } from './options.ts';
import { createOutputGuard } from './output-guard.ts';
import { packOf } from './pack-option.ts';
import { writeOutput } from './write-output.ts';

export interface AuditFlags extends CaseFlags, ReportFlags, GateFlags {
  readonly format: AuditFormat;
}

/** Lines of a report that goes to no terminal are still for reading. */
const plainWidth = 100;

/** Returns the exit code, as `score` does. */
export async function auditCommand(paths: readonly string[], flags: AuditFlags, io: Io): Promise<number> {
  await createOutputGuard(flags.output, io).checkPaths(paths);
  const compiled = await packOf(flags, io);
  const { result, unread } = await auditCase(paths, flags, compiled, io);
  if (result === undefined) return 2;
  const look = await lookOf(io, flags.output !== undefined);
  const render = await loadAuditFormat(flags.format);
  await writeOutput(
    flags.output,
    render(result, {
      language: flags.lang,
      glossary: glossaryOf(compiled.pack),
      chalk: look.chalk,
      width: Number.isFinite(look.width) ? look.width : plainWidth,
    }),
    io,
  );
  const { passed, told } = tellGate(
    { calls: 1, scored: result.score.total === null ? 0 : 1, missed: missedBy(result, flags) },
    flags,
    flags.configured,
  );
  if (told !== '') io.stderr.write(told);
  return unread ? 2 : passed ? 0 : 1;
}
