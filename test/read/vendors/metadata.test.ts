import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/call/call.ts';
import type { VendorFormat } from '../../../src/read/vendors/formats.ts';
import { read } from './read-value.ts';

describe('what a format says of the call', () => {
  it.each<[VendorFormat, unknown, Partial<Call>]>([
    [
      'genesys',
      {
        conversationId: 'g-1',
        conversationStartTime: 1772442000000,
        mediaType: 'call',
        participants: [
          { participantPurpose: 'external', initialDirection: 'outbound' },
          {
            participantPurpose: 'agent',
            userId: 'u-1',
            name: 'Nina',
            startTimeMs: 1772442000000,
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
            language: 'en-us',
            phrases: [
              { participantPurpose: 'internal', text: 'hello', startTimeMs: 1772442001000 },
              { participantPurpose: 'internal', text: 'hello again', startTimeMs: 1772442041000 },
            ],
          },
        ],
      },
      {
        id: 'g-1',
        language: 'en-us',
        startedAt: '2026-03-02T09:00:00.000Z',
        direction: 'outbound',
        channel: 'phone',
        agent: { id: 'u-1', name: 'Nina' },
        events: [{ kind: 'transfer', by: 'agent', at: 40_000, afterTurn: 0 }],
      },
    ],
    [
      'google-insights',
      {
        name: 'projects/1/locations/x/conversations/77',
        medium: 'PHONE_CALL',
        languageCode: 'en-US',
        startTime: '2026-03-02T09:00:00Z',
        qualityMetadata: { agentInfo: [{ agentId: 'a-1', displayName: 'Nina', team: 'north' }] },
        transcript: {
          transcriptSegments: ['one', 'two', 'three'].map((text) => ({
            text,
            segmentParticipant: { role: 'HUMAN_AGENT' },
          })),
        },
        latestAnalysis: {
          analysisResult: {
            callAnalysisMetadata: {
              annotations: [
                {
                  annotationStartBoundary: { transcriptIndex: 0 },
                  annotationEndBoundary: { transcriptIndex: 2 },
                  holdData: {},
                },
              ],
            },
          },
        },
      },
      {
        id: '77',
        language: 'en-US',
        startedAt: '2026-03-02T09:00:00Z',
        channel: 'phone',
        agent: { id: 'a-1', name: 'Nina', team: 'north' },
        events: [
          { kind: 'hold', by: 'agent', afterTurn: 0 },
          { kind: 'resume', by: 'agent', afterTurn: 1 },
        ],
      },
    ],
    [
      'alibaba-sca',
      {
        Data: {
          ResultInfo: [
            {
              Agent: { Id: '1001', Name: '小宁', SkillGroup: '售后' },
              Recording: { CallId: 'c-1', CallTime: '1772442000000', Caller: '138' },
              AsrResult: [{ Role: '客服', Words: '您好', Begin: 0, End: 100 }],
            },
          ],
        },
      },
      {
        id: 'c-1',
        startedAt: '2026-03-02T09:00:00.000Z',
        agent: { id: '1001', name: '小宁', team: '售后' },
        customer: { id: '138' },
      },
    ],
  ])('%s', (format, value, wanted) => {
    expect(read(value, format)[0]).toMatchObject(wanted);
  });
});
