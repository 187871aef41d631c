/** What a script lacks of what it says that it is for: steps, their order, placeholders filled in. */
import type { LintPlan, LintScenario } from '../pack/model/lint-plan.ts';
import { nearest } from '../pack/nearest.ts';
import type { LintRuleInfo } from '../result/lint-result.ts';
import { sayInAll } from '../result/words.ts';
import type { LintProblem, Script, ScriptPiece } from './document.ts';
import type { HeardScript } from './hear-script.ts';
import type { ProblemMaker } from './problem-maker.ts';
import { gapsIn, unfilledIn } from './scenario-gaps.ts';
import { languageOfScript } from './script-language.ts';
import { wordingFor, wordingsOf } from './wording.ts';

type OwnRule = 'all-exempt' | 'missing-step' | 'unfilled-placeholder' | 'unknown-scenario' | 'wrong-order';

/** How severe a rule of lint's own is in a document. */
export type Severe = (rule: OwnRule) => LintRuleInfo['severity'];

type ScenarioProblems = (
  heard: HeardScript,
  script: Script,
  around: readonly ScriptPiece[],
  severe: Severe,
  make: ProblemMaker,
) => readonly LintProblem[];

/**
 * What finds them by a pack's plan; without one, no scenario is known.
 * `around` is all of the document that the script stands in, which shows its language.
 */
export function scenarioProblems(
  plan: LintPlan = { rules: [], steps: [], scenarios: [], placeholders: [] },
): ScenarioProblems {
  const scenarios = new Map(plan.scenarios.map((scenario) => [scenario.id, scenario]));
  return (heard, script, around, severe, make) => {
    const scenario = script.scenario === undefined ? undefined : scenarios.get(script.scenario);
    return [
      ...(script.scenario === undefined
        ? []
        : scenario === undefined
          ? unknownScenario(script, heard, [...scenarios.keys()], severe('unknown-scenario'), make)
          : unmetSteps(heard, script, around, scenario, plan, severe, make)),
      ...unfilledPlaceholders(
        heard,
        [...plan.placeholders, ...(scenario?.placeholders ?? [])],
        severe('unfilled-placeholder'),
        make,
      ),
    ];
  };
}

function unknownScenario(
  script: Script,
  heard: HeardScript,
  ids: readonly string[],
  severity: LintRuleInfo['severity'],
  make: ProblemMaker,
): readonly LintProblem[] {
  if (severity === 'off') return [];
  const scenario = script.scenario!;
  const near = nearest(scenario, ids);
  const known = ids.toSorted().join(', ');
  const why =
    near === undefined
      ? sayInAll('lint.unknown-scenario.why', { scenario, known: known === '' ? '-' : known })
      : sayInAll('lint.did-you-mean', { scenario, near });
  return [
    make.ofScenario(script, sheetOf(heard), { rule: 'unknown-scenario', severity, why, about: scenario }),
  ];
}

function unmetSteps(
  heard: HeardScript,
  script: Script,
  around: readonly ScriptPiece[],
  scenario: LintScenario,
  plan: LintPlan,
  severe: Severe,
  make: ProblemMaker,
): readonly LintProblem[] {
  const spoken = heard.pieces.filter(({ speaker }) => speaker === 'agent');
  const language = spoken.length === 0 ? undefined : languageOfScript(spoken, around);
  return gapsIn(heard, scenario, plan).flatMap((gap): readonly LintProblem[] => {
    const severity = severe(gap.kind);
    if (severity === 'off') return [];
    const names = { scenario: wordingsOf(scenario.title), step: wordingsOf(gap.step.title) };
    if (gap.kind === 'missing-step') {
      const { say } = gap.step;
      return [
        make.ofScenario(script, sheetOf(heard), {
          rule: gap.kind,
          severity,
          why: sayInAll('lint.missing-step.why', names),
          say: say === undefined || language === undefined ? undefined : wordingFor(say, language),
          about: `${scenario.id} ${gap.step.id} ${script.title ?? ''}`,
        }),
      ];
    }
    const { moment, other, side } = gap;
    const why = sayInAll('lint.wrong-order.why', {
      ...names,
      other: wordingsOf(other.title),
      side: sayInAll(`lint.side.${side}`),
    });
    const piece = heard.pieces[moment.piece]!;
    const details = { rule: gap.kind, severity, moment: moment.id, why };
    return [make.inPiece(piece, moment.start, moment.end, details)];
  });
}

function unfilledPlaceholders(
  heard: HeardScript,
  required: readonly string[],
  severity: LintRuleInfo['severity'],
  make: ProblemMaker,
): readonly LintProblem[] {
  if (severity === 'off' || required.length === 0) return [];
  return unfilledIn(heard, required).map(({ piece, start, end, name }) =>
    make.inPiece(heard.pieces[piece]!, start, end, {
      rule: 'unfilled-placeholder',
      severity,
      why: sayInAll('lint.unfilled-placeholder.why', { name }),
    }),
  );
}

/** The sheet of a workbook that a script stands in. */
function sheetOf({ pieces }: HeardScript): string | undefined {
  return pieces[0]?.place?.sheet;
}
