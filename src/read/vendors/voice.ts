/** Names of speakers and channels out of the numbers and labels that recognisers give them. */
import type { Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';

/** A speaker's label as it is written; a bare number, which alone would say nothing, as `speaker 0`. */
export function speakerName(node: JsonNode): string | undefined {
  const label = node.label();
  return label !== undefined && /^\d+$/u.test(label) ? `speaker ${label}` : label;
}

/** The voice of a speaker and a channel where the format does not say their sides; undefined where it names neither. */
export function voiceOf(speaker: JsonNode | undefined, channel?: JsonNode): Voice | undefined {
  const id = speaker === undefined ? undefined : speakerName(speaker);
  const number = channel?.label();
  if (id === undefined && number === undefined) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(number === undefined ? {} : { channel: number }) };
}
