/** Examples that are missing, and words that people read in one language only. */
import type { Pack } from '../../pack/model.ts';
import type { Localised } from '../../pack/model/localised.ts';
import type { MomentRule } from '../../pack/model/moment-rule.ts';
import type { Origin } from '../../pack/model/origin.ts';
import { languageOf } from '../../text/language.ts';
import type { Words } from '../../result/result.ts';
import { sayInAll } from '../../result/words.ts';
import type { Problem } from './problem.ts';

/** So many hits and misses a moment has in each language that it hears. */
const fewest = 5;

type Language = 'en' | 'zh';

const han = /\p{Script=Han}/u;
const latin = /[a-z]{2}/iu;

/** Looks at examples and translations of a valid pack. A missing `zh-TW` is fine: Simplified stands in for it. */
export function checkWords(pack: Pack): readonly Problem[] {
  const heard = new Map(pack.moments.map((moment) => [moment.id, languagesOf(moment)]));
  const languages = (['en', 'zh'] as const).filter((language) =>
    [...heard.values()].some((each) => each.has(language)),
  );
  const weighted = new Set(pack.scorecard.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return [
    ...pack.moments.flatMap((moment) => [
      ...languages.flatMap((language) =>
        heard.get(moment.id)!.has(language)
          ? fewExamples(moment, language)
          : missingLanguage(moment, language),
      ),
      ...untranslated(moment.title, sayInAll('check.title-of', { id: moment.id }), moment.origin),
    ]),
    ...pack.criteria.flatMap(({ id, title, why, say, origin, form }): readonly Problem[] => [
      ...untranslated(title, sayInAll('check.title-of', { id }), origin),
      ...untranslated(why, sayInAll('check.reason-of', { id }), origin),
      ...(say === undefined ? [] : untranslated(say, sayInAll('check.say-of', { id }), origin)),
      ...(say === undefined && weighted.has(id) && form !== 'all' && form !== 'any'
        ? [
            {
              code: 'missing-say' as const,
              severity: 'note' as const,
              origin,
              message: sayInAll('check.missing-say', { id }),
              hint: sayInAll('check.add-say'),
            },
          ]
        : []),
    ]),
  ];
}

/** The languages that a moment's phrases are written in. */
function languagesOf({ phrases }: MomentRule): ReadonlySet<Language> {
  const said = phrases.map(({ text }) => text.replaceAll(/<[^<>]*>|\{[^{}]*\}/gu, ' '));
  return new Set<Language>([
    ...(said.some((text) => latin.test(text)) ? (['en'] as const) : []),
    ...(said.some((text) => han.test(text)) ? (['zh'] as const) : []),
  ]);
}

const nameOf = (language: Language): Words => sayInAll(`check.language.${language}`);

const fewOf = {
  hit: { message: 'check.few-hits', hint: 'check.write-hits' },
  miss: { message: 'check.few-misses', hint: 'check.write-misses' },
} as const;

function fewExamples({ id, examples, origin }: MomentRule, language: Language): readonly Problem[] {
  const count = (kind: 'hit' | 'miss'): number =>
    examples[kind].filter(({ text }) => (languageOf([text]) === 'en' ? 'en' : 'zh') === language).length;
  return (['hit', 'miss'] as const).flatMap((kind): readonly Problem[] => {
    const found = count(kind);
    if (found >= fewest) return [];
    return [
      {
        code: 'few-examples',
        severity: 'warning',
        origin,
        message: sayInAll(fewOf[kind].message, { id, found, fewest, language: nameOf(language) }),
        hint: sayInAll(fewOf[kind].hint),
      },
    ];
  });
}

function missingLanguage({ id, origin }: MomentRule, language: Language): readonly Problem[] {
  return [
    {
      code: 'missing-language',
      severity: 'warning',
      origin,
      message: sayInAll('check.missing-language', { id, language: nameOf(language) }),
      hint: sayInAll('check.add-phrases', { language: nameOf(language) }),
    },
  ];
}

function untranslated(written: Localised, what: Words, origin: Origin): readonly Problem[] {
  const { en, zh } = written;
  const wrong = zh === en || !han.test(zh) ? 'zh' : latin.test(en) ? undefined : 'en';
  if (wrong === undefined) return [];
  return [
    {
      code: 'untranslated',
      severity: 'warning',
      origin,
      message: sayInAll(`check.untranslated.${wrong}`, { what, text: written[wrong] }),
      hint: sayInAll('check.translate'),
    },
  ];
}
