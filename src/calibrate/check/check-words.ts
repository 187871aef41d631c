/** Examples that are missing, and words that people read in one language only. */
import { listResolver } from '../../pack/list-resolver.ts';
import type { Pack } from '../../pack/model.ts';
import type { Localised } from '../../pack/model/localised.ts';
import type { MomentRule } from '../../pack/model/moment-rule.ts';
import type { Origin } from '../../pack/model/origin.ts';
import { parsePhrase } from '../../phrases/parse.ts';
import type { PhraseNode } from '../../phrases/phrase.ts';
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
  const languagesIn = languageFinder(pack);
  const heard = new Map(pack.moments.map((moment) => [moment.id, languagesIn(moment)]));
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

/** Gives the languages that a moment hears: those in which some way through one of its phrases is, lists and all. */
function languageFinder({ lists }: Pick<Pack, 'lists'>): (moment: MomentRule) => ReadonlySet<Language> {
  const list = listResolver(lists);
  // A list is one node wherever it is named.
  const known = new Map<PhraseNode, Ways>();
  const waysOf = (node: PhraseNode): Ways => {
    const ways = known.get(node) ?? waysThrough(node, waysOf);
    known.set(node, ways);
    return ways;
  };
  return ({ phrases }) => {
    const ways = new Set(phrases.flatMap(({ text }) => [...waysOf(parsePhrase(text, list).node)]));
    return new Set<Language>([
      ...(ways.has('en') ? (['en'] as const) : []),
      ...(ways.has('zh') ? (['zh'] as const) : []),
    ]);
  };
}

/** What the words on the ways through a phrase are written in; where there is Chinese among them, it is Chinese. */
type Ways = ReadonlySet<Language | 'none'>;

function waysThrough(node: PhraseNode, waysOf: (node: PhraseNode) => Ways): Ways {
  switch (node.kind) {
    case 'word':
      return new Set([han.test(node.word) ? 'zh' : latin.test(node.word) ? 'en' : 'none']);
    case 'prefix':
      return new Set([han.test(node.prefix) ? 'zh' : latin.test(node.prefix) ? 'en' : 'none']);
    case 'optional':
      return new Set([...waysOf(node.node), 'none']);
    case 'choice':
      return new Set(node.nodes.flatMap((one) => [...waysOf(one)]));
    case 'sequence':
      return node.nodes.reduce<Ways>(
        (before, one) =>
          new Set([...before].flatMap((way) => [...waysOf(one)].map((next) => joined(way, next)))),
        new Set(['none']),
      );
    default:
      return new Set(['none']);
  }
}

function joined(one: Language | 'none', other: Language | 'none'): Language | 'none' {
  if (one === 'zh' || other === 'zh') return 'zh';
  return one === 'none' ? other : one;
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
