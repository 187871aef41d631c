/** The hang-up procedure in a case report: grounds that stood, warnings and after what, steps taken and missing. */
import type { ProtocolRecord } from '../../result/result.ts';
import type { MessageKey } from '../../result/words.ts';
import type { Block, Check } from './block.ts';
import type { CaseView } from './view.ts';

/** The blocks of each procedure that came into it; nothing for one that did not. */
export function protocolsOf(view: CaseView): readonly Block[] {
  const { criteria } = view.audit;
  return view.audit.case.protocols.flatMap((protocol): readonly Block[] => {
    const outcome = criteria.find(({ id }) => id === protocol.criterion)?.outcome;
    const idle = protocol.grounds.every(({ evidence }) => evidence.length === 0);
    if (outcome === 'not-applicable' && idle && protocol.warnings.length === 0) return [];
    return blocksOf(protocol, outcome === undefined ? undefined : view.say(`outcome.${outcome}`), view);
  });
}

function blocksOf(protocol: ProtocolRecord, outcome: string | undefined, view: CaseView): readonly Block[] {
  const { naming, say } = view;
  const { criterion, grounds, warnings, steps, endedBy } = protocol;
  const title = naming.criterion(criterion);
  return [
    {
      kind: 'heading',
      text: outcome === undefined ? title : `${title}${say('punctuation.colon')}${outcome}`,
    },
    {
      kind: 'facts',
      facts: [
        { label: say('protocol.ended-by'), value: enderWords(endedBy, view) },
        ...(grounds.length === 0
          ? [{ label: say('protocol.grounds'), value: say('protocol.no-grounds') }]
          : []),
        ...(warnings.length === 0
          ? [{ label: say('protocol.warnings'), value: say('protocol.no-warnings') }]
          : [
              {
                label: say('protocol.warnings'),
                value: String(warnings.length),
                quotes: warnings.map(({ evidence, after }) => ({
                  ...view.quote(evidence),
                  label:
                    after === undefined
                      ? say('protocol.unprovoked')
                      : say('protocol.after', {
                          what: `${view.place(after.turn).text}${say('punctuation.colon')}${view.quoted(after.quote)}`,
                        }),
                })),
              },
            ]),
      ],
    },
    ...headed(
      'protocol.grounds',
      grounds.map((ground) => groundCheck(ground, view)),
      view,
    ),
    ...headed('protocol.steps', stepChecks(steps, view), view),
  ];
}

function headed(heading: MessageKey, checks: readonly Check[], { say }: CaseView): readonly Block[] {
  if (checks.length === 0) return [];
  return [
    { kind: 'heading', text: say(heading), minor: true },
    { kind: 'checks', checks },
  ];
}

function enderWords(endedBy: ProtocolRecord['endedBy'], { say }: CaseView): string {
  switch (endedBy) {
    case 'agent':
    case 'customer':
      return say(`speaker.${endedBy}`);
    case 'system':
      return say('protocol.system');
    case undefined:
      return say('protocol.not-on-record');
  }
}

/** A ground stands when it was met at all and as often as the policy asks. */
function groundCheck(
  { id, strikes, needed, evidence }: ProtocolRecord['grounds'][number],
  view: CaseView,
): Check {
  const stands = evidence.length > 0 && strikes >= needed;
  return {
    title: view.naming.name('ground', id),
    tone: stands ? 'good' : 'bad',
    word: view.say(stands ? 'protocol.stands' : 'protocol.falls'),
    details: needed > 0 ? [view.say('protocol.strikes', { strikes, needed })] : [],
    quotes: view.quotes(evidence),
  };
}

function stepChecks(steps: ProtocolRecord['steps'], view: CaseView): readonly Check[] {
  const { naming, say } = view;
  const firstMissing = steps.findIndex(({ taken, unknown }) => !taken && unknown !== true);
  return steps.map(({ id, taken, unknown = false, turn, quote, byNote }, index): Check => {
    if (unknown) {
      const word = say('protocol.unknown');
      return { title: naming.name('step', id), tone: 'plain', word, details: [], quotes: [] };
    }
    const at = turn === undefined ? undefined : view.turn(turn);
    const details = [
      ...(byNote === true
        ? [
            say('protocol.by-note') +
              (quote === undefined ? '' : `${say('punctuation.colon')}${view.quoted(quote)}`),
          ]
        : []),
      ...(index === firstMissing ? [say('protocol.first-missing')] : []),
      ...(!taken && at !== undefined ? [say('protocol.belonged', { where: at })] : []),
      ...(taken && quote === undefined && at !== undefined ? [at] : []),
    ];
    return {
      title: naming.name('step', id),
      tone: taken ? (byNote === true ? 'unsure' : 'good') : 'bad',
      word: say(taken ? 'protocol.taken' : 'protocol.missing'),
      details,
      quotes:
        // What a note says nobody said in that turn.
        taken && byNote !== true && quote !== undefined && turn !== undefined
          ? [{ place: view.place(turn), words: view.quoted(quote) }]
          : [],
    };
  });
}
