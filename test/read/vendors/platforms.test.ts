import { describe, expect, it } from 'vitest';
import type { VendorFormat } from '../../../src/read/vendors/formats.ts';
import { lines, read } from './read-value.ts';

describe('the shapes of platforms', () => {
  it.each<[what: string, format: VendorFormat, value: unknown, turns: readonly string[]]>([
    [
      'Contact Lens, a chat, where joining is no talk',
      'contact-lens',
      {
        Channel: 'CHAT',
        CustomerMetadata: { ContactId: 'c-1' },
        Participants: [
          { ParticipantId: 'p-1', ParticipantRole: 'CUSTOMER' },
          { ParticipantId: 'p-2', ParticipantRole: 'CUSTOM_BOT' },
          { ParticipantId: 'p-3', ParticipantRole: 'AGENT' },
        ],
        Transcript: [
          {
            ParticipantId: 'p-3',
            ContentType: 'application/vnd.amazonaws.connect.event.participant.joined',
            AbsoluteTime: '2026-03-02T09:00:00.000Z',
          },
          { ParticipantId: 'p-1', Content: 'hi', AbsoluteTime: '2026-03-02T09:00:01.500Z' },
          { ParticipantId: 'p-2', Content: 'Hello!', AbsoluteTime: '2026-03-02T09:00:02.000Z' },
          { ParticipantId: 'p-3', Content: 'Hello.', AbsoluteTime: '2026-03-02T09:00:04.000Z' },
        ],
      },
      ['customer(p-1) 1500-- hi', 'bot(p-2) 2000-- Hello!', 'agent(p-3) 4000-- Hello.'],
    ],
    [
      'Contact Lens, segments in real time',
      'contact-lens',
      {
        Segments: [
          {
            Transcript: {
              ParticipantId: 'AGENT',
              ParticipantRole: 'AGENT',
              Content: 'Hello.',
              BeginOffsetMillis: 10,
              EndOffsetMillis: 900,
            },
          },
          { Categories: { MatchedCategories: ['greeting'] } },
        ],
      },
      ['agent 10-900 Hello.'],
    ],
    [
      'Insights, where the channels tell the sides',
      'google-insights',
      {
        callMetadata: { agentChannel: 1, customerChannel: 2 },
        startTime: '2026-03-02T09:00:00Z',
        transcript: {
          transcriptSegments: [
            { text: 'Hello.', channelTag: 1, messageTime: '2026-03-02T09:00:01Z' },
            { text: 'Hi.', channelTag: 2, messageTime: '2026-03-02T09:00:03.250Z' },
          ],
        },
      },
      ['agent 1000-- Hello.', 'customer 3250-- Hi.'],
    ],
    [
      'Insights, as a conversation is uploaded',
      'google-insights',
      {
        conversation_info: {},
        entries: [
          { start_timestamp_usec: 1772442000000000, text: 'Welcome.', role: 'AUTOMATED_AGENT', user_id: 0 },
          { start_timestamp_usec: 1772442001500000, text: 'Hello.', role: 'AGENT', user_id: 2 },
          { start_timestamp_usec: 1772442002000000, text: 'Hi.', role: 'CUSTOMER', user_id: 1 },
        ],
      },
      ['bot(speaker 0) 0-- Welcome.', 'agent(speaker 2) 1500-- Hello.', 'customer(speaker 1) 2000-- Hi.'],
    ],
    [
      'Insights, uploaded with a clock that counts from zero',
      'google-insights',
      {
        entries: [
          { start_timestamp_usec: 1000000, text: 'Hello.', role: 'CUSTOMER', user_id: 1 },
          { start_timestamp_usec: 5000000, text: 'Hi.', role: 'AGENT', user_id: 2 },
        ],
      },
      ['customer(speaker 1) 0-- Hello.', 'agent(speaker 2) 4000-- Hi.'],
    ],
    [
      'Genesys, where the IVR and the queue talk before the agent',
      'genesys',
      {
        conversationId: 'g-1',
        conversationStartTime: 1772442000000,
        participants: [
          { participantPurpose: 'external', startTimeMs: 1772442000000, endTimeMs: 1772442060000 },
          { participantPurpose: 'ivr', startTimeMs: 1772442000000, endTimeMs: 1772442010000 },
          { participantPurpose: 'acd', startTimeMs: 1772442010000, endTimeMs: 1772442020000 },
          {
            participantPurpose: 'agent',
            userId: 'u-1',
            startTimeMs: 1772442020000,
            endTimeMs: 1772442040000,
          },
          {
            participantPurpose: 'agent',
            userId: 'u-2',
            startTimeMs: 1772442040000,
            endTimeMs: 1772442060000,
          },
        ],
        transcripts: [
          {
            phrases: [
              { participantPurpose: 'internal', text: 'press one', startTimeMs: 1772442001000 },
              { participantPurpose: 'internal', text: 'please hold', startTimeMs: 1772442011000 },
              { participantPurpose: 'internal', text: 'hello', startTimeMs: 1772442021000 },
              { participantPurpose: 'external', text: 'hi', startTimeMs: 1772442022000 },
              { participantPurpose: 'internal', text: 'hello again', startTimeMs: 1772442041000 },
            ],
          },
        ],
      },
      [
        'bot 1000-- press one',
        'bot 11000-- please hold',
        'agent(u-1) 21000-- hello',
        'customer(external) 22000-- hi',
        'agent(u-2) 41000-- hello again',
      ],
    ],
    [
      'Genesys without participants',
      'genesys',
      {
        transcripts: [
          {
            phrases: [
              {
                participantPurpose: 'internal',
                text: 'hello',
                startTimeMs: 100,
                duration: { milliseconds: 50 },
              },
            ],
          },
        ],
      },
      ['agent 100-150 hello'],
    ],
    [
      'Twilio’s sentences alone, in capitals of its documentation',
      'twilio',
      {
        sentences: [
          {
            mediaChannel: 1,
            sentenceIndex: 0,
            startTime: null,
            endTime: null,
            transcript: 'Hi.',
            confidence: null,
            words: null,
          },
          { mediaChannel: 2, sentenceIndex: 1, startTime: '3.35', endTime: '4', transcript: 'Yes.' },
        ],
      },
      ['unknown(channel 1) --- Hi.', 'unknown(channel 2) 3350-4000 Yes.'],
    ],
    [
      'Twilio’s events in real time, the partial ones left out',
      'twilio',
      [
        {
          TranscriptionEvent: 'transcription-started',
          CallSid: 'CA1',
          Timestamp: '2026-03-02T09:00:00.000Z',
        },
        {
          TranscriptionEvent: 'transcription-content',
          CallSid: 'CA1',
          Track: 'inbound_track',
          Final: 'false',
          Timestamp: '2026-03-02T09:00:01.000Z',
          TranscriptionData: '{"transcript":"he","confidence":0.4}',
        },
        {
          TranscriptionEvent: 'transcription-content',
          CallSid: 'CA1',
          Track: 'inbound_track',
          Final: 'true',
          Timestamp: '2026-03-02T09:00:02.000Z',
          TranscriptionData: '{"transcript":"Hello.","confidence":0.9}',
        },
      ],
      ['unknown(inbound_track) --2000 Hello.'],
    ],
    [
      'RingCentral’s call insights',
      'ringcentral',
      {
        sourceSessionId: 'r-1',
        callDirection: 'Inbound',
        speakerInfo: [{ speakerId: 'p-1', name: 'Maria' }],
        insights: { Transcript: [{ speakerId: 'p-1', text: 'Hello.', start: 1.2, end: 4.2 }] },
      },
      ['unknown(p-1) 1200-4200 Hello.'],
    ],
    [
      'Dialpad, a line of somebody unknown',
      'dialpad',
      {
        call_id: 1,
        lines: [{ content: 'Hi.', name: 'Zed', time: '2026-03-02T09:00:00.100000', type: 'transcript' }],
      },
      ['unknown(Zed) 0-- Hi.'],
    ],
  ])('%s', (_, format, value, turns) => {
    const found = read(value, format);
    expect(found).toHaveLength(1);
    expect(lines(found[0])).toEqual(turns);
  });
});
