/** How much abuse each agent had to hear: so that somebody looks after them. */
import type { Exposure } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { byNumber } from '../../result/by-number.ts';
import { byText } from '../../result/by-text.ts';
import { agentOf } from './groups.ts';
import { proportion } from './proportion.ts';

export interface Exposed {
  readonly add: (record: CallRecord) => void;
  readonly finish: () => readonly Exposure[];
}

/** Counts calls with abuse by agent; agents who heard none are left out, and nobody is ranked. */
export function createExposed(): Exposed {
  const agents = new Map<
    string,
    { name?: string; calls: number; exposed: number; readonly kinds: Map<string, number> }
  >();
  return {
    add: (record) => {
      const key = agentOf(record);
      if (key === undefined) return;
      let agent = agents.get(key);
      if (agent === undefined) {
        agent = { calls: 0, exposed: 0, kinds: new Map() };
        agents.set(key, agent);
      }
      if (record.agent?.name !== undefined && record.agent.name !== key) agent.name ??= record.agent.name;
      agent.calls += 1;
      if (record.abuse.length > 0) agent.exposed += 1;
      for (const moment of new Set(record.abuse)) agent.kinds.set(moment, (agent.kinds.get(moment) ?? 0) + 1);
    },
    finish: () =>
      [...agents]
        .filter(([, { exposed }]) => exposed > 0)
        .sort(([a], [b]) => byNumber(a, b))
        .map(([agent, { name, calls, exposed, kinds }]) => ({
          agent,
          ...(name === undefined ? {} : { name }),
          calls: proportion(exposed, calls),
          kinds: [...kinds]
            .map(([moment, count]) => ({ moment, calls: count }))
            .sort((a, b) => b.calls - a.calls || byText(a.moment, b.moment)),
        })),
  };
}
