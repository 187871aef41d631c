/** What to do about it: the words behind findings, coaching notes, and what customers keep complaining of. */
import type { Analysis, CoachingNote, Issue } from '../../result/analysis.ts';
import { shareText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { BatchCell, BatchNote, BatchSection } from './section.ts';
import { smallMark, type BatchWording } from './wording.ts';

/** The words that the commonest findings rest on, with samples. */
export function behindSection({ findings }: Pick<Analysis, 'findings'>, wording: BatchWording): BatchSection {
  const { say, naming } = wording;
  return {
    id: 'behind',
    heading: say('batch.behind'),
    blocks: [
      {
        kind: 'notes',
        notes: findings.map(({ criterion, calls, words, samples }) => ({
          title: naming.criterion(criterion),
          remark: wording.calls(calls),
          lines: [
            ...(words.length === 0
              ? []
              : [
                  {
                    label: say('batch.words'),
                    items: words.map((one) => ({
                      text: say('batch.times', {
                        words: say('audit.quote', { words: visible(one.words) }),
                        calls: one.calls,
                      }),
                      spoken: true,
                    })),
                  },
                ]),
            { label: say('batch.sample'), items: samples.map(wording.sample) },
          ],
        })),
      },
    ],
  };
}

/** Two strengths and two findings for each agent. */
export function coachingSection({ coaching }: Analysis, wording: BatchWording): BatchSection {
  return {
    id: 'coaching',
    heading: wording.say('batch.coaching'),
    blocks: [{ kind: 'notes', notes: coaching.map((note) => coachingNote(note, wording)) }],
  };
}

function coachingNote(note: CoachingNote, wording: BatchWording): BatchNote {
  const { say, naming } = wording;
  const strengths = note.strengths.map(({ criterion, count, of }) => ({
    text:
      naming.criterion(criterion) + say('punctuation.aside', { words: say('batch.met-in', { count, of }) }),
  }));
  return {
    title: wording.agent(note) + smallMark(note, wording),
    remark: [...(note.team === undefined ? [] : [visible(note.team)]), wording.calls(note.calls)].join(
      say('punctuation.comma'),
    ),
    lines: [
      {
        label: say('batch.strength'),
        items: strengths.length === 0 ? [{ text: say('batch.no-strength'), tone: 'soft' }] : strengths,
      },
      ...note.findings.map(({ criterion, severity, count, of, sample, say: wordingToUse }) => {
        const items: BatchCell[] = [
          {
            text:
              naming.criterion(criterion) +
              say('punctuation.aside', {
                words: [
                  ...(severity === 'ordinary' ? [] : [say(`severity.${severity}`)]),
                  say('batch.not-met-in', { count, of }),
                ].join(say('punctuation.comma')),
              }),
            ...(severity === 'ordinary' ? {} : { tone: 'bad' as const }),
          },
          ...(sample === undefined ? [] : [wording.sample(sample)]),
          ...(wordingToUse === undefined
            ? []
            : [
                {
                  text: wording.label(
                    say('batch.wording'),
                    say('audit.quote', { words: visible(wordingToUse) }),
                  ),
                  tone: 'good' as const,
                  spoken: true,
                },
              ]),
        ];
        return { label: say('batch.to-improve'), items };
      }),
    ],
  };
}

/** The last so many weeks of an issue: more do not fit on a line. */
const weeksShown = 8;

/** The types of complaint with their recurring terms and what the pack advises. */
export function issuesSection({ issues }: Analysis, wording: BatchWording): BatchSection {
  const { say } = wording;
  return {
    id: 'issues',
    heading: say('batch.issues'),
    blocks: [
      { kind: 'paragraph', text: say('batch.terms-note') },
      { kind: 'notes', notes: issues.map((issue) => issueNote(issue, wording)) },
    ],
  };
}

function issueNote({ type, share, terms, weeks, prevent }: Issue, wording: BatchWording): BatchNote {
  const { say, naming, language } = wording;
  const shown = weeks.slice(-weeksShown);
  return {
    title: naming.name('complaintType', type),
    remark: [wording.calls(share.count), wording.share(share).text].join(say('punctuation.comma')),
    lines: [
      ...(terms.length === 0
        ? []
        : [
            {
              label: say('batch.terms'),
              items: [
                {
                  text: wording.list(
                    terms.map(({ term, calls, times }) =>
                      times === null
                        ? say('batch.term', { term: visible(term), calls })
                        : say('batch.term-times', { term: visible(term), calls, times }),
                    ),
                  ),
                  spoken: true,
                },
              ],
            },
          ]),
      ...(shown.length < 2
        ? []
        : [
            {
              label: say('batch.by-weeks'),
              items: [
                {
                  text: wording.list(
                    shown.map((one) => `${one.week} ${shareText(one.share.count, one.share.of)}`),
                  ),
                },
              ],
            },
          ]),
      ...(prevent === undefined
        ? []
        : [{ label: say('batch.prevent'), items: [{ text: visible(prevent[language]) }] }]),
    ],
  };
}
