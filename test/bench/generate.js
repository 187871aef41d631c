/**
 * Calls for the benchmarks: deterministic, in both languages, made from the pack's own phrases. About a third of the
 * turns hold a moment and two thirds hold some anchor, as in real service dialogues.
 */
import { parseListLine, parsePhrase } from '../../dist/phrases/parse.js';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const classSamples = {
  en: {
    number: '3',
    money: '$40',
    date: 'tomorrow',
    time: '5 pm',
    duration: 'two business days',
    phone: '555 0188',
    'order-number': 'AB12345',
  },
  zh: {
    number: '3',
    money: '50元',
    date: '明天',
    time: '下午5点',
    duration: '48小时',
    phone: '138 0000 0000',
    'order-number': 'AB12345',
  },
};

/** Sentences with no moment in them, some of whose words are anchors and some are not. */
const plain = {
  en: [
    'Yes, the account ends in four two and it is under my name.',
    'The technician came in the morning and looked at the box by the door.',
    'It was the second one on the list, the blue one with the long cable.',
    'My address is twelve Harbour Street, the flat on the top floor.',
    'One moment while the page opens on my side, the line is a bit slow.',
    'I bought it in the shop near the station about a month ago.',
    'That would be the plan with the unlimited data and the two lines.',
    'The reference on the paper starts with a letter and then five figures.',
    'He said the parcel was on the van and then it went back to the depot.',
    'The screen shows a green light and then a red one after a minute.',
    'Could you repeat the last part, there was some noise on the street.',
    'Our office is open from nine until six and closed on public holidays.',
  ],
  zh: [
    '对，尾号是四二，登记在我自己的名字下面。',
    '师傅上午来过，看了一下门口的那个箱子。',
    '就是单子上的第二个，蓝色的，线比较长的那款。',
    '地址是港湾路十二号，顶楼左手边那一户。',
    '我这个是上个月在车站旁边的店里买的。',
    '是那个不限流量、带两个副卡的套餐。',
    '单据上面的编号是一个字母开头，后面五位。',
    '屏幕先亮绿灯，过一分钟又变成红灯了。',
    '麻烦最后一句再说一遍，我这边路上有点吵。',
    '我们营业时间是早上九点到晚上六点，节假日休息。',
    '包裹先是显示在派送，后来又退回站点去了。',
    '充的是一百块，用的是银行卡付的。',
  ],
};

/** A sentence that a parsed phrase matches. */
function say(node, language, rand) {
  switch (node.kind) {
    case 'word':
      return node.word;
    case 'prefix':
      return `${node.prefix}e`;
    case 'mark':
      return node.mark;
    case 'class':
      return classSamples[language][node.name];
    case 'gap':
      return '';
    case 'optional':
      return rand() < 0.5 ? '' : say(node.node, language, rand);
    case 'choice':
      return say(node.nodes[Math.floor(rand() * node.nodes.length)], language, rand);
    default:
      return node.nodes.map((each) => say(each, language, rand)).join(language === 'en' ? ' ' : '');
  }
}

function listResolver(lists) {
  const resolve = (name) => ({
    kind: 'choice',
    nodes: lists[name].map(({ text }) => parseListLine(text, resolve)),
  });
  return resolve;
}

/**
 * @param pack a pack as the build wrote it
 * @param {{language: 'en' | 'zh', calls: number, seed?: number}} options
 * @returns calls in canonical form
 */
export function generateCalls(pack, { language, calls, seed = 1 }) {
  const rand = random(seed);
  const pick = (all) => all[Math.floor(rand() * all.length)];
  const resolve = listResolver(pack.lists);
  const han = /\p{Script=Han}/u;
  const bySpeaker = { agent: [], customer: [] };
  for (const moment of pack.moments) {
    const phrases = moment.phrases
      .map(({ text }) => parsePhrase(text, resolve).node)
      .filter((node) => han.test(say(node, language, () => 0.99)) === (language === 'zh'));
    if (phrases.length > 0) bySpeaker[moment.speaker].push(phrases);
  }
  const tidy = (text) => text.replaceAll(/\s+/g, ' ').trim();
  return Array.from({ length: calls }, (_, number) => {
    const turns = Array.from({ length: 8 + Math.floor(rand() * 14) }, (_turn, index) => {
      const speaker = index % 2 === 0 ? 'agent' : 'customer';
      const sentences = [pick(plain[language])];
      if (rand() < 0.4) sentences.push(pick(plain[language]));
      if (rand() < 0.24) {
        const said = tidy(say(pick(pick(bySpeaker[speaker])), language, rand));
        sentences.splice(Math.floor(rand() * 2), 0, language === 'en' ? `${said}.` : `${said}。`);
      }
      return { speaker, text: sentences.join(language === 'en' ? ' ' : '') };
    });
    return { id: `${language}-${number}`, language: language === 'en' ? 'en' : 'zh-CN', turns };
  });
}

const escapeRegExp = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** A phrase as a regular expression, as an analyst would write it by hand. */
function expression(node, language) {
  const blank = language === 'en' ? String.raw`[\s,-]+` : '';
  switch (node.kind) {
    case 'word':
      return language === 'en' ? String.raw`\b${escapeRegExp(node.word)}\b` : escapeRegExp(node.word);
    case 'prefix':
      return String.raw`\b${node.prefix}\w*`;
    case 'mark':
      return `[${node.mark}]`;
    case 'class':
      return String.raw`\d+`;
    case 'gap':
      return `[^.!?]{0,${node.most * (language === 'en' ? 6 : 1)}}`;
    case 'optional':
      return `(?:${expression(node.node, language)}${blank})?`;
    case 'choice':
      return `(?:${node.nodes.map((each) => expression(each, language)).join('|')})`;
    default:
      return node.nodes
        .map((each, index) => {
          const last = index === node.nodes.length - 1;
          return (
            expression(each, language) +
            (last || each.kind === 'optional' || each.kind === 'gap' ? '' : blank.replace('+', '*'))
          );
        })
        .join('');
  }
}

/** Words for a list of wink-nlp's own form, where a phrase is no more than words and single choices of them. */
function winkPattern(node) {
  const parts = node.kind === 'sequence' ? node.nodes : [node];
  const written = parts.map((part) => {
    if (part.kind === 'word') return part.word;
    if (part.kind === 'choice' && part.nodes.every((each) => each.kind === 'word'))
      return `[${part.nodes.map((each) => each.word).join('|')}]`;
    if (part.kind === 'optional' && part.node.kind === 'word') return `[|${part.node.word}]`;
    return undefined;
  });
  return written.includes(undefined) ? undefined : written.join(' ');
}

/** The phrases of a language for tools that know no phrase language. */
export function spellings(pack, language) {
  const resolve = listResolver(pack.lists);
  const han = /\p{Script=Han}/u;
  const all = { agent: [], customer: [] };
  for (const moment of pack.moments) {
    for (const { text } of moment.phrases) {
      const { node } = parsePhrase(text, resolve);
      if (han.test(JSON.stringify(node)) !== (language === 'zh')) continue;
      all[moment.speaker].push({ pattern: expression(node, language), words: winkPattern(node) });
    }
  }
  return all;
}
