import { describe, expect, it } from 'vitest';
import type { VendorFormat } from '../../../src/read/vendors/formats.ts';
import { lines, read } from './read-value.ts';

describe('the shapes of Chinese services', () => {
  it.each<[what: string, format: VendorFormat, value: unknown, turns: readonly string[]]>([
    [
      'SCA’s file under review, wrapped as it was once',
      'alibaba-sca',
      {
        Data: {
          Dialogues: {
            Dialogue: [
              { Role: '客服', Words: '您好', Begin: 8060, End: 8660, BeginTime: '2019-10-01 11:12:01' },
              { Role: '客户', Words: '喂', Begin: 9000, End: 9100 },
            ],
          },
        },
      },
      ['agent 8060-8660 您好', 'customer 9000-9100 喂'],
    ],
    [
      'SCA’s upload',
      'alibaba-sca',
      { tickets: [{ tid: 't-1', dialogue: [{ role: '客服', words: '您好', begin: '460', end: '4500' }] }] },
      ['agent 460-4500 您好'],
    ],
    [
      'the Cloud Call Center’s phrases',
      'alibaba-sca',
      {
        Phrases: [
          { Identity: 'agent@ccc-test', Role: '客服', Begin: 240, End: 1280, Words: '您好', Finished: true },
        ],
      },
      ['agent 240-1280 您好'],
    ],
    [
      'a telephone call’s sentences',
      'alibaba-asr',
      {
        callId: 'c-1',
        bizDuration: 1200,
        sentences: [
          {
            beginTime: '1020',
            channelId: 0,
            emotionValue: '5.7',
            endTime: '1770',
            speechRate: '80',
            text: '您好',
          },
        ],
      },
      ['unknown(channel 0) 1020-1770 您好'],
    ],
    [
      'Model Studio’s transcripts',
      'alibaba-asr',
      {
        file_url: 'https://example.org/a.wav',
        transcripts: [
          {
            channel_id: 0,
            text: '您好，请讲。',
            sentences: [
              {
                begin_time: 100,
                end_time: 820,
                text: '您好，请讲。',
                speaker_id: 1,
                words: [{ begin_time: 100, end_time: 400, text: '您好', punctuation: '，' }],
              },
            ],
          },
        ],
      },
      ['unknown(speaker 1) 100-820 您好，请讲。'],
    ],
    [
      'Tencent without details: lines of text with times and speakers',
      'tencent-asr',
      {
        Response: {
          Data: {
            TaskId: 5,
            Result: '[0:3.000,0:7.500,0]  您好\n[1:1.000,1:2.000,1]  退款\n[1:3.000,1:4.000]  好\n',
            ResultDetail: null,
          },
        },
      },
      ['unknown(speaker 0) 3000-7500 您好', 'unknown(speaker 1) 61000-62000 退款', 'unknown 63000-64000 好'],
    ],
    [
      'Tencent’s fast recognition',
      'tencent-asr',
      {
        request_id: 'q-1',
        flash_result: [
          {
            channel_id: 0,
            text: '您好',
            sentence_list: [{ text: '您好', start_time: 5, end_time: 900, speaker_id: 0 }],
          },
          {
            channel_id: 1,
            text: '喂',
            sentence_list: [{ text: '喂', start_time: 1000, end_time: 1200, speaker_id: 0 }],
          },
        ],
      },
      ['unknown(channel 0) 5-900 您好', 'unknown(channel 1) 1000-1200 喂'],
    ],
    [
      'iFlytek’s older list, and roles that were not told',
      'iflytek',
      [
        { bg: '50', ed: '900', onebest: '您好', speaker: '1' },
        { bg: '1000', ed: '1200', onebest: '喂', speaker: '2' },
      ],
      ['unknown(speaker 1) 50-900 您好', 'unknown(speaker 2) 1000-1200 喂'],
    ],
    [
      'Volcengine’s older answer, with times of no word',
      'volcengine',
      {
        resp: {
          code: 1000,
          utterances: [
            {
              text: '您好',
              start_time: 50,
              end_time: 900,
              additions: { channel_id: '1' },
              words: [{ text: '您好', start_time: -1, end_time: -1 }],
            },
          ],
        },
      },
      ['unknown(channel 1) 50-900 您好'],
    ],
    [
      'Huawei without roles',
      'huawei-sis',
      {
        status: 'FINISHED',
        segments: [{ start_time: 0, end_time: 900, result: { text: '您好', score: 0 } }],
      },
      ['unknown 0-900 您好'],
    ],
  ])('%s', (_, format, value, turns) => {
    const found = read(value, format);
    expect(found).toHaveLength(1);
    expect(lines(found[0])).toEqual(turns);
  });
});
