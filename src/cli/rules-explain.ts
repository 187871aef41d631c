/** `callqa rules explain ID`: what one moment or criterion means, with its phrases and examples. */
import type { ChalkInstance } from 'chalk';
import { localise } from '../batch/glossary.ts';
import type { Pack } from '../pack/model.ts';
import type { Criterion } from '../pack/model/criterion.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { ReportLanguage } from '../result/result.ts';

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
  const guards = [
    ...(negation === 'guard' ? ['negation'] : []),
    ...(quotation === 'guard' ? ['quotation'] : []),
  ];
  return [
    `${chalk.bold(moment.id)}: ${localise(title, language)}`,
    `A moment, said by the ${speaker}; ${origin.file}:${origin.line}.`,
    ...(guards.length === 0 ? [] : [`Guarded against ${guards.join(' and ')}.`]),
    ...(detector === undefined
      ? []
      : [
          `Found by its ${detector}${phrases.length === 0 ? '' : ' too'}: a clause in capitals, or three or more exclamation marks.`,
        ]),
    ...(moment.answers === true ? ['Counts only once the other side has spoken.'] : []),
    ...(moment.answering === undefined
      ? []
      : [
          `Counts also where ${moment.answering.heard.join(', ')} answers ${moment.answering.to.join(', ')}` +
            (moment.answering.unless.length === 0 ? '.' : `, not ${moment.answering.unless.join(', ')}.`),
        ]),
    ...(usedBy.length === 0 ? [] : [`Used by ${usedBy.join(', ')}.`]),
    ...list(
      chalk.bold('Phrases'),
      phrases.map(({ text }) => text),
    ),
    ...list(
      chalk.bold('Unless'),
      unless.map(({ text }) => text),
    ),
    ...list(
      chalk.bold('Heard in'),
      examples.hit.map(({ text }) => text),
    ),
    ...list(
      chalk.bold('Not heard in'),
      examples.miss.map((each) => (each.speaker === speaker ? each.text : `${each.speaker}: ${each.text}`)),
    ),
    ...list(
      chalk.bold('Missed, which is known'),
      examples['known-miss'].map(({ text }) => text),
    ),
    ...list(
      chalk.bold('Heard wrongly, which is known'),
      examples['known-false-hit'].map(({ text }) => text),
    ),
  ];
}

function criterionLines(
  criterion: Criterion,
  pack: Pack,
  { language, chalk }: ExplainLook,
): readonly string[] {
  const { id, title, why, severity, say, examples, origin } = criterion;
  const section = pack.scorecard.sections.find(({ criteria }) => criteria.some((each) => each.id === id));
  const weight = section?.criteria.find((each) => each.id === id)?.weight;
  return [
    `${chalk.bold(id)}: ${localise(title, language)}`,
    `A criterion, ${severity}${section === undefined ? '' : `, of weight ${weight} in ${section.id}`}; ${origin.file}:${origin.line}.`,
    `${conditionOf(criterion)}.`,
    localise(why, language),
    ...(say === undefined ? [] : [`${chalk.bold('Say')}: ${localise(say, language)}`]),
    ...(['met', 'not-met', 'not-applicable'] as const).flatMap((outcome) =>
      examples[outcome].flatMap(({ text }, index) => [
        '',
        ...(index === 0 ? [chalk.bold(outcome)] : []),
        indent(text),
      ]),
    ),
  ];
}

/** A criterion's condition in words, as its form has it. */
function conditionOf(criterion: Criterion): string {
  const any = (ids: readonly string[]): string => ids.join(' or ');
  const when = 'when' in criterion && criterion.when.length > 0 ? ` when ${any(criterion.when)}` : '';
  switch (criterion.form) {
    case 'require':
      return (
        `Requires ${any(criterion.require)}${criterion.each ? ' each time,' : ''}${when}` +
        (criterion.forType === undefined ? '' : ` in a complaint of the type ${criterion.forType}`) +
        (criterion.atGravity === undefined ? '' : ` where it is ${any(criterion.atGravity)}`) +
        (criterion.within === undefined ? '' : `, within ${criterion.within} agent turns`) +
        (criterion.in === undefined ? '' : `, in the ${criterion.in}`) +
        (criterion.before.length === 0 ? '' : `, before ${any(criterion.before)}`)
      );
    case 'forbid':
      return (
        `Forbids ${any(criterion.forbid)}${when}` +
        (criterion.after.length === 0 ? '' : ` after ${any(criterion.after)}`) +
        (criterion.unless.length === 0
          ? ''
          : ` unless ${any(criterion.unless)} within ${criterion.within} agent turns`)
      );
    case 'limit':
      return (
        `At most ${criterion.to} turns with ${any(criterion.limit)}${when}` +
        (criterion.resetBy.length === 0 ? '' : `, counted anew after ${any(criterion.resetBy)}`)
      );
    case 'facts':
      return `At least ${criterion.atLeast} on record of ${criterion.facts.join(', ')}${when}`;
    case 'measure':
      return (
        `Measures ${criterion.measure} of the ${criterion.by}` +
        criterion.atMost.map(({ value, unit }) => `, at most ${value} ${unit}`).join('') +
        criterion.atLeast.map(({ value, unit }) => `, at least ${value} ${unit}`).join('')
      );
    case 'protocol':
      return (
        `The agent ends a call only as the protocol ${criterion.protocol.id} has it` +
        (criterion.without.length === 0 ? '' : `, without its steps ${criterion.without.join(', ')}`)
      );
    case 'all':
      return `All of ${criterion.of.join(', ')}`;
    case 'any':
      return `Any of ${criterion.of.join(', ')}`;
  }
}

function momentsOf(criterion: Criterion): readonly string[] {
  switch (criterion.form) {
    case 'require':
      return [...criterion.require, ...criterion.when, ...criterion.before];
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

function list(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${heading} (${lines.length})`, ...lines.map(indent)];
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
