/** A moment as it is written, made into a rule. */
import type { Failure } from '../call/failure.ts';
import type { Entry } from './collect.ts';
import type { MomentExample, MomentRule } from './model/moment-rule.ts';
import type { WrittenPhrase } from './model/origin.ts';
import { namesAt } from './names-at.ts';
import { phraseLines } from './phrase-lines.ts';
import type { WrittenMoment } from './schema/moment.ts';
import { failureAt, placeOfKey, placeOfValue } from './source.ts';
import type { PackSource, ValuePath } from './source.ts';

type Report = (failure: Failure) => void;
type WrittenExamples = WrittenMoment['examples'];

/** The rule of a moment. Its phrases are not tried here. */
export function buildMoment(
  entry: Entry<WrittenMoment>,
  known: ReadonlySet<string>,
  report: Report,
  reportReference: Report,
): MomentRule {
  const { id, written, source, path, origin } = entry;
  const examples = (kind: keyof WrittenExamples): readonly MomentExample[] =>
    (written.examples[kind] ?? []).map((example, index) => {
      const place = placeOfValue(source, [...path, 'examples', kind, index]);
      if (typeof example === 'string') return { speaker: written.speaker, text: example, origin: place };
      const speaker = example.agent === undefined ? 'customer' : 'agent';
      return { speaker, text: example[speaker]!, origin: place };
    });
  const names = (key: 'heard' | 'to' | 'unless'): readonly string[] =>
    namesAt(written.answering?.[key] ?? [], source, [...path, 'answering', key], known, reportReference);
  return {
    id,
    speaker: written.speaker,
    title: written.title as MomentRule['title'],
    phrases: written.phrases === undefined ? [] : phrasesAt(source, [...path, 'phrases'], report),
    ...(written.detector === undefined ? {} : { detector: written.detector }),
    ...(written.answers === true ? { answers: true } : {}),
    ...(written.answering === undefined
      ? {}
      : { answering: { heard: names('heard'), to: names('to'), unless: names('unless') } }),
    unless: written.unless === undefined ? [] : phrasesAt(source, [...path, 'unless'], report),
    negation: written.negation ?? 'off',
    quotation: written.quotation ?? 'off',
    examples: {
      hit: examples('hit'),
      miss: examples('miss'),
      'known-miss': examples('known-miss'),
      'known-false-hit': examples('known-false-hit'),
    },
    origin,
  };
}

/** The phrases at a path; that there are none is reported. */
export function phrasesAt(source: PackSource, path: ValuePath, report: Report): readonly WrittenPhrase[] {
  const { phrases, failures } = phraseLines(source, path);
  for (const failure of failures) report(failure);
  if (phrases.length === 0 && failures.length === 0) {
    report(
      failureAt(placeOfKey(source, path), `\`${path.join('.')}\` has no phrase.`, {
        code: 'empty-phrases',
        hint: 'Write one phrase a line.',
      }),
    );
  }
  return phrases;
}
