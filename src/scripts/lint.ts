/** Lint: a document of scripts in, what must not be said and what is missing out. */
import { createDetector } from '../detect/detect.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { LintScenario } from '../pack/model/lint-plan.ts';
import { nearest } from '../pack/nearest.ts';
import type { LintRuleInfo } from '../result/lint-result.ts';
import { sayInAll } from '../result/words.ts';
import type { LintProblem, Script, ScriptDocument, ScriptPiece } from './document.ts';
import { hearScript, type HeardScript } from './hear-script.ts';
import { offencesIn, type Offence, type SeverityOf } from './offences.ts';
import { phraseFinder } from './phrase-finder.ts';
import { problemMaker, type ProblemMaker } from './problem-maker.ts';
import { replaced, replacementsOf, type Replacement } from './replacement.ts';
import { gapsIn, unfilledIn } from './scenario-gaps.ts';
import { languageOfScript, languageOfWords } from './script-language.ts';
import { choicesOf } from './side-by-side.ts';
import { scriptRulesOf } from './script-rules.ts';
import { wordingFor, wordingsOf } from './wording.ts';

/** What a linter is told besides its pack. */
export interface LintConfig {
  /** How severe a rule is in a file; undefined as the pack has it. */
  readonly severityOf?: (rule: string, file: string) => ReturnType<SeverityOf>;
}

/** How severe lint's own rules are unless a config says otherwise. */
const ownRules = {
  'all-exempt': 'note',
  'missing-step': 'error',
  'unfilled-placeholder': 'error',
  'unknown-scenario': 'error',
  'wrong-order': 'warning',
} as const;

type OwnRule = keyof typeof ownRules;
type Severity = LintRuleInfo['severity'];

/** The rules that a pack holds scripts to, lint's own among them, by id. */
export function lintRulesOf({ pack }: CompiledPack): readonly LintRuleInfo[] {
  const ofPack = scriptRulesOf(pack).map(({ id, title, why, say, severity }): LintRuleInfo => ({
    id,
    title: wordingsOf(title),
    why: wordingsOf(why),
    ...(say === undefined ? {} : { say: wordingsOf(say) }),
    severity,
  }));
  const own = (Object.keys(ownRules) as OwnRule[]).map((id): LintRuleInfo => {
    const title = sayInAll(`lint.${id}`);
    return { id, title, why: title, severity: ownRules[id] };
  });
  return [...ofPack, ...own].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Makes the linter of a pack; setting it up costs far more than a document does, so keep it. Its problems are in the
 * order of the document. What is exempt and what the customer says is no problem; suppressions are not looked at.
 */
export function createLinter(
  compiled: CompiledPack,
  config: LintConfig = {},
): (document: ScriptDocument) => readonly LintProblem[] {
  const { pack } = compiled;
  const detect = createDetector(compiled);
  const rules = scriptRulesOf(pack);
  const plan = pack.lint ?? { rules: [], steps: [], scenarios: [], placeholders: [] };
  const scenarios = new Map(plan.scenarios.map((scenario) => [scenario.id, scenario]));
  const find = phraseFinder(pack);

  return (document) => {
    const severityOf: SeverityOf = (rule) => config.severityOf?.(rule, document.file);
    const make = problemMaker(document);
    const byScript = new Map<number, ScriptPiece[]>();
    for (const piece of document.pieces) {
      if (piece.exempt !== undefined) continue;
      const pieces = byScript.get(piece.script);
      if (pieces === undefined) byScript.set(piece.script, [piece]);
      else pieces.push(piece);
    }
    const problems = document.scripts.flatMap((script, index) => {
      const pieces = byScript.get(index) ?? [];
      // Who says what a script is for says that it is one.
      const choices = script.scenario === undefined ? choicesOf(pieces) : [];
      const heard = hearScript(detect, pieces, choices);
      return [
        ...offences(heard, document, severityOf, make),
        ...gaps(heard, script, document, severityOf, make),
      ];
    });
    return [...problems, ...exemption(document, severityOf, make)].toSorted(compareProblems);
  };

  /** That a whole document is exempt, as a title at its top may have it that was not meant so. */
  function exemption(
    { pieces, source }: ScriptDocument,
    severityOf: SeverityOf,
    make: ProblemMaker,
  ): readonly LintProblem[] {
    const severity: Severity = severityOf('all-exempt') ?? ownRules['all-exempt'];
    const [first] = pieces;
    if (severity === 'off' || first?.exempt === undefined) return [];
    if (pieces.some(({ exempt }) => exempt === undefined)) return [];
    const title = first.exempt;
    const why = sayInAll('lint.all-exempt.why', { count: pieces.length, title });
    const details = { rule: 'all-exempt', severity, why };
    const at = first.place === undefined ? source.lastIndexOf(title, first.offsets[0]) : -1;
    return [
      at < 0
        ? make.inPiece(first, 0, first.text.length, details)
        : make.inSource([at, at + title.length], title, details),
    ];
  }

  function offences(
    heard: HeardScript,
    document: ScriptDocument,
    severityOf: SeverityOf,
    make: ProblemMaker,
  ): readonly LintProblem[] {
    const found = offencesIn(heard, rules, severityOf, find);
    const made: { readonly piece: number; readonly replacement: Replacement }[] = [];
    /** One wording twice in a piece would be worse than none. */
    const isSaid = (piece: number, { start, text }: Replacement): boolean =>
      made.some(
        (one) =>
          one.piece === piece &&
          one.replacement.start !== start &&
          one.replacement.text.toLowerCase() === text.toLowerCase(),
      );
    return found.map((offence): LintProblem => {
      const { rule, severity, moment } = offence;
      const piece = heard.pieces[moment.piece]!;
      const language = languageOfWords(piece, [moment.start, moment.end], document.pieces);
      const replacement = replacementsOf(rule, piece, [moment.start, moment.end], language, find).find(
        (each) => !isSaid(moment.piece, each) && isCleaner(heard, found, offence, each, severityOf),
      );
      if (replacement !== undefined) made.push({ piece: moment.piece, replacement });
      return make.inPiece(piece, moment.start, moment.end, {
        rule: rule.id,
        severity,
        moment: moment.id,
        why: wordingsOf(rule.why),
        say: replacement?.text ?? (rule.say === undefined ? undefined : wordingFor(rule.say, language)),
        replacement,
      });
    });
  }

  /** Whether a replacement takes its problem away and brings no other. */
  function isCleaner(
    heard: HeardScript,
    before: readonly Offence[],
    { moment }: Offence,
    replacement: Replacement,
    severityOf: SeverityOf,
  ): boolean {
    const pieces = heard.pieces.map((piece, index) =>
      index === moment.piece ? replaced(piece, replacement) : piece,
    );
    const after = offencesIn(hearScript(detect, pieces, heard.choices), rules, severityOf, find);
    const end = replacement.start + replacement.text.length;
    return (
      after.length < before.length &&
      !after.some(
        (one) =>
          one.moment.piece === moment.piece && one.moment.start < end && one.moment.end > replacement.start,
      )
    );
  }

  function gaps(
    heard: HeardScript,
    script: Script,
    document: ScriptDocument,
    severityOf: SeverityOf,
    make: ProblemMaker,
  ): readonly LintProblem[] {
    const severe = (rule: OwnRule): Severity => severityOf(rule) ?? ownRules[rule];
    const scenario = script.scenario === undefined ? undefined : scenarios.get(script.scenario);
    return [
      ...(script.scenario === undefined
        ? []
        : scenario === undefined
          ? unknownScenario(script, heard.pieces[0]?.place?.sheet, severe('unknown-scenario'), make)
          : unmetSteps(heard, script, document, scenario, severe, make)),
      ...unfilledPlaceholders(heard, scenario, severe('unfilled-placeholder'), make),
    ];
  }

  function unknownScenario(
    script: Script,
    sheet: string | undefined,
    severity: Severity,
    make: ProblemMaker,
  ): readonly LintProblem[] {
    if (severity === 'off') return [];
    const scenario = script.scenario!;
    const near = nearest(scenario, scenarios.keys());
    const known = [...scenarios.keys()].toSorted().join(', ');
    const why =
      near === undefined
        ? sayInAll('lint.unknown-scenario.why', { scenario, known: known === '' ? '-' : known })
        : sayInAll('lint.did-you-mean', { scenario, near });
    return [make.ofScenario(script, sheet, { rule: 'unknown-scenario', severity, why, about: scenario })];
  }

  function unmetSteps(
    heard: HeardScript,
    script: Script,
    document: ScriptDocument,
    scenario: LintScenario,
    severe: (rule: OwnRule) => Severity,
    make: ProblemMaker,
  ): readonly LintProblem[] {
    const spoken = heard.pieces.filter(({ speaker }) => speaker === 'agent');
    const language = spoken.length === 0 ? undefined : languageOfScript(spoken, document.pieces);
    return gapsIn(heard, scenario, plan).flatMap((gap): readonly LintProblem[] => {
      const severity = severe(gap.kind);
      if (severity === 'off') return [];
      const names = { scenario: wordingsOf(scenario.title), step: wordingsOf(gap.step.title) };
      if (gap.kind === 'missing-step') {
        const { say } = gap.step;
        return [
          make.ofScenario(script, heard.pieces[0]?.place?.sheet, {
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
    scenario: LintScenario | undefined,
    severity: Severity,
    make: ProblemMaker,
  ): readonly LintProblem[] {
    const required = [...plan.placeholders, ...(scenario?.placeholders ?? [])];
    if (severity === 'off' || required.length === 0) return [];
    return unfilledIn(heard, required).map(({ piece, start, end, name }) =>
      make.inPiece(heard.pieces[piece]!, start, end, {
        rule: 'unfilled-placeholder',
        severity,
        why: sayInAll('lint.unfilled-placeholder.why', { name }),
      }),
    );
  }
}

/** The order of problems: by file, place, end, then rule; steps that are missing in one place stay in their order. */
export function compareProblems(a: LintProblem, b: LintProblem): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.place?.sheet ?? '', b.place?.sheet ?? '') ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    a.span[0] - b.span[0] ||
    a.span[1] - b.span[1] ||
    compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
