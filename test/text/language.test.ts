import { expect, it } from 'vitest';
import { languageOf } from '../../src/text/language.ts';

it.each([
  ['en', []],
  ['en', ['', '123 !?']],
  ['en', ['Hello, how can I help you?']],
  ['en', ['Hello, this is Wang 王 from support, how can I help you today?']],
  ['zh-CN', ['您好,请问有什么可以帮您?']],
  ['zh-TW', ['您好,請問有什麼可以幫您?']],
  ['zh-CN', ['好的']],
  ['zh-CN', ['我的 iPhone 坏了,订单 AB1234']],
  ['zh-TW', ['我的 iPhone 壞了,訂單 AB1234']],
  ['zh-TW', ['好的', '我瞭解', '謝謝']],
  ['zh-CN', ['Hello', '我要投诉你们的服务,一直没有人处理']],
] as const)('%s: %j', (language, texts) => expect(languageOf(texts)).toBe(language));
