/** What the cases of `cases.ts` name, in the three languages. */
import type { Glossary } from '../../src/result/result.ts';

const words = (en: string, zh: string, tw: string) => ({ en, 'zh-CN': zh, 'zh-TW': tw });
const why = words(
  'The customer called to have it looked up: being told to do it themselves leaves them alone with it.',
  '客户来电正是希望有人替他查询；让客户自己去做，等于置之不理。',
  '客戶來電正是希望有人替他查詢；要客戶自己去做，等於置之不理。',
);

export const caseGlossary: Glossary = {
  moments: {
    greeting: words('Greets', '礼貌问候', '禮貌問候'),
    problem: words('Describes a problem', '描述问题', '描述問題'),
    dissatisfaction: words('Is dissatisfied', '表达不满', '表達不滿'),
    'wait-advice': words('Tells the customer to wait', '让客户等待', '要客戶等待'),
    'self-service': words('Sends the customer off to do it themselves', '推给客户自助', '推給客戶自助'),
    rejection: words('Declines', '拒绝', '拒絕'),
    abuse: words('Insults the agent', '辱骂客服', '辱罵客服'),
    'calm-down': words('Tells the customer to calm down', '让客户冷静', '要客戶冷靜'),
    warning: words('Warns politely, with a way back', '礼貌警告', '禮貌警告'),
    threat: words('Threatens to go to an authority', '扬言向监管投诉', '揚言向主管機關投訴'),
    timeframe: words('Names a time', '给出时限', '給出時限'),
    'follow-up-promise': words('Promises a follow-up', '承诺跟进', '承諾追蹤'),
    apology: words('Apologises', '道歉', '道歉'),
    'hang-up-notice': words('Announces the end of the call', '告知结束通话', '告知結束通話'),
  },
  criteria: {
    greets: { title: words('Greets', '礼貌问候', '禮貌問候'), why },
    'acknowledges-feelings': {
      title: words('Acknowledges how the customer feels', '回应客户感受', '回應客戶感受'),
      why: words(
        'Without a word on what it means to them, a customer is not heard.',
        '对客户的感受只字不提，客户就没有被听见。',
        '對客戶的感受隻字不提，客戶就沒有被聽見。',
      ),
    },
    'no-calm-down': {
      title: words('Does not tell the customer to calm down', '不让客户冷静', '不要客戶冷靜'),
      why: words(
        'It puts the blame for the upset on the customer.',
        '这等于把情绪归咎于客户。',
        '這等於把情緒歸咎於客戶。',
      ),
    },
    'proactive-lookup': {
      title: words('Looks it up before answering', '主动查询核实', '主動查詢核實'),
      why,
    },
    'no-repeated-deflection': {
      title: words('Does not send the customer off again', '不反复推诿', '不反覆推諉'),
      why,
    },
    'gives-timeframe': { title: words('Names a time', '给出时限', '給出時限'), why },
    'no-interruption': { title: words('Does not interrupt', '不打断客户', '不打斷客戶'), why },
    'hang-up-protocol': {
      title: words('Ends a call by the procedure only', '按流程挂机', '依流程掛機'),
      why: words(
        'A call that ends without the steps leaves the customer with nothing.',
        '未按流程挂机，客户的问题便被丢下。',
        '未依流程掛機，客戶的問題便被丟下。',
      ),
    },
  },
  sections: {
    understanding: { title: words('Understanding', '理解', '理解'), group: 'respect' },
    agreement: { title: words('Agreement', '认同', '認同'), group: 'respect' },
    emotion: { title: words('Emotion', '情感', '情感'), group: 'sincerity' },
    assistance: { title: words('Assistance', '帮助', '協助'), group: 'sincerity' },
    process: { title: words('Process', '流程', '流程') },
    conduct: { title: words('Conduct', '规范', '規範') },
  },
  allegations: {
    handling: words('The complaint was badly handled', '处理不当', '處理不當'),
    'hung-up': words('The agent hung up', '客服擅自挂机', '客服擅自掛機'),
  },
  names: {
    keyFact: {
      who: words('Who', '客户身份', '客戶身分'),
      what: words('What happened', '事由', '事由'),
      when: words('When', '发生时间', '發生時間'),
      contact: words('Contact', '联系方式', '聯絡方式'),
    },
    complaintType: { service: words('Complaint about service', '服务类投诉', '服務類客訴') },
    gravity: { major: words('Major', '重大', '重大') },
    promise: { 'supervisor-call': words('A supervisor’s call', '主管回电', '主管回電') },
    ground: { insult: words('Insults', '辱骂', '辱罵') },
    step: {
      'polite-warning': words('Polite warning', '礼貌提醒', '禮貌提醒'),
      consequence: words('Warning of the consequence', '告知后果', '告知後果'),
      announcement: words('Announcement with reason', '说明原因并告知挂机', '說明原因並告知掛機'),
      note: words('Note and team leader', '工单备注并上报班长', '工單備註並上報組長'),
    },
  },
};
