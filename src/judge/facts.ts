/** The form `facts`: so many of the pack's key facts must be on record. */
import type { Detected } from '../detect/detected.ts';
import type { Pack } from '../pack/model.ts';
import type { FactsCriterion } from '../pack/model/criterion.ts';
import { keyFactsOf } from './key-facts.ts';
import type { Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';
import { isUntested } from './window.ts';

/**
 * Judges a `facts` criterion: met where at least so many of its facts are recorded or were asked for. Not applicable
 * where none of `when` came, where the agent had no chance after it, and where nobody spoke for the agent. What it
 * searched is the whole call; a fact that is missing has no words to show.
 */
export function judgeFacts(scene: Scene, criterion: FactsCriterion, detected: Detected, pack: Pack): Outcome {
  const { id, facts, atLeast, when } = criterion;
  const agentSpoke = scene.stretches.some((stretch) => scene.counts(stretch, 'agent'));
  const unknown = scene.stretches.some((stretch) => scene.counts(stretch, 'unknown'));
  if (scene.speakersUnknown(when) || (!agentSpoke && unknown)) {
    return { criterion: id, outcome: 'not-evaluated', share: 0, evidence: [], reason: 'speakers-unknown' };
  }
  if (!agentSpoke || isUntested(scene, when))
    return { criterion: id, outcome: 'not-applicable', share: 0, evidence: [] };
  const onRecord = keyFactsOf(detected, pack).filter(
    (fact) => facts.includes(fact.id) && fact.status !== 'missing',
  );
  const searched = { from: 0, to: detected.call.turns.length - 1 };
  return onRecord.length >= atLeast
    ? { criterion: id, outcome: 'met', share: 1, evidence: [] }
    : { criterion: id, outcome: 'not-met', share: 0, evidence: [], searched };
}
