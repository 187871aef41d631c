/** What a protocol came to, as a case report shows it. */
import type { Outcome } from '../judge/outcome.ts';
import type { ProtocolRecord } from '../result/result.ts';
import type { Quoting } from './quoting.ts';

/**
 * The record of a criterion's protocol; undefined where it has none. A warning that only a note speaks of stands among
 * the steps alone.
 *
 * @param notes the notes of the call, as they may be shown
 */
export function protocolRecord(
  { criterion, protocol }: Outcome,
  { evidence, sentence }: Quoting,
  notes: readonly string[],
): ProtocolRecord | undefined {
  if (protocol === undefined) return undefined;
  return {
    criterion,
    grounds: protocol.grounds.map(({ id, strikes, needed, evidence: offences }) => ({
      id,
      strikes,
      needed,
      evidence: offences.map(evidence),
    })),
    warnings: protocol.warnings.flatMap(({ said: [words], after }) =>
      words === undefined ? [] : [{ evidence: evidence(words), after: evidence(after) }],
    ),
    steps: protocol.steps.map(({ id, state, turn, said: [words], noted }) => {
      const quote =
        words !== undefined
          ? sentence(words)
          : noted === undefined
            ? undefined
            : notes[noted.note]?.slice(noted.start, noted.end);
      return {
        id,
        taken: state === 'taken',
        ...(state === 'unknown' ? { unknown: true as const } : {}),
        ...(turn === undefined ? {} : { turn }),
        ...(quote === undefined ? {} : { quote }),
        ...(noted === undefined || words !== undefined ? {} : { byNote: true as const }),
      };
    }),
    ...(protocol.endedBy === undefined ? {} : { endedBy: protocol.endedBy }),
  };
}
