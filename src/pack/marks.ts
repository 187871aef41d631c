/** Marks: what a pack listens for beside its moments, for its key facts, grades of gravity and promises. */
import type { Pack } from './model.ts';
import type { MomentRule } from './model/moment-rule.ts';
import type { WrittenPhrase } from './model/origin.ts';

/** Words that mean something for one rule of a case only. */
interface MarkRule {
  /** The rule and its key, such as `key-facts/order/told`; detection gives it to what it finds. */
  readonly id: string;
  readonly speaker: MomentRule['speaker'];
  readonly phrases: readonly WrittenPhrase[];
}

/** All marks of a pack, in its order; those without phrases are left out. */
export function marksOf({ keyFacts, gravity, promises }: CaseRules): readonly MarkRule[] {
  const mark = (id: string, speaker: MarkRule['speaker'], phrases: readonly WrittenPhrase[]): MarkRule => ({
    id,
    speaker,
    phrases,
  });
  return [
    ...keyFacts.flatMap(({ id, told, found, asked }) => [
      mark(`key-facts/${id}/told`, 'customer', told),
      mark(`key-facts/${id}/found`, 'agent', found),
      mark(`key-facts/${id}/asked`, 'agent', asked),
    ]),
    ...gravity.map(({ id, phrases }) => mark(`gravity/${id}`, 'customer', phrases)),
    ...promises.flatMap(({ id, phrases, keptBy, brokenBy }) => [
      mark(`promises/${id}/promised`, 'agent', phrases),
      mark(`promises/${id}/announced`, 'agent', keptBy.announced),
      mark(`promises/${id}/kept`, 'customer', keptBy.phrases),
      mark(`promises/${id}/broken`, 'customer', brokenBy),
    ]),
  ].filter(({ phrases }) => phrases.length > 0);
}

type CaseRules = Pick<Pack, 'keyFacts' | 'gravity' | 'promises'>;
