import { describe, expect, it } from 'vitest';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { Matcher } from '../../src/phrases/match.ts';
import type { PhraseClass } from '../../src/phrases/phrase.ts';
import { classEnd } from '../../src/text/classes.ts';
import { foldText } from '../../src/text/fold.ts';

const matchers = new Map<PhraseClass, Matcher>();

/** A phrase of nothing but a class: the way every class is used, through its anchors and the units of the text. */
function found(name: PhraseClass, text: string): readonly string[] {
  let matcher = matchers.get(name);
  if (matcher === undefined) {
    const phrase = { node: { kind: 'class', name }, atStart: false, atEnd: false } as const;
    matcher = new Matcher(compilePhrases([phrase]));
    matchers.set(name, matcher);
  }
  const units = matcher.read(text);
  return matcher.hits().map(({ first, last }) => text.slice(units.starts[first], units.ends[last]));
}

/** In each line what is between the brackets is all that the class takes. */
function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function check(name: PhraseClass, line: string): void {
  const expected = [...line.matchAll(/«([^»]*)»/gu)].map(([, inside]) => inside);
  expect(found(name, line.replaceAll(/[«»]/gu, ''))).toEqual(expected);
}

describe('<duration>', () => {
  it.each(
    lines(`
      within «24-48 hours»
      within «two business days», I promise
      takes «three to five full business days» usually
      takes «3-5 working days»
      takes «3 – 5 days»
      «half an hour»
      «a couple of days or so»
      «a few more minutes»
      within «the next few hours»
      «next 24 hours»
      «an hour and a half»
      «an hour or two»
      «two and a half hours»
      «1 hour 30 minutes»
      it took «24h» to fix
      «24hrs»
      «30min» tops
      «24hours»
      «twenty-four hours»
      «twenty four to forty eight hours»
      «a hundred and twenty days»
      «1.5 hours»
      «10 - 15 minutes»
      «ten or fifteen minutes»
      «another week»
      «several weeks»
      some time, «some days» later
      just «a second», please
      «24/48 hours»
      «3\u00a0days»
      «４８ hours»
      «5 business-days»
      a second opinion, one second thought
      the second time
      three times a day
      the other day and every day
      may I ask twenty people
      a daylight hourglass
      you have 3 items
    `),
  )('%s', (line) => check('duration', line));

  it.each(
    lines(`
      请您等«48小时»
      «48 小时»内
      «三到五个工作日»内给您回复
      «3個工作天»內
      «３個工作天»內
      «一两天»就好
      «三五天»
      «30分钟»后
      «30分鐘»後
      «半小时»
      «半个小时»
      «两个半小时»
      «一个多小时»
      «一個半月»
      «一个月»
      «半个月»
      «半年»
      «一年半»
      «两天半»
      «1-3个工作日»
      «1~3天»
      «3至5个自然日»
      «一个到两个小时»
      «二十四小时»
      «二十多天»了
      «十几分钟»
      «十分钟»
      «几天»了
      «好几天»没人理
      «数日»
      «若干天»
      «两个礼拜»
      «兩個禮拜»
      «一周»左右
      «一週»
      «一刻钟»
      «两个钟头»
      «1小时30分钟»
      «两天零三小时»
      «7日»内
      «30分»内
      «3 working days»内
      «5个working days»
      «俩小时»
      «三年»前
      今天和明天都行
      十分抱歉
      5月3日
      三月份再说
      第三天就坏了
      2023年
      下半年
      周一和星期三
      三个人
      日本
      打5分
      一定会的
    `),
  )('%s', (line) => check('duration', line));
});

describe('<money>', () => {
  it.each(
    lines(`
      $«1,234.50» back
      a refund of $«50»
      $ «50» off
      «US$30»
      £«20»
      €«99.99»
      ￥«300»
      ¥«1.5万»
      $«5k»
      «RMB 200»
      «USD 30»
      «200 RMB»
      «fifty dollars»
      «a hundred and fifty dollars»
      «twenty bucks»
      «20 quid»
      «five dollars and twenty cents»
      «50 to 60 euros»
      «a few dollars»
      «a couple hundred dollars»
      «50块钱»
      «50块»
      «50塊錢»
      «三百元»
      «三百圓»
      «99.9元»
      «两万块»
      «1.5万元»
      «一百多块»
      «几十块钱»
      «几百块»
      «三块五»
      «一块钱»
      «一块五»
      «五毛钱»
      «一分钱»都不退
      «五百港币»
      «五百港幣»
      «三千台币»
      «五十美元»
      «人民币200元»
      «100到200元»
      «50刀»
      我们一块去
      一块儿
      元旦
      三百人
      24 hours
      一刀切
      pound the table
      单元
    `),
  )('%s', (line) => check('money', line));
});

describe('<date>', () => {
  it.each(
    lines(`
      by «tomorrow morning»
      «next Monday» works
      «early next week»
      «later today»
      «first thing tomorrow»
      «May 5th»
      on «May 5», please
      «the 5th of May»
      «December 21st, 2024»
      «March third»
      «Monday, May 5th»
      «the 21st»
      «3/14»
      «12/25/2024»
      «2024-05-03»
      «2024/5/3»
      «end of the day»
      «the end of the month»
      «close of business»
      «this afternoon»
      «the day after tomorrow»
      «Friday»
      «Friday morning»
      by «Wed»
      in «December»
      by «May»
      over «the weekend»
      «by the end of today»
      «next business day»
      may I ask, you may 2
      march on, the march
      the sun sat down and wed
      the 5th time
      I have decided
      open 24/7
      1/2 of it
      3-5 days
      15 people
      second chances
    `),
  )('%s', (line) => check('date', line));

  it.each(
    lines(`
      «今天»
      «今日»
      «明天下午»给您
      «明早»
      «今晚»
      «大后天»
      «後天»
      «次日»
      «当天»到
      «下周一»
      «下下週三»
      «這週五»
      «周末»
      «本月底»
      «月底»
      «年底»
      «下个月»
      «下個星期三上午»
      «5月3号»
      «5月3號»
      «5月»
      «五月份»
      «五月三日»
      «2023年5月3日»
      «二〇二三年五月»
      «15号»
      «十五號»
      «明年»
      «听日»
      «2024-11-11»
      15个月
      三个月
      3号楼
      15号线
      号码
      以后日子
      之前日期
      三天
      一周
      8小时
    `),
  )('%s', (line) => check('date', line));
});

describe('<time>', () => {
  it.each(
    lines(`
      at «9:30 pm»
      at «9:30»
      «21：30»
      «9pm» sharp
      «9 pm»
      «9 p.m». at the latest
      «five p.m».
      «nine am»
      «9 o'clock»
      «nine o’clock»
      «half past nine»
      «quarter to ten»
      «ten past three»
      «nine thirty»
      «5 in the afternoon»
      «noon»
      «midnight»
      I am nine
      nine thirty dollars
      9 people
      in a quarter
      25:99
      one thirty days
    `),
  )('%s', (line) => check('time', line));

  it.each(
    lines(`
      «下午三点半»
      «下午三點半»
      «三点半»
      «三点钟»
      «三點鐘»
      «十点一刻»
      «15点»
      «15:30»
      «10点30分»
      «晚上八点»
      «明天上午十点»
      «今天下午3点»
      «凌晨两点»
      «下午一点»
      «三点»之前
      «一点»前
      «两点»左右
      «15时»
      快一点
      冷静一点
      有一点点
      以下两点要说
      有3点要求
      一时半会
      3小时
      九点五折
    `),
  )('%s', (line) => check('time', line));
});

describe('<number>', () => {
  it.each(
    lines(`
      «5» people
      option #«2»
      a bill of $500
      «1,234.5» units
      «24» or more
      «twenty-four» of them
      «one hundred and five» cases
      «two thousand twenty three»
      «half a dozen»
      «a hundred» times
      «2 to 3» of them
      «1.5 million»
      «5k» followers
      «zero» issues
      «three» and then some
      «五»个
      «两»個
      «一百二十»次
      «几十»次
      «５»次
      «1.5万»次
      «三点五»倍
      «三到五»个
      «两三»个
      «十»个
      someone and noone
      4G
      24h
      十分抱歉
      一定一直一样
      千万别
      几乎
      万一
      冷静一点
    `),
  )('%s', (line) => check('number', line));
});

describe('<phone>', () => {
  it.each(
    lines(`
      «138 0013 8000»
      «13800138000»
      «138-0013-8000»
      «1-800-555-0199»
      «1-800-FLOWERS»
      «1 800 555 0199»
      («415) 555-0132»
      «415.555.0132»
      +«1 415 555 0132»
      +«86 138 0013 8000»
      «010-62345678»
      «400-820-8820»
      «10086»
      拨打«12315»投诉
      call «911» now
      拨打«110»
      «one three eight zero zero one three eight zero zero zero»
      «double oh seven five five five one two»
      «一三八零零一三八零零零»
      «幺三八零零幺三八零零零»
      $500
      12 500
      12345.67
      2023-11-01
      100,000
      100 people
      in 2023
      3-5 days
      one two three
      一二三
    `),
  )('%s', (line) => check('phone', line));
});

describe('<order-number>', () => {
  it.each(
    lines(`
      order «AB123456»
      order #«12345»
      «5555-AB»
      订单号«20231101001»
      訂單«A1B2C3D4»
      «AB-123456-7»
      «XJ9K2L45M» please
      AB «123456»
      «1234-5678-9012»
      «ＡＢ１２３４５６» 
      a 24-hour line
      iPhone15
      5 items
      in 2023
      2023-11-01
      covid-19
      follow-up-2
      99.99
    `),
  )('%s', (line) => check('order-number', line));
});

describe('hostile input', () => {
  const names: readonly PhraseClass[] = [
    'number',
    'money',
    'date',
    'time',
    'duration',
    'phone',
    'order-number',
  ];
  const pieces = [
    '1',
    '12,',
    ' ',
    '1 ',
    '1-',
    'one ',
    'a hundred ',
    '一',
    '三到',
    '#',
    '$1',
    'ab-',
    '个',
    'double ',
    '5月',
  ];
  it.each(names.flatMap((name) => pieces.map((piece) => [name, piece] as const)))(
    '<%s> over a long run of %j looks no further than a bounded way',
    (name, piece) => {
      const text = foldText(piece.repeat(5000));
      // A number in figures is one unit, however long it is.
      const most = name === 'number' ? text.length : 200;
      for (let at = 0; at < text.length; at += 97)
        expect(classEnd(name, text, at) - at).toBeLessThanOrEqual(most);
    },
  );

  const heads = ['1', 'one', 'a', '$', '三', '一个', 'double', '5月', 'may', 'twenty'];
  it.each(names.flatMap((name) => heads.map((head) => [name, head] as const)))(
    '<%s> from %j over spaces and dashes ends',
    (name, head) => {
      // Where two repetitions could share the same spaces, this would take minutes.
      for (const rest of [' ', '-', ' -', '- '])
        expect(classEnd(name, `${head}${rest.repeat(20_000)}?`, 0)).toBeLessThan(20);
    },
  );
});
