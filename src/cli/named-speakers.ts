/** Watches over a run whether the labels that `--speaker` names come up, so that a slip in one does not go unseen. */
import type { UnitOutcome } from '../batch/unit.ts';
import { noteLabels, unusedSpeakers } from '../batch/unused-speakers.ts';
import type { Call } from '../call/call.ts';
import { unusedLabels } from '../read/read.ts';
import { complaint } from './complain.ts';
import type { ReadFlags } from './options.ts';

interface NamedSpeakers {
  /** A call that was read on this thread. */
  readonly hear: (call: Call) => void;
  /** What another one met with. */
  readonly add: (labels: UnitOutcome['labels']) => void;
  /** The warning, as standard error shows it; empty where there is none. */
  readonly warning: () => string;
}

const nothing: NamedSpeakers = { hear: () => {}, add: () => {}, warning: () => '' };

/** A config names the labels of all files there may be, and is not warned of. */
export function namedSpeakers({ speaker, configured, speakersTold }: ReadFlags): NamedSpeakers {
  if (speaker === undefined || speakersTold === true || configured?.includes('speaker') === true)
    return nothing;
  const used = new Set<string>();
  const seen = new Set<string>();
  return {
    hear: (call) => noteLabels(call, seen),
    add: (labels) => {
      if (labels === undefined) return;
      const unused = new Set(labels.unused);
      for (const label of speaker.keys()) if (!unused.has(label)) used.add(label);
      for (const label of labels.seen) seen.add(label);
    },
    warning: () => {
      const warning = unusedSpeakers(
        unusedLabels(speaker).filter((label) => !used.has(label)),
        seen,
      );
      return warning === undefined ? '' : complaint(warning, 'warning');
    },
  };
}
