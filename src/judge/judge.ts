/** Judging: a call's moments and a pack's criteria make outcomes. */
import type { Detected } from '../detect/detected.ts';
import { criteriaById } from '../pack/criteria-by-id.ts';
import type { Pack } from '../pack/model.ts';
import type { Criterion } from '../pack/model/criterion.ts';
import { judgeComposite } from './composite.ts';
import { judgeFacts } from './facts.ts';
import { judgeForbid } from './forbid.ts';
import { judgeLimit } from './limit.ts';
import { judgeMeasure } from './measure.ts';
import type { Outcome } from './outcome.ts';
import { judgeProtocol } from './protocol.ts';
import { judgeRequire } from './require.ts';
import { sceneOf } from './scene.ts';

/**
 * The outcome of every criterion of the pack, in the pack's order; the semantics of each form stand with it
 * (require.ts, forbid.ts, limit.ts, facts.ts, measure.ts, protocol.ts, composite.ts). The pack is valid: composites name
 * criteria of it and do not name each other in a circle.
 */
export function judge(detected: Detected, pack: Pack): readonly Outcome[] {
  const scene = sceneOf(detected, pack);
  const criteria = criteriaById(pack);
  const done = new Map<string, Outcome>();
  const outcomeOf = (criterion: Criterion): Outcome => {
    const known = done.get(criterion.id);
    if (known !== undefined) return known;
    const outcome = judged(criterion);
    done.set(criterion.id, outcome);
    return outcome;
  };
  const judged = (criterion: Criterion): Outcome => {
    switch (criterion.form) {
      case 'require':
        return judgeRequire(scene, criterion);
      case 'forbid':
        return judgeForbid(scene, criterion);
      case 'limit':
        return judgeLimit(scene, criterion);
      case 'facts':
        return judgeFacts(scene, criterion, detected, pack);
      case 'measure':
        return judgeMeasure(scene, criterion, detected.call);
      case 'protocol':
        return judgeProtocol(scene, criterion, detected);
      case 'all':
      case 'any':
        return judgeComposite(
          criterion,
          criterion.of.map((id) => outcomeOf(criteria.get(id)!)),
        );
      default:
        return criterion satisfies never;
    }
  };
  return pack.criteria.map(outcomeOf);
}
