/** `callqa audit CALL`: one call in full. */
import { createEvaluator } from '../batch/evaluate.ts';
import { glossaryOf } from '../batch/glossary.ts';
import { Failure } from '../call/failure.ts';
import { auditFormats, type AuditFormat } from '../report/audit/formats.ts';
import { complaint } from './complain.ts';
import { passesGate } from './gate.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { GateFlags, ReadFlags, ReportFlags } from './options.ts';
import { openOutput } from './output.ts';
import { packOf } from './pack-option.ts';
import { readPaths } from './reading.ts';
import { toolName } from './version.ts';

export interface AuditFlags extends ReadFlags, ReportFlags, GateFlags {
  readonly format: AuditFormat;
  /** Which call of a file that holds many. */
  readonly id?: string;
}

/** Lines of a report that goes to no terminal are still for reading. */
const plainWidth = 100;

/** Returns the exit code, as `score` does. */
export async function auditCommand(path: string, flags: AuditFlags, io: Io): Promise<number> {
  const compiled = await packOf(flags.pack, io);
  let unread = false;
  const found = [];
  for await (const item of readPaths([path], flags, io)) {
    if ('failure' in item) {
      unread = true;
      io.stderr.write(complaint(item.failure));
    } else if (flags.id === undefined || item.call.id === flags.id) {
      found.push(item);
      if (found.length > 1 && flags.id === undefined) {
        throw new Failure(`${path} holds more than one call`, {
          code: 'many-calls',
          file: path,
          hint: `Name one with --id, such as --id ${found[0]!.call.id}.`,
        });
      }
    }
  }
  const [item] = found;
  if (item === undefined) {
    if (unread) return 2;
    throw new Failure(
      flags.id === undefined ? `${path} holds no call` : `no call in ${path} has the id ${flags.id}`,
      {
        code: 'no-call',
        file: path,
        hint: 'Run `callqa score` on it to see what it holds.',
      },
    );
  }
  const evaluator = createEvaluator(compiled, { tool: toolName(), redact: flags.redact });
  const result = evaluator.audit(item.call, item.source);
  const look = lookOf(io, flags.output !== undefined);
  const output = openOutput(flags.output, io);
  try {
    await output.write(
      auditFormats[flags.format](result, {
        language: flags.lang,
        glossary: glossaryOf(compiled.pack),
        chalk: look.chalk,
        width: Number.isFinite(look.width) ? look.width : plainWidth,
      }),
    );
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  if (unread) return 2;
  return passesGate(result, flags) ? 0 : 1;
}
