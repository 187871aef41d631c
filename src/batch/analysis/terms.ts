/** Terms: what sentences are about, without a dictionary. */

/** English words that say nothing of a matter. */
const dull = new Set(
  (
    'about above after again all also always and another any anyone anything are aren arent around away back because been ' +
    'before being both but call called calling came can cant cannot come could couldnt did didnt does doesnt doing done dont ' +
    'down each else even ever every everything few find first for from gave get gets getting give given goes going gone got ' +
    'had hadnt has hasnt have havent having hello her here hers him his how however ill into isnt its ive just keep keeps ' +
    'kind know last least let like little long look made make making many may maybe mean might more most much must myself ' +
    'need needs never new next nobody none not nothing now off okay old once one only onto other our ours out over own ' +
    'people please put quite rather really right said same saw say saying says see seem seems she should shouldnt since ' +
    'some somebody someone something soon sorry still such sure take taken tell than thank thanks that thats the their ' +
    'them then there theres these they theyre thing things think this those though through time times told too took tried ' +
    'try trying two under until upon use used using very wait want wanted was wasnt way well went were werent what whats when ' +
    'where which while who whole why will with without wont work would wouldnt yes yesterday yet you your youre yours ' +
    'day days week weeks month months today hour hours minute minutes year years ago problem problems issue issues help sir ' +
    'madam monday tuesday wednesday thursday friday saturday sunday one three four five six seven eight nine ten hundred ' +
    'thousand mine meant tell told answered asked ask turned comes came morning evening night'
  ).split(' '),
);

/** Han characters that bind words and are no part of a term. */
const binding =
  /[的了我你您他她它们們是不在有没沒和就都也还還这這那个個给給要会會说說吗嗎呢吧啊么麼什为為被把让讓到从從对對去来來很太再又才跟与與或之其此某等着著过過得地只能可以上下里裡一二三四五六七八九十两兩几幾点點时時候现現今昨明天月年号號次多少好]/u;

const longest = 3;

/**
 * The terms of some sentences, each once: English words of three letters or more, in lower case, that are not among the
 * commonest; pairs and triples of neighbouring Han characters without any that only binds words. Digits and masked data
 * are in none.
 */
export function termsOf(sentences: readonly string[]): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const sentence of sentences) {
    for (const [word] of sentence.matchAll(/\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu)) {
      const plain = word.toLowerCase().replace(/['’]s$/u, '');
      // What is left with an apostrophe is a contraction, which binds words.
      if (plain.length >= 3 && !/['’]/u.test(plain) && !dull.has(plain)) terms.add(plain);
    }
    for (const [run] of sentence.matchAll(/\p{Script=Han}+/gu)) {
      const characters = [...run];
      for (let from = 0; from < characters.length; from++) {
        let term = '';
        for (let length = 1; length <= longest && from + length <= characters.length; length++) {
          const character = characters[from + length - 1]!;
          if (binding.test(character)) break;
          term += character;
          if (length > 1) terms.add(term);
        }
      }
    }
  }
  return terms;
}
