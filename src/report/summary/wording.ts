/** How the figures of an analysis are said. */
import type { Analysis, CallRef, Group, Mean, Proportion, Sample, Standing } from '../../result/analysis.ts';
import type { ReportLanguage } from '../../result/result.ts';
import { say, type MessageKey } from '../../result/words.ts';
import { scoreText, shareText } from '../figures.ts';
import { namingOf, type Naming } from '../naming.ts';
import type { ReportOptions } from '../options.ts';
import { visible } from '../visible.ts';
import type { BatchCell } from './section.ts';

export interface BatchWording {
  readonly language: ReportLanguage;
  readonly naming: Naming;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** `71.2 (68.0–74.4)` */
  readonly mean: (mean: Mean) => BatchCell;
  /** `42% (35–49%)` */
  readonly share: (share: Proportion) => BatchCell;
  readonly calls: (count: number) => string;
  /** `colon` and `list` as the language writes them. */
  readonly label: (label: string, text: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly standing: (standing: Standing) => BatchCell;
  readonly groupName: (by: string, group: Pick<Group, 'key' | 'name'>) => string;
  readonly byHeading: (by: string) => string;
  readonly fieldName: (by: string) => string;
  readonly agent: (one: { readonly agent: string; readonly name?: string }) => string;
  /** The same of a call, `–` where it names none. */
  readonly agentOf: (call: { readonly agent?: string; readonly agentName?: string }) => BatchCell;
  readonly sample: (sample: Sample) => BatchCell;
  readonly call: (call: CallRef) => BatchCell;
}

const standingTones = { higher: 'good', lower: 'bad', 'no-difference': 'soft', few: 'soft' } as const;

/** The wording of an analysis in one language. */
export function wordingOf({ language, glossary }: ReportOptions): BatchWording {
  const naming = namingOf(glossary, language);
  const word: BatchWording['say'] = (key, values) => say(key, language, values);
  const label: BatchWording['label'] = (name, text) => name + word('punctuation.colon') + text;
  const agent: BatchWording['agent'] = ({ agent: id, name }) =>
    name === undefined ? visible(id) : visible(name) + word('punctuation.aside', { words: visible(id) });
  return {
    language,
    naming,
    say: word,
    mean: ({ value, interval }) => ({
      text:
        interval === null
          ? scoreText(value)
          : `${scoreText(value)} (${scoreText(interval.low)}–${scoreText(interval.high)})`,
      ...(value === null ? {} : { drawn: { value, ...interval } }),
    }),
    share: ({ count, of, value, interval }) =>
      value === null || interval === null
        ? { text: '–' }
        : {
            text: `${shareText(count, of)} (${percent(interval.low)}–${percent(interval.high)}%)`,
            drawn: { value: 100 * value, low: 100 * interval.low, high: 100 * interval.high },
          },
    calls: (n) => word(n === 1 ? 'batch.call' : 'batch.calls', { n }),
    label,
    list: (items) => items.join(word('punctuation.list')),
    standing: (standing) => ({ text: word(`batch.${standing}`), tone: standingTones[standing] }),
    groupName: (by, { key, name }) => {
      if (key === null) return word('batch.none');
      if (by === 'type') return naming.name('complaintType', key);
      return by === 'agent' ? agent({ agent: key, ...(name === undefined ? {} : { name }) }) : visible(key);
    },
    byHeading: (by) =>
      by === 'agent' || by === 'team' || by === 'type' || by === 'week'
        ? word(`batch.by-${by}`)
        : word('batch.by-meta', { key: visible(by.replace(/^meta\./u, '')) }),
    fieldName: (by) => {
      switch (by) {
        case 'agent':
          return word('label.agent');
        case 'team':
          return word('label.team');
        case 'type':
          return word('label.complaint-type');
        case 'week':
          return word('batch.week');
        default:
          return visible(by.replace(/^meta\./u, ''));
      }
    },
    agent,
    agentOf: ({ agent: id, agentName: name }) => ({
      text: id === undefined ? '–' : agent({ agent: id, ...(name === undefined ? {} : { name }) }),
    }),
    sample: ({ number, id, turn, quote }) => ({
      text: label(
        turn === undefined
          ? word('batch.in-call', { id: visible(id) })
          : word('batch.said-in', { id: visible(id), turn }),
        quote === undefined ? word('outcome.not-met') : word('audit.quote', { words: visible(quote) }),
      ),
      call: number,
      ...(quote === undefined ? {} : { spoken: true }),
    }),
    call: ({ number, id }) => ({ text: visible(id), call: number }),
  };
}

/** A share from 0 to 1 in whole per cent. */
function percent(share: number): string {
  return String(Math.round(share * 100));
}

/** The mark of a group that is too small; nothing for others. */
export function smallMark({ small }: { readonly small: boolean }, wording: BatchWording): string {
  return small ? wording.say('punctuation.aside', { words: wording.say('batch.small') }) : '';
}

/** True where there is something to say of more than one call. */
export function isMany({ mean, verdicts }: Analysis): boolean {
  return mean.calls > 1 || verdicts.reduce((sum, { calls }) => sum + calls, 0) > 1;
}
