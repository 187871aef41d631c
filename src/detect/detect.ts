/** Detection: a call and a pack in, its stretches and moments out. */
import type { Call, Speaker } from '../call/call.ts';
import { stretchesOf } from '../call/stretch.ts';
import type { CompiledPack, PhraseRange } from '../pack/compiled.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import { Matcher } from '../phrases/match.ts';
import { answeringMoments } from './answering.ts';
import { isBackchannel } from './backchannel.ts';
import type { Detected, DetectedStretch, NotedFact, NotedStep } from './detected.ts';
import type { Moment } from './moment.ts';
import { compareMoments } from './moment.ts';
import { passageOf, spansOf } from './passage.ts';
import { inferRoles } from './roles.ts';
import { Side } from './side.ts';
import { capitalsMatter } from './typography.ts';

/** Makes the detector of a pack; setting it up costs far more than a call does, so keep it. */
export function createDetector(compiled: CompiledPack): (call: Call) => Detected {
  const { moments } = compiled.pack;
  const sides = {
    agent: new Side(
      compiled.layers.map(({ agent }) => agent),
      moments,
    ),
    customer: new Side(
      compiled.layers.map(({ customer }) => customer),
      moments,
    ),
  };
  const notes = createNoteReader(compiled);
  const answers = answeringMoments(moments);
  const either = (text: string) =>
    [sides.agent, sides.customer].flatMap((side) => side.find(text, () => true).map(({ moment }) => moment));
  return (given) => {
    const call = inferRoles(given, either);
    const found: Moment[] = [];
    const marks: Moment[] = [];
    const heard = new Set<MomentRule['speaker']>();
    const stretches = stretchesOf(call).map((stretch): DetectedStretch => {
      const passage = passageOf(call, stretch);
      const side = sideOf(stretch.speaker);
      if (side !== undefined) {
        const meansCapitals = (): boolean => capitalsMatter(call, stretch.speaker);
        heard.add(side);
        for (const { moment, start, end } of sides[side].find(passage.text, meansCapitals)) {
          // With nobody else heard yet there was nothing to answer.
          if (moment.answers === true && heard.size < 2) continue;
          const parts = spansOf(passage, start, end);
          const { speaker, participant, index } = stretch;
          found.push({ id: moment.id, speaker, participant, stretch: index, parts });
        }
        for (const { id, start, end } of sides[side].marks()) {
          const { speaker, participant, index } = stretch;
          marks.push({ id, speaker, participant, stretch: index, parts: spansOf(passage, start, end) });
        }
      }
      return { ...stretch, backchannel: isBackchannel(passage.text) };
    });
    found.sort(compareMoments);
    found.push(...answers(found, stretches));
    const { noted, notedFacts } = notes(call);
    return {
      call,
      stretches,
      moments: found.sort(compareMoments),
      marks: marks.sort(compareMoments),
      ...(noted.length === 0 ? {} : { noted }),
      ...(notedFacts.length === 0 ? {} : { notedFacts }),
    };
  };
}

interface Noted {
  readonly noted: readonly NotedStep[];
  readonly notedFacts: readonly NotedFact[];
}

/** Reads notes for the steps that they prove and the key facts that they tell; of one in one note, the first words that do. */
function createNoteReader({ notes }: CompiledPack): (call: Call) => Noted {
  const steps = Object.entries(notes.steps);
  const facts = Object.entries(notes.facts);
  let matcher: Matcher | undefined;
  return ({ notes: written = [] }) => {
    const noted: NotedStep[] = [];
    const told = new Map<string, NotedFact>();
    if (steps.length === 0 && facts.length === 0) return { noted, notedFacts: [] };
    for (const [note, { text }] of written.entries()) {
      matcher ??= new Matcher(notes.phrases);
      const units = matcher.read(text);
      const firstOf = ([from, to]: PhraseRange) => {
        const hit = matcher!.hits(from, to)[0];
        return hit && { note, start: units.starts[hit.first]!, end: units.ends[hit.last]! };
      };
      for (const [name, range] of steps) {
        const found = firstOf(range);
        const [protocol, step] = name.split('/') as [string, string];
        if (found !== undefined) noted.push({ protocol, step, ...found });
      }
      for (const [fact, range] of facts) {
        const found = told.has(fact) ? undefined : firstOf(range);
        if (found !== undefined) told.set(fact, { fact, ...found });
      }
    }
    return { noted, notedFacts: facts.flatMap(([fact]) => told.get(fact) ?? []) };
  };
}

function sideOf(speaker: Speaker): MomentRule['speaker'] | undefined {
  return speaker === 'agent' || speaker === 'customer' ? speaker : undefined;
}
