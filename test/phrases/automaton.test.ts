import { describe, expect, it } from 'vitest';
import { unitPrinter } from './units.ts';

const print = unitPrinter([
  'calm down sorry apologi* sys* system café',
  'you all customer clock oclock let us no and then next done',
  'mr smith dr 24 48 4g the at call',
  '冷静 一下 那 个 规定 回复 了解 着急 什么 账 里',
]);

describe('words and contractions', () => {
  it.each([
    ['Calm DOWN', 'calm down'],
    ['calmer downs', '_ _'],
    ["can't", 'can not'],
    ['cannot', 'can not'],
    ['cant', 'can not'],
    ['can not', 'can not'],
    ["CAN'T", 'can not'],
    ['can’t', 'can not'],
    ['can´t', 'can not'],
    ["won't", 'will not'],
    ["don\u200b't", 'do not'],
    ["shan't", 'shall not'],
    ["ain't", 'ai not'],
    ["don't", 'do not'],
    ["I'd", "i 'd"],
    ['I’d', "i 'd"],
    ["it's", "it 's"],
    ["I'm", 'i am'],
    ['im', 'i am'],
    ["you're", 'you are'],
    ["let's", "let 's"],
    ["customer's", "customer 's"],
    ["customers'", '_'],
    ["y'all", '_'],
    ["y'all're", '_'],
    ["o'clock", 'oclock'],
    ["'calm'", 'calm'],
    ['"calm" (down)', 'calm down'],
    ['well were ill its', '_ were _ _'],
    ["4'g", '# _'],
    ["down'4g", 'down 4g'],
    ['apologies apologized Apologising apologi', 'apologi* apologi* apologi* apologi*'],
    ['sys systems system', 'sys* sys* system'],
    ['apolog apologetic', '_ _'],
    ['café CAFE cafe\u0301', 'cafe cafe cafe'],
    ['ｃａｌｍ ＤＯＷＮ', 'calm down'],
    ['ca\u200blm', 'calm'],
    ['ca\u00adlm down\ufe0f', 'calm down'],
    ['c\u0301a\u0308lm', 'calm'],
    ['um calm er, uh down hmm', 'calm ,down'],
    ["um's calm", "_ 's calm"],
    ['calm-down', 'calm down'],
    ['calm/down', 'calm down'],
    ['calm_down', 'calm down'],
    ['', ''],
    [' \t ', ''],
  ])('%j is %j', (text, units) => expect(print.symbols(text)).toBe(units));
});

describe('numbers', () => {
  it.each([
    ['3.5', '#'],
    ['1,000.25', '#'],
    ['9:30', '#'],
    ['24', '24'],
    ['２４', '24'],
    ['24.', '24 |'],
    ['24.5', '#'],
    ['48h', '@'],
    ['4G', '4g'],
    ['AB1234', '@'],
    ['AB12C4D', '@'],
    ['AB\u200b1234', '@'],
    ['24, 48', '24 ,48'],
    ['24,48', '#'],
    ['24小时', '24 _ _'],
    ['calm24', '@'],
  ])('%j is %j', (text, units) => expect(print.symbols(text)).toBe(units));
});

describe('Chinese', () => {
  it.each([
    ['冷静一下', '冷 静 一 下'],
    ['冷靜一下', '冷 静 一 下'],
    ['冷 静', '冷 静'],
    ['冷嗯静呃', '冷 静'],
    ['冷那个静', '冷 静'],
    ['冷那個静', '冷 静'],
    ['冷那\u200b个静', '冷 静'],
    ['那 个', '那 个'],
    ['那规定', '那 规 定'],
    ['回覆 回復 回复', '回 复 回 复 回 复'],
    ['瞭解', '了 解'],
    ['著急', '着 急'],
    ['甚麼', '什 么'],
    ['帳裡', '账 里'],
    ['客服', '_ _'],
    ['冷，静', '冷 ,静'],
    ['冷、静；一：下', '冷 ,静 ,一 ,下'],
    ['冷……静', '冷 ,静'],
    ['冷——静', '冷 ,静'],
    ['冷。静', '冷 | 静'],
    ['𠮷冷', '_ 冷'],
    ['😀冷😀静', '冷 静'],
    ['\ud842冷', '冷'],
    ['冷\ud83d', '冷'],
    ['にほん', '_ _ _'],
    ['한국 calm', '_ calm'],
    ['冷calm静', '冷 calm 静'],
  ])('%j is %j', (text, units) => expect(print.symbols(text)).toBe(units));
});

describe('the ends of sentences', () => {
  it.each([
    ['calm. down', 'calm | down'],
    ['calm? down!', 'calm |? down |!'],
    ['calm？down！', 'calm |? down |!'],
    ['calm?!', 'calm |?!'],
    ['calm! ?', 'calm |?!'],
    ['calm?? down', 'calm |? down'],
    ['calm.\ndown', 'calm | down'],
    ['calm\n\n\ndown', 'calm | down'],
    ['calm\r\ndown', 'calm | down'],
    ['calm\u2028down', 'calm | down'],
    ['...calm', ',calm'],
    ['。calm', 'calm'],
    ['? calm', 'calm'],
    ['calm... down', 'calm ,down'],
    ['calm… down', 'calm ,down'],
    ['calm...? down', 'calm |? down'],
    ['done.Next', 'done | next'],
    ['done.next', 'done next'],
    ['www.site.com', '_ _ _'],
    ['Mr. Smith', 'mr smith'],
    ['Dr. Smith', 'dr smith'],
    ['no. Then', 'no | then'],
    ['No. 5', 'no #'],
    ['No.5', 'no #'],
    ['the U.S. and', 'the _ _ and'],
    ['at 9 a.m. call', 'at # _ _ call'],
    ['the system at 3.5 and', 'the system at # and'],
    ['calm 。 ！ down', 'calm |! down'],
    ['Dr.', 'dr |'],
    ['calm, down', 'calm ,down'],
    ['calm; down: then', 'calm ,down ,then'],
    ['calm - down', 'calm down'],
    ['calm – down', 'calm ,down'],
    ['calm, um, down', 'calm ,down'],
    ['calm. 😀', 'calm |'],
  ])('%j is %j', (text, units) => expect(print.symbols(text)).toBe(units));
});

describe('the text of units', () => {
  it.each([
    ["can't", ['ca', "n't"]],
    ['cannot', ['can', 'not']],
    ['cant', ['ca', 'nt']],
    ['can\u200bnot', ['can', 'not']],
    ['ca\u200bnnot', ['ca\u200bn', 'not']],
    ["do\u200bn\u200b'\u200bt", ['do', "n\u200b'\u200bt"]],
    ["I\u200b'd", ['I', "'d"]],
    ["I'd", ['I', "'d"]],
    ['it’s', ['it', '’s']],
    ["let's", ['let', "'s"]],
    ["o'clock", ["o'clock"]],
    ['ca\u200blm\u200b down', ['ca\u200blm', 'down']],
    ['𠮷冷', ['𠮷', '冷']],
    ['1,000.', ['1,000', '.']],
    ['so?! yes', ['so', '?!', 'yes']],
    ['那个冷', ['冷']],
    ['４８小時', ['４８', '小', '時']],
  ])('%j is made of %j', (text, spans) => expect(print.spans(text)).toEqual(spans));
});

it('serves texts of any length one after another', () => {
  const long = 'calm down '.repeat(4000);
  expect(print.symbols(long).split(' ')).toHaveLength(8000);
  expect(print.symbols('calm')).toBe('calm');
  expect(print.symbols("can't ".repeat(3000)).split(' ')).toHaveLength(6000);
});
