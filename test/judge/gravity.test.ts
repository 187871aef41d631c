import { describe, expect, it } from 'vitest';
import { complaintTypeOf } from '../../src/judge/complaint-type.ts';
import { gravityOf } from '../../src/judge/gravity.ts';
import { judge } from '../../src/judge/judge.ts';
import { casePack, dialogue, wordsOf } from './case-pack.ts';

describe('the type of a complaint', () => {
  it.each<readonly [why: string, lines: string, expected: string]>([
    ['what is named', 'C: the parcel is late', 'logistics parcel is late'],
    ['what is named first', 'C: the parcel is late\nA: so\nC: and too expensive', 'logistics parcel is late'],
    [
      'of two in one breath, what comes back',
      'C: too expensive, the parcel is late\nA: so\nC: the parcel is late',
      'logistics parcel is late, parcel is late',
    ],
    ['of two alike, the pack decides', 'C: the parcel is late and too expensive', 'price too expensive'],
    ['nothing', 'C: hello', 'none'],
    ['not by what the agent says', 'A: the parcel is late', 'none'],
  ])('%s', (_, lines, expected) => {
    const { pack, detect } = casePack();
    const detected = detect(dialogue(lines));
    const found = complaintTypeOf(detected, pack);
    const words = found?.evidence.map((moment) => wordsOf(detected, moment)).join(', ');
    expect(found === null ? 'none' : `${found.id} ${words}`).toBe(expected);
  });

  it.each<readonly [why: string, lines: string, expected: string]>([
    ['of that type', 'C: the parcel is late\nA: let me look', 'met'],
    ['of that type, and nothing done', 'C: the parcel is late\nA: so what', 'not-met'],
    [
      'of another type, though it is named',
      'C: too expensive\nA: so\nC: the parcel is late\nA: so what',
      'not-applicable',
    ],
    ['of no type', 'C: hello\nA: so what', 'not-applicable'],
    ['who complains is unknown', 'U: the parcel is late\nU: so what', 'not-evaluated'],
  ])('judges by for-type: %s', (_, lines, expected) => {
    const { pack, detect } = casePack();
    const outcomes = judge(detect(dialogue(lines)), pack);
    expect(outcomes.find(({ criterion }) => criterion === 'traced')!.outcome).toBe(expected);
  });
});

describe('the gravity of a complaint', () => {
  it.each<readonly [why: string, lines: string, expected: string]>([
    ['by a moment', 'C: my lawyer will write', 'major my lawyer'],
    ['by a phrase of its own', 'C: it caught fire', 'critical caught fire'],
    [
      'the gravest',
      'C: my lawyer knows that it caught fire and I want to die',
      'critical caught fire, I want to die',
    ],
    ['by a criterion that was not met', 'C: hello\nA: nonsense', 'major nonsense'],
    ['by all of it, in order', 'A: nonsense\nC: my lawyer', 'major nonsense, my lawyer'],
    ['nothing', 'C: hello\nA: hello', 'none'],
    ['not by what the agent says', 'A: it caught fire', 'none'],
  ])('%s', (_, lines, expected) => {
    const { pack, detect } = casePack();
    const detected = detect(dialogue(lines));
    const found = gravityOf(detected, judge(detected, pack), pack);
    const words = found?.evidence.map((moment) => wordsOf(detected, moment)).join(', ');
    expect(found === null ? 'none' : `${found.id} ${words}`).toBe(expected);
  });

  it.each<readonly [why: string, lines: string, expected: string]>([
    ['handed up', 'C: it caught fire\nA: my supervisor', 'met'],
    ['not at once', 'C: it caught fire\nA: so\nC: and\nA: my supervisor', 'not-met'],
    ['by a moment of another grade', 'C: my lawyer\nA: so', 'not-met'],
    ['from the first of them on', 'C: my lawyer\nA: my supervisor\nC: it caught fire\nA: so', 'met'],
    ['not by the agent’s own offence', 'C: hello\nA: nonsense', 'not-applicable'],
    ['nothing grave', 'C: hello\nA: so', 'not-applicable'],
  ])('judges by at-gravity: %s', (_, lines, expected) => {
    const { pack, detect } = casePack();
    const outcomes = judge(detect(dialogue(lines)), pack);
    expect(outcomes.find(({ criterion }) => criterion === 'handed-up')!.outcome).toBe(expected);
  });
});
