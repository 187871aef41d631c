/** `callqa rules explain ID`: what one moment or criterion means, with its phrases and examples. */
import type { ChalkInstance } from 'chalk';
import { localise } from '../batch/glossary.ts';
import type { Pack } from '../pack/model.ts';
import type { Criterion } from '../pack/model/criterion.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { Origin } from '../pack/model/origin.ts';
import type { ReportLanguage } from '../result/result.ts';
import { say, type MessageKey } from '../result/words.ts';

interface ExplainLook {
  readonly language: ReportLanguage;
  readonly chalk: ChalkInstance;
}

/** The explanation with its final line break; undefined where the pack has nothing of that id. */
export function explainRule(pack: Pack, id: string, look: ExplainLook): string | undefined {
  const moment = pack.moments.find((each) => each.id === id);
  if (moment !== undefined) return `${momentLines(moment, pack, look).join('\n')}\n`;
  const criterion = pack.criteria.find((each) => each.id === id);
  return criterion === undefined ? undefined : `${criterionLines(criterion, pack, look).join('\n')}\n`;
}

function momentLines(moment: MomentRule, pack: Pack, { language, chalk }: ExplainLook): readonly string[] {
  const { title, speaker, phrases, detector, unless, negation, quotation, examples, origin } = moment;
  const usedBy = pack.criteria
    .filter((criterion) => momentsOf(criterion).includes(moment.id))
    .map(({ id }) => id);
  const words = (key: MessageKey, values?: Readonly<Record<string, string | number>>): string =>
    say(key, language, values);
  const guards = [
    ...(negation === 'guard' ? [words('rules.negation')] : []),
    ...(quotation === 'guard' ? [words('rules.quotation')] : []),
  ];
  const ids = (list: readonly string[]): string => list.join(', ');
  return [
    `${chalk.bold(moment.id)}${words('punctuation.colon')}${localise(title, language)}`,
    words('rules.a-moment', { speaker: words(`speaker.${speaker}`), place: placeText(origin) }),
    ...(guards.length === 0 ? [] : [words('rules.guarded', { guards: guards.join(words('rules.and')) })]),
    ...(detector === undefined
      ? []
      : [words(phrases.length === 0 ? 'rules.detector' : 'rules.detector-too', { detector })]),
    ...(moment.answers === true ? [words('rules.answers')] : []),
    ...(moment.answering === undefined
      ? []
      : [
          words(moment.answering.unless.length === 0 ? 'rules.answering' : 'rules.answering-unless', {
            heard: ids(moment.answering.heard),
            to: ids(moment.answering.to),
            unless: ids(moment.answering.unless),
          }),
        ]),
    ...(usedBy.length === 0 ? [] : [words('rules.used-by', { criteria: ids(usedBy) })]),
    ...list(
      chalk.bold(words('rules.phrases')),
      phrases.map(({ text }) => text),
      language,
    ),
    ...list(
      chalk.bold(words('rules.unless')),
      unless.map(({ text }) => text),
      language,
    ),
    ...list(
      chalk.bold(words('rules.heard')),
      examples.hit.map(({ text }) => text),
      language,
    ),
    ...list(
      chalk.bold(words('rules.not-heard')),
      examples.miss.map((each) =>
        each.speaker === speaker
          ? each.text
          : `${words(`speaker.${each.speaker}`)}${words('punctuation.colon')}${each.text}`,
      ),
      language,
    ),
    ...list(
      chalk.bold(words('rules.known-miss')),
      examples['known-miss'].map(({ text }) => text),
      language,
    ),
    ...list(
      chalk.bold(words('rules.known-false-hit')),
      examples['known-false-hit'].map(({ text }) => text),
      language,
    ),
  ];
}

function criterionLines(
  criterion: Criterion,
  pack: Pack,
  { language, chalk }: ExplainLook,
): readonly string[] {
  const { id, title, why, severity, say: wording, examples, origin } = criterion;
  const section = pack.scorecard.sections.find(({ criteria }) => criteria.some((each) => each.id === id));
  const weight = section?.criteria.find((each) => each.id === id)?.weight;
  return [
    `${chalk.bold(id)}${say('punctuation.colon', language)}${localise(title, language)}`,
    say(section === undefined ? 'rules.a-criterion' : 'rules.a-weighted-criterion', language, {
      severity: say(`severity.${severity}`, language),
      weight: weight ?? 0,
      section: section?.id ?? '',
      place: placeText(origin),
    }),
    `${conditionOf(criterion, language)}${say('rules.stop', language)}`,
    localise(why, language),
    ...(wording === undefined
      ? []
      : [
          `${chalk.bold(say('rules.say', language))}${say('punctuation.colon', language)}${localise(wording, language)}`,
        ]),
    ...(['met', 'not-met', 'not-applicable'] as const).flatMap((outcome) =>
      examples[outcome].flatMap(({ text }, index) => [
        '',
        ...(index === 0 ? [chalk.bold(say(`outcome.${outcome}`, language))] : []),
        indent(text),
      ]),
    ),
  ];
}

/** Where a rule is written. */
function placeText({ file, line }: Origin): string {
  return `${file}:${line}`;
}

/** A criterion's condition in words, as its form has it. */
function conditionOf(criterion: Criterion, language: ReportLanguage): string {
  const words = (key: MessageKey, values?: Readonly<Record<string, string | number>>): string =>
    say(key, language, values);
  const any = (ids: readonly string[]): string => ids.join(words('rules.or'));
  /** A piece that is left out where it names nothing. */
  const piece = (key: MessageKey, ids: readonly string[]): string =>
    ids.length === 0 ? '' : words(key, { moments: any(ids) });
  const when = 'when' in criterion ? piece('rules.when', criterion.when) : '';
  const times =
    'times' in criterion && criterion.times !== undefined && criterion.times > 1
      ? words('rules.times', { times: criterion.times })
      : '';
  const part = 'in' in criterion && criterion.in !== undefined ? words(`rules.in-${criterion.in}`) : '';
  switch (criterion.form) {
    case 'require':
      return (
        piece('rules.require', criterion.require) +
        (criterion.each ? words('rules.each') : '') +
        when +
        piece('rules.unasked', criterion.unasked) +
        (criterion.forType === undefined ? '' : words('rules.for-type', { type: criterion.forType })) +
        (criterion.atGravity === undefined
          ? ''
          : words('rules.at-gravity', { grades: any(criterion.atGravity) })) +
        (criterion.within === undefined ? '' : words('rules.within', { count: criterion.within })) +
        part +
        piece('rules.before', criterion.before)
      );
    case 'forbid':
      return (
        piece('rules.forbid', criterion.forbid) +
        when +
        times +
        piece('rules.after', criterion.after) +
        (criterion.unless.length === 0
          ? ''
          : words('rules.forgiven', { moments: any(criterion.unless), count: criterion.within })) +
        part
      );
    case 'limit':
      return (
        words('rules.limit', { count: criterion.to, moments: any(criterion.limit) }) +
        when +
        times +
        piece('rules.reset-by', criterion.resetBy)
      );
    case 'facts':
      return words('rules.facts', { count: criterion.atLeast, facts: criterion.facts.join(', ') }) + when;
    case 'measure':
      return (
        words('rules.measure', {
          measure: criterion.measure,
          speaker: words(`speaker.${criterion.by}`),
        }) +
        criterion.atMost.map((limit) => words('rules.at-most', { ...limit })).join('') +
        criterion.atLeast.map((limit) => words('rules.at-least', { ...limit })).join('')
      );
    case 'protocol':
      return (
        words('rules.protocol', { protocol: criterion.protocol.id }) +
        (criterion.without.length === 0
          ? ''
          : words('rules.without', { steps: criterion.without.join(', ') }))
      );
    case 'all':
    case 'any':
      return words(`rules.${criterion.form}`, { criteria: criterion.of.join(', ') });
  }
}

function momentsOf(criterion: Criterion): readonly string[] {
  switch (criterion.form) {
    case 'require':
      return [...criterion.require, ...criterion.when, ...criterion.unasked, ...criterion.before];
    case 'forbid':
      return [...criterion.forbid, ...criterion.when, ...criterion.after, ...criterion.unless];
    case 'limit':
      return [...criterion.limit, ...criterion.when, ...criterion.resetBy];
    case 'facts':
      return criterion.when;
    case 'protocol': {
      const { grounds, never, steps, announced, settled } = criterion.protocol;
      return [
        ...grounds.flatMap(({ offences }) => offences),
        ...never,
        ...steps.flatMap((step) => step.moments.flat()),
        ...announced,
        ...Object.values(settled).flat(),
      ];
    }
    default:
      return [];
  }
}

function list(heading: string, lines: readonly string[], language: ReportLanguage): readonly string[] {
  return lines.length === 0
    ? []
    : ['', say('rules.heading', language, { name: heading, count: lines.length }), ...lines.map(indent)];
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
