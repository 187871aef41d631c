/**
 * A library of agent scripts for the benchmark of lint: deterministic, half English and half Chinese, in Markdown as it
 * is written by people (front matter, headings, paragraphs, lists, quotes, tables, code), made from the pack's own
 * examples and wordings. One script in eight holds wording that no agent should say.
 */
import { random } from './generate.js';

const words = {
  en: {
    join: ' ',
    topics: [
      'Refunds',
      'Late parcels',
      'Billing',
      'Outages',
      'Cancelling',
      'Upgrades',
      'Returns',
      'Complaints',
    ],
    intro: [
      'Use this page when the account is open in front of you and the customer has been identified.',
      'It was last reviewed with the team leads of both sites; ask them before you change the order of the steps.',
      'The page is for voice and chat alike, and for both the day and the night desk.',
      'Read the note on the account first, since somebody may have called about the same thing this week.',
      'Newer scripts for this subject are in the folder of the campaign and win over this one.',
    ],
    opening: 'Opening',
    wordings: 'Wordings to choose from',
    steps: 'Step by step',
    step: [
      'Open the account and read the last three notes.',
      'Compare the amount on the bill with the plan.',
      'Write down the reference, the date and the branch.',
      'Set the category before you save the ticket.',
      'Leave the ticket open until the courier has answered.',
      'Check that the address on file is the one on the label.',
    ],
    table: 'When the customer says',
    columns: ['Customer', 'Agent'],
    dialogue: 'Example',
    roles: ['Customer', 'Agent'],
    code: 'Note for the ticket',
    more: 'Further reading',
    link: 'the page of the back office',
    avoid: "Don't say",
  },
  zh: {
    join: '',
    topics: ['退款', '物流延误', '账单', '故障', '退订', '套餐变更', '退换货', '投诉'],
    intro: [
      '本页供语音和在线两个渠道使用，核实身份之后再打开。',
      '内容由两地的组长共同修订，步骤的顺序不要自行调整。',
      '先看工单里最近的备注，同一件事本周可能已经有人来过电话。',
      '如果活动文件夹里有更新的版本，以那一份为准。',
      '白班和夜班通用，新人上岗前由带教逐条讲解。',
    ],
    opening: '开场',
    wordings: '可选用的说法',
    steps: '操作步骤',
    step: [
      '打开账户，阅读最近三条备注。',
      '核对账单金额与套餐是否一致。',
      '记下单号、日期和营业厅。',
      '保存工单之前先选好类别。',
      '快递公司回复之前不要关闭工单。',
      '确认登记的地址与面单上的一致。',
    ],
    table: '客户这样说的时候',
    columns: ['客户', '客服'],
    dialogue: '示例',
    roles: ['客户', '客服'],
    code: '工单备注',
    more: '延伸阅读',
    link: '后台操作说明',
    avoid: '禁用语',
  },
};

/** What an agent may always say: no rule of the pack for scripts forbids any of these. */
const courteous = [
  'greeting',
  'empathy',
  'details-request',
  'open-question',
  'restatement',
  'lookup',
  'lookup-result',
  'explanation',
  'solution',
  'alternative',
  'timeframe',
  'soothing',
  'escalation',
  'follow-up-promise',
  'feedback-thanks',
  'resolution-check',
  'closing',
];

const han = /\p{Script=Han}/u;

/** The single sentences of examples by which a moment is heard, in one language, fit to stand in Markdown. */
function examplesOf(moments, language, speaker) {
  return moments.flatMap(({ examples }) =>
    examples.hit
      .filter((one) => one.speaker === speaker && han.test(one.text) === (language === 'zh'))
      .map(({ text }) => text)
      .filter((text) => !/[\n|*_`<>#\\]/u.test(text)),
  );
}

/**
 * @param pack a pack as the build wrote it
 * @param {{scripts: number, forbidden: readonly string[], seed?: number}} options how many, and the moments that are bad wording
 * @returns {readonly {path: string, text: string}[]} files of about 1,950 bytes each
 */
export function generateScripts(pack, { scripts, forbidden, seed = 1 }) {
  const rand = random(seed);
  const pick = (all) => all[Math.floor(rand() * all.length)];
  const several = (all, least, most) =>
    Array.from({ length: least + Math.floor(rand() * (most - least + 1)) }, () => pick(all));
  const of = (ids) => pack.moments.filter(({ id }) => ids.includes(id));
  const said = Object.fromEntries(
    ['en', 'zh'].map((language) => [
      language,
      {
        good: examplesOf(of(courteous), language, 'agent'),
        bad: examplesOf(of(forbidden), language, 'agent'),
        customer: examplesOf(
          pack.moments.filter(({ speaker }) => speaker === 'customer'),
          language,
          'customer',
        ),
      },
    ]),
  );
  return Array.from({ length: scripts }, (_, number) => {
    const language = number % 2 === 0 ? 'en' : 'zh';
    const own = words[language];
    const { good, bad, customer } = said[language];
    const topic = pick(own.topics);
    const sections = {
      opening: () => [`## ${own.opening}`, several(good, 1, 3).join(own.join)],
      wordings: () => [
        `## ${own.wordings}`,
        several(good, 3, 6)
          .map((text) => `- ${text}`)
          .join('\n'),
      ],
      steps: () => [
        `## ${own.steps}`,
        several(own.step, 3, 5)
          .map((text, index) => `${index + 1}. ${text}`)
          .join('\n'),
      ],
      table: () => [
        `## ${own.table}`,
        [
          `| ${own.columns.join(' | ')} |`,
          '| --- | --- |',
          ...several(customer, 2, 5).map((text) => `| ${text} | ${pick(good)} |`),
        ].join('\n'),
      ],
      dialogue: () => [
        `## ${own.dialogue}`,
        several(customer, 1, 3)
          .map((text) => `> ${own.roles[0]}: ${text}\n>\n> ${own.roles[1]}: **${pick(good)}** ${pick(good)}`)
          .join('\n>\n'),
      ],
      avoid: () => [
        `## ${own.avoid}`,
        several(bad, 2, 3)
          .map((text) => `- ${text}`)
          .join('\n'),
      ],
      code: () => [
        `## ${own.code}`,
        `\`\`\`text\n[${topic}] ref={{order}} by={{agent}}\n${pick(own.step)}\n\`\`\``,
      ],
      more: () => [`## ${own.more}`, `[${own.link}](../desk/${number % 40}.md)`],
    };
    const plan = ['opening', 'wordings', 'table', 'dialogue', 'steps'].filter(() => rand() < 0.8);
    if (rand() < 0.25) plan.push('avoid');
    if (rand() < 0.15) plan.push('code');
    if (rand() < 0.15) plan.push('more');
    const blocks = [`# ${topic} ${number}`, several(own.intro, 1, 3).join(own.join)];
    for (const name of plan) blocks.push(...sections[name]());
    const size = 540 + rand() * 2 * 1180;
    while (Buffer.byteLength(blocks.join('\n\n')) < size) {
      blocks.push(...sections[pick(['wordings', 'table', 'dialogue'])]());
    }
    if (rand() < 0.125) {
      const at = blocks.findIndex((block, index) => index > 1 && /^(?:- )?[\p{L}]/u.test(block));
      if (at >= 0) blocks[at] += blocks[at].startsWith('- ') ? `\n- ${pick(bad)}` : own.join + pick(bad);
    }
    if (rand() < 0.6) blocks.unshift(`---\ntitle: ${topic} ${number}\nowner: desk-${1 + (number % 9)}\n---`);
    const folder = `${language}/${String(Math.floor(number / 100)).padStart(2, '0')}`;
    return { path: `${folder}/${String(number).padStart(4, '0')}.md`, text: `${blocks.join('\n\n')}\n` };
  });
}
