/** Part 8 of a case report: what would have changed the verdict. */
import type { CriterionResult, VerdictResult } from '../../result/result.ts';
import type { MessageKey } from '../../result/words.ts';
import { scoreText } from '../figures.ts';
import type { Block } from './block.ts';
import type { CaseView } from './view.ts';

/** The blocks of the part. */
export function counterfactualsOf(view: CaseView): readonly Block[] {
  const { audit, naming, say } = view;
  const several = audit.verdicts.length > 1;
  const found = audit.verdicts.some(({ counterfactuals }) => counterfactuals.length > 0);
  return [
    ...(found ? [{ kind: 'paragraph', text: say('counterfactual.intro'), muted: true } as const] : []),
    ...audit.verdicts.flatMap((verdict): readonly Block[] => [
      ...(several ? [{ kind: 'heading', text: naming.allegation(verdict.allegation) } as const] : []),
      verdict.counterfactuals.length === 0
        ? { kind: 'paragraph', text: say(noneKey(verdict)) }
        : { kind: 'list', items: verdict.counterfactuals.map((each) => ({ text: lineOf(each, view) })) },
    ]),
  ];
}

/** Where nothing could be decided there is nothing to turn round either. */
function noneKey({ verdict }: VerdictResult): MessageKey {
  return verdict === 'insufficient-evidence' ? 'counterfactual.undecided' : 'counterfactual.none';
}

/** `Had the agent met A (by turn 5) and B (by turn 3): Not upheld, 41.0 → 78.0`. */
function lineOf({ flip, score, verdict }: VerdictResult['counterfactuals'][number], view: CaseView): string {
  const { audit, say } = view;
  const byId = new Map(audit.criteria.map((criterion) => [criterion.id, criterion]));
  const missed = flip.filter((id) => byId.get(id)?.outcome !== 'met');
  const kept = flip.filter((id) => byId.get(id)?.outcome === 'met');
  const conditions = [
    ...(missed.length === 0
      ? []
      : [
          say('counterfactual.met', {
            what: joined(
              missed.map((id) => named(id, byId.get(id), view)),
              view,
            ),
          }),
        ]),
    ...(kept.length === 0
      ? []
      : [
          say('counterfactual.not-met', {
            what: joined(
              kept.map((id) => titleOf(id, view)),
              view,
            ),
          }),
        ]),
  ];
  return say('counterfactual.leads', {
    condition: conditions.join(say('punctuation.comma')),
    verdict: say(`verdict.${verdict}`),
    before: scoreText(audit.score.total),
    after: scoreText(score),
  });
}

/** A criterion's title in quotation marks; those within it become inner ones. */
function titleOf(id: string, view: CaseView): string {
  const [open, close] = view.language === 'zh-TW' ? ['『', '』'] : ['‘', '’'];
  return view.quoted(view.naming.criterion(id).replace(/[“「]/gu, open).replace(/[”」]/gu, close));
}

/** A criterion with the turn by which, or at which, it should have been met. */
function named(id: string, criterion: CriterionResult | undefined, view: CaseView): string {
  const title = titleOf(id, view);
  if (criterion?.searched !== undefined) {
    return view.say('counterfactual.by', { title, turn: criterion.searched.turns[1] });
  }
  const at = criterion?.evidence[0]?.turn;
  return at === undefined ? title : view.say('counterfactual.at', { title, turn: at });
}

function joined(items: readonly string[], view: CaseView): string {
  if (items.length < 2) return items.join('');
  return view.say('counterfactual.joined', { first: view.list(items.slice(0, -1)), second: items.at(-1)! });
}
