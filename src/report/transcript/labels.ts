/** The labels that written transcripts give their speakers, so that they are read back as who they are. */
import type { Call, Speaker, Turn } from '../../call/call.ts';
import { languageOf } from '../../text/language.ts';

const words: Readonly<Record<'en' | 'hans' | 'hant', Readonly<Record<Speaker, string>>>> = {
  en: { agent: 'Agent', customer: 'Customer', bot: 'IVR', unknown: 'Unknown' },
  hans: { agent: '客服', customer: '客户', bot: '机器人', unknown: '未知' },
  hant: { agent: '客服', customer: '客戶', bot: '機器人', unknown: '未知' },
};

/** As the call says, or as it is told from what is said. */
function wordsOf({ language, turns }: Call): keyof typeof words {
  const tag = (language ?? languageOf(turns.map(({ text }) => text))).toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /hant|-(?:tw|hk|mo)\b/u.test(tag) ? 'hant' : 'hans';
}

const longestName = 30;

/** A participant's name or id without what would end a label or hide in it. */
function nameOf(id: string, call: Call): string {
  const name = call.participants?.find((participant) => participant.id === id)?.name;
  const clean = (written: string): string =>
    [...written.replaceAll(/[\s\p{Cc}:：()（）[\]【】［］〔〕<>＜＞*"]+/gu, ' ').trim()]
      .slice(0, longestName)
      .join('')
      .trim();
  return clean(name ?? '') || clean(id) || '?';
}

/** What labels are compared by when they are read: case, width, underscores and hyphens do not tell them apart. */
function keyOf(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_–—-]+/gu, ' ')
    .trim();
}

/**
 * The label of each turn of a call: the side in the call's language, with the participant in brackets where the turn
 * names one, and a label of its own for each of them.
 */
export function turnLabels(call: Call): (turn: Turn) => string {
  const sides = words[wordsOf(call)];
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  return ({ speaker, participant }) => {
    if (participant === undefined) return sides[speaker];
    const person = JSON.stringify([speaker, participant]);
    const known = labels.get(person);
    if (known !== undefined) return known;
    const name = nameOf(participant, call);
    let label = `${sides[speaker]} (${name})`;
    for (let copy = 2; taken.has(keyOf(label)); copy++) label = `${sides[speaker]} (${name} ${copy})`;
    taken.add(keyOf(label));
    labels.set(person, label);
    return label;
  };
}
