/** The pack's own words for a report, in the three report languages. */
import type { Pack } from '../pack/model.ts';
import type { Localised } from '../pack/model/localised.ts';
import type { Glossary, ReportLanguage, Words } from '../result/result.ts';

/** Words in one language of the reports; Simplified stands in where a pack gives no Traditional form. */
export function localise(words: Localised, language: ReportLanguage): string {
  switch (language) {
    case 'en':
      return words.en;
    case 'zh-CN':
      return words.zh;
    case 'zh-TW':
      return words['zh-TW'] ?? words.zh;
  }
}

function wordsOf(words: Localised): Words {
  return { en: words.en, 'zh-CN': localise(words, 'zh-CN'), 'zh-TW': localise(words, 'zh-TW') };
}

function titlesOf(
  things: readonly { readonly id: string; readonly title: Localised }[],
): Readonly<Record<string, Words>> {
  return Object.fromEntries(things.map(({ id, title }) => [id, wordsOf(title)]));
}

/** What the things of a pack are called, by their ids. */
export function glossaryOf(pack: Pack): Glossary {
  const { moments, criteria, scorecard, allegations } = pack;
  const protocols = criteria.flatMap((criterion) =>
    criterion.form === 'protocol' ? [criterion.protocol] : [],
  );
  return {
    moments: Object.fromEntries(moments.map(({ id, title }) => [id, wordsOf(title)])),
    criteria: Object.fromEntries(
      criteria.map(({ id, title, why }) => [id, { title: wordsOf(title), why: wordsOf(why) }]),
    ),
    sections: Object.fromEntries(
      scorecard.sections.map(({ id, title, group }) => [
        id,
        { title: wordsOf(title), ...(group === undefined ? {} : { group }) },
      ]),
    ),
    allegations: Object.fromEntries(allegations.map(({ id, title }) => [id, wordsOf(title)])),
    names: {
      keyFact: titlesOf(pack.keyFacts),
      complaintType: titlesOf(pack.complaintTypes),
      gravity: titlesOf(pack.gravity),
      promise: titlesOf(pack.promises),
      ground: titlesOf(protocols.flatMap(({ grounds }) => grounds)),
      step: titlesOf(protocols.flatMap(({ steps }) => steps)),
    },
  };
}
