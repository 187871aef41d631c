/** Lint: a document of scripts in, what must not be said and what is missing out. */
import { createDetector } from '../detect/detect.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { LintRuleInfo } from '../result/lint-result.ts';
import { sayInAll } from '../result/words.ts';
import type { LintProblem, ScriptDocument, ScriptPiece } from './document.ts';
import { hearScript } from './hear-script.ts';
import { offenceProblems } from './offence-problems.ts';
import type { SeverityOf } from './offences.ts';
import { phraseFinder } from './phrase-finder.ts';
import { problemMaker, type ProblemMaker } from './problem-maker.ts';
import { scenarioProblems, type Severe } from './scenario-problems.ts';
import { scriptRulesOf } from './script-rules.ts';
import { choicesOf } from './side-by-side.ts';
import { wordingsOf } from './wording.ts';

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
  const find = phraseFinder(pack);
  const gaps = scenarioProblems(pack.lint);

  return (document) => {
    const severityOf: SeverityOf = (rule) => config.severityOf?.(rule, document.file);
    const severe: Severe = (rule) => severityOf(rule) ?? ownRules[rule];
    const make = problemMaker(document);
    const against = { rules, severityOf, find, detect, make, around: document.pieces };
    const byScript = judgedPieces(document);
    const problems = document.scripts.flatMap((script, index) => {
      const pieces = byScript.get(index) ?? [];
      // Who says what a script is for says that it is one.
      const choices = script.scenario === undefined ? choicesOf(pieces) : [];
      const heard = hearScript(detect, pieces, choices);
      return [...offenceProblems(heard, against), ...gaps(heard, script, document.pieces, severe, make)];
    });
    return [...problems, ...exemption(document, severe('all-exempt'), make)].toSorted(compareProblems);
  };
}

/** The pieces of a document that are judged, by script. */
function judgedPieces({ pieces }: ScriptDocument): ReadonlyMap<number, readonly ScriptPiece[]> {
  const byScript = new Map<number, ScriptPiece[]>();
  for (const piece of pieces) {
    if (piece.exempt !== undefined) continue;
    const own = byScript.get(piece.script);
    if (own === undefined) byScript.set(piece.script, [piece]);
    else own.push(piece);
  }
  return byScript;
}

/** That a whole document is exempt, as a title at its top may have it that was not meant so. */
function exemption(
  { pieces, source }: ScriptDocument,
  severity: Severity,
  make: ProblemMaker,
): readonly LintProblem[] {
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
