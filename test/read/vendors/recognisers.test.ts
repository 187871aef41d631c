import { describe, expect, it } from 'vitest';
import type { VendorFormat } from '../../../src/read/vendors/formats.ts';
import { lines, read } from './read-value.ts';

describe('the shapes of recognisers', () => {
  it.each<[what: string, format: VendorFormat, value: unknown, turns: readonly string[]]>([
    [
      'Rev’s editor, with names in a list and tags among the words',
      'rev-ai',
      {
        speakers: [
          { id: 1, name: 'Jo (Agent)' },
          { id: 2, name: 'Mo' },
        ],
        monologues: [
          {
            speaker: 1,
            elements: [
              { type: 'text', value: 'Hi', ts: '00:00:01,100', end_ts: '00:00:01,300' },
              { type: 'tag', name: 'laugh' },
              { type: 'punct', value: '.' },
            ],
          },
          { speaker: 2, elements: [{ type: 'text', value: 'Yes', ts: 2, end_ts: 3 }] },
        ],
      },
      ['agent(speaker 1) 1100-1300 Hi.', 'unknown(speaker 2) 2000-3000 Yes'],
    ],
    [
      'Rev’s own names, which say the side',
      'rev-ai',
      {
        monologues: [
          {
            speaker: 0,
            speaker_info: { display_name: 'Customer' },
            elements: [{ type: 'text', value: 'Hi', ts: 1, end_ts: 2 }],
          },
        ],
      },
      ['customer(speaker 0) 1000-2000 Hi'],
    ],
    [
      'the first fast transcription of Azure, in milliseconds',
      'azure-speech',
      {
        duration: 3000,
        combinedPhrases: [{ text: 'Hi. Yes.' }],
        phrases: [
          { offset: 240, duration: 1200, text: 'Hi.', words: [{ text: 'Hi.', offset: 240, duration: 40 }] },
          { offset: 2000, duration: 200, text: 'Yes.' },
        ],
      },
      ['unknown 240-1440 Hi.', 'unknown 2000-2200 Yes.'],
    ],
    [
      'results of Azure as they come in, in ticks',
      'azure-speech',
      [
        {
          RecognitionStatus: 'Success',
          Offset: 30_000_000,
          Duration: 40_000_000,
          SpeakerId: '0',
          NBest: [{ Confidence: 0.9, Lexical: 'hi', Display: 'Hi.', Words: null }, { Display: 'High.' }],
        },
      ],
      ['unknown(speaker 0) 3000-7000 Hi.'],
    ],
    [
      'OpenAI, whose words stand beside the segments',
      'whisper',
      {
        task: 'transcribe',
        language: 'english',
        duration: 3,
        text: 'Hi there. Yes.',
        segments: [
          { id: 0, start: 0, end: 1.2, text: ' Hi there.', avg_logprob: -0.2 },
          { id: 1, start: 1.5, end: 2, text: ' Yes.' },
        ],
        words: [{ word: 'Hi', start: 0, end: 0.4 }],
      },
      ['unknown 0-1200 Hi there.', 'unknown 1500-2000 Yes.'],
    ],
    [
      'OpenAI with speakers',
      'whisper',
      {
        segments: [{ type: 'transcript.text.segment', start: 0, end: 1, text: 'Hi.', speaker: 'A' }],
        text: 'Hi.',
      },
      ['unknown(A) 0-1000 Hi.'],
    ],
    [
      'OpenAI with words alone, which pauses cut',
      'whisper',
      {
        text: 'a b c',
        words: [
          { word: 'a', start: 0, end: 0.2 },
          { word: 'b', start: 0.8, end: 0.9 },
          { word: 'c', start: 1.6, end: 1.7 },
        ],
      },
      ['unknown 0-900 a b', 'unknown 1600-1700 c'],
    ],
    [
      'Hugging Face chunks, the last without an end',
      'whisper',
      {
        text: 'a b',
        chunks: [
          { timestamp: [0, 1.5], text: ' a' },
          { timestamp: [1.5, null], text: ' b' },
        ],
      },
      ['unknown 0-1500 a', 'unknown 1500-- b'],
    ],
    [
      'insanely-fast-whisper, whose speakers go before its chunks',
      'whisper',
      {
        speakers: [{ speaker: 'SPEAKER_01', text: 'a b', timestamp: [0, 2] }],
        chunks: [{ timestamp: [0, 1], text: 'a' }],
        text: 'a b',
      },
      ['unknown(SPEAKER_01) 0-2000 a b'],
    ],
    [
      'whisper.cpp, whose offsets are milliseconds',
      'whisper',
      {
        result: { language: 'en' },
        transcription: [
          {
            timestamps: { from: '00:00:00,100', to: '00:00:01,000' },
            offsets: { from: 100, to: 1000 },
            text: ' a',
          },
        ],
      },
      ['unknown 100-1000 a'],
    ],
    [
      'a list of segments, as faster-whisper’s users dump it',
      'whisper',
      [
        { id: 1, start: '0.5', end: '1.0', text: ' 喂', tokens: [1] },
        { id: 2, start: 1, end: 2, text: '你好' },
      ],
      ['unknown 500-1000 喂', 'unknown 1000-2000 你好'],
    ],
    [
      'WhisperX, a segment in which two people talk',
      'whisper',
      {
        segments: [
          {
            start: 0,
            end: 2,
            text: ' right so why not',
            speaker: 'SPEAKER_00',
            words: [
              { word: 'right', start: 0, end: 0.3, speaker: 'SPEAKER_00' },
              { word: 'so' },
              { word: 'why', start: 1, end: 1.3, speaker: 'SPEAKER_01' },
              { word: 'not', start: 1.3, end: 1.6, speaker: 'SPEAKER_01' },
            ],
          },
        ],
      },
      ['unknown(SPEAKER_00) 0-300 right so', 'unknown(SPEAKER_01) 1000-1600 why not'],
    ],
    [
      'Amazon Transcribe, whose speakers stand in segments alone',
      'amazon-transcribe',
      {
        jobName: 'j',
        results: {
          transcripts: [{ transcript: 'Hi. Yes.' }],
          speaker_labels: {
            segments: [
              { start_time: '0.0', end_time: '0.5', speaker_label: 'spk_0', items: [{ start_time: '0.0' }] },
              { start_time: '0.6', end_time: '0.9', speaker_label: 'spk_1', items: [{ start_time: '0.6' }] },
            ],
          },
          items: [
            { type: 'pronunciation', start_time: '0.0', end_time: '0.5', alternatives: [{ content: 'Hi' }] },
            { type: 'punctuation', alternatives: [{ content: '.' }] },
            { type: 'pronunciation', start_time: '0.6', end_time: '0.9', alternatives: [{ content: 'Yes' }] },
            { type: 'punctuation', alternatives: [{ content: '.' }] },
          ],
        },
      },
      ['unknown(spk_0) 0-500 Hi.', 'unknown(spk_1) 600-900 Yes.'],
    ],
    [
      'Amazon Transcribe by channel, in the order of time',
      'amazon-transcribe',
      {
        results: {
          transcripts: [],
          channel_labels: {
            channels: [
              {
                channel_label: 'ch_0',
                items: [
                  {
                    type: 'pronunciation',
                    start_time: '0.0',
                    end_time: '0.5',
                    alternatives: [{ content: 'a' }],
                  },
                  {
                    type: 'pronunciation',
                    start_time: '4.0',
                    end_time: '4.5',
                    alternatives: [{ content: 'c' }],
                  },
                ],
              },
              {
                channel_label: 'ch_1',
                items: [
                  { type: 'pronunciation', start_time: '2', end_time: '3', alternatives: [{ content: 'b' }] },
                ],
              },
            ],
          },
        },
      },
      ['unknown(ch_0) 0-500 a', 'unknown(ch_1) 2000-3000 b', 'unknown(ch_0) 4000-4500 c'],
    ],
    [
      'Speech-to-Text v2 in an operation, with speaker labels',
      'google-speech',
      {
        name: 'operations/7',
        done: true,
        response: {
          results: [
            {
              alternatives: [
                {
                  transcript: 'Hi. Yes.',
                  words: [
                    { startOffset: '0.100s', endOffset: '0.4s', word: 'Hi.', speakerLabel: '1' },
                    {
                      startOffset: '0.5s',
                      endOffset: { seconds: '1', nanos: 200000000 },
                      word: 'Yes.',
                      speakerLabel: '2',
                    },
                  ],
                },
              ],
              languageCode: 'en-us',
            },
          ],
        },
      },
      ['unknown(speaker 1) 100-400 Hi.', 'unknown(speaker 2) 500-1200 Yes.'],
    ],
    [
      'Speech-to-Text by channel, without words',
      'google-speech',
      {
        results: [
          { alternatives: [{ transcript: 'Hello.', confidence: 0.9 }], channelTag: 1, resultEndTime: '2.5s' },
          { alternatives: [{ transcript: 'Hi.', confidence: 0 }], channelTag: 2, resultEndTime: '1.5s' },
        ],
      },
      ['unknown(channel 2) --1500 Hi.', 'unknown(channel 1) --2500 Hello.'],
    ],
    [
      'Azure by channel, in durations alone',
      'azure-speech',
      {
        recognizedPhrases: [
          {
            recognitionStatus: 'Success',
            channel: 0,
            offset: 'PT1M2.5S',
            duration: 'PT1S',
            nBest: [{ display: 'b' }],
          },
          {
            recognitionStatus: 'Success',
            channel: 1,
            offset: 'PT0.07S',
            duration: 'PT1.59S',
            nBest: [{ display: 'a' }],
          },
          { recognitionStatus: 'InitialSilenceTimeout', channel: 1, offset: 'PT2S', duration: 'PT1S' },
        ],
      },
      ['unknown(channel 1) 70-1660 a', 'unknown(channel 0) 62500-63500 b'],
    ],
    [
      'Azure’s fast transcription',
      'azure-speech',
      {
        durationMilliseconds: 900,
        combinedPhrases: [{ text: 'Hi.' }],
        phrases: [
          { speaker: 1, offsetMilliseconds: 40, durationMilliseconds: 320, text: 'Hi.', locale: 'en-US' },
        ],
      },
      ['unknown(speaker 1) 40-360 Hi.'],
    ],
    [
      'Deepgram by channel, without utterances',
      'deepgram',
      {
        metadata: { request_id: 'd-1', channels: 2 },
        results: {
          channels: [
            {
              alternatives: [
                { transcript: 'hi', words: [{ word: 'hi', start: 3, end: 3.2, confidence: 0.9 }] },
              ],
            },
            { alternatives: [{ transcript: 'hello', words: [{ word: 'hello', start: 0.5, end: 1 }] }] },
          ],
        },
      },
      ['unknown(channel 1) 500-1000 hello', 'unknown(channel 0) 3000-3200 hi'],
    ],
    [
      'Deepgram, whose utterances lack words that its channels have',
      'deepgram',
      {
        results: {
          channels: [
            {
              alternatives: [
                {
                  words: [
                    { word: 'a', start: 0, end: 0.2 },
                    { word: 'b', start: 0.3, end: 0.4 },
                  ],
                },
              ],
            },
          ],
          utterances: [{ start: 0, end: 0.2, transcript: 'a', words: [{ word: 'a', start: 0, end: 0.2 }] }],
        },
      },
      ['unknown 0-400 a b'],
    ],
    [
      'Speechmatics by named channel',
      'speechmatics',
      {
        results: [
          {
            type: 'word',
            channel: 'Agent',
            start_time: 0,
            end_time: 0.5,
            alternatives: [{ content: 'Hello', speaker: 'UU' }],
          },
          {
            type: 'punctuation',
            channel: 'Agent',
            attaches_to: 'previous',
            alternatives: [{ content: '.' }],
          },
          {
            type: 'word',
            channel: 'Caller',
            start_time: 1,
            end_time: 1.5,
            alternatives: [{ content: 'Hi' }],
          },
        ],
      },
      ['agent 0-500 Hello.', 'customer 1000-1500 Hi'],
    ],
    [
      'AssemblyAI with roles',
      'assemblyai',
      {
        id: 'a-1',
        status: 'completed',
        utterances: [
          { speaker: 'Agent', text: 'Hello.', start: 0, end: 900, words: [] },
          { speaker: 'Customer', text: 'Hi.', start: 1000, end: 1500 },
        ],
      },
      ['agent 0-900 Hello.', 'customer 1000-1500 Hi.'],
    ],
  ])('%s', (_, format, value, turns) => {
    const found = read(value, format);
    expect(found).toHaveLength(1);
    expect(lines(found[0])).toEqual(turns);
  });
});
