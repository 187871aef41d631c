import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Call, Speaker } from '../../../src/call/call.ts';
import { vendorFormats, type VendorFormat } from '../../../src/read/vendors/formats.ts';
import { recogniseVendors } from '../../../src/read/vendors/read-vendor.ts';
import { itemsOf, sorted } from '../content.ts';

const folder = fileURLToPath(new URL('../../../fixtures/formats/', import.meta.url));
const textOf = (language: string, format: string) =>
  readFileSync(`${folder}${language}/${format}.json`, 'utf8');
const languages = ['en', 'zh'] as const;

/** What each format gives of the common call: the participants of both sides where it gives no roles. */
interface Gives {
  readonly roles: boolean;
  /** The agent's and the customer's participant, as `--speaker` would name them. */
  readonly people?: readonly [agent: string, customer: string];
  /** Whether a turn has a start, an end, words with times, words with confidence. */
  readonly ends: boolean;
  readonly words: 'none' | 'timed' | 'sure';
  /** Where its clock begins, when it is not the recording's. */
  readonly from?: number;
}

const gives: Readonly<Record<VendorFormat, Gives>> = {
  'contact-lens': { roles: true, ends: true, words: 'sure' },
  'amazon-transcribe': { roles: false, people: ['spk_0', 'spk_1'], ends: true, words: 'sure' },
  'google-insights': { roles: true, ends: true, words: 'sure' },
  'google-speech': { roles: false, people: ['speaker 1', 'speaker 2'], ends: true, words: 'sure' },
  'azure-speech': { roles: false, people: ['speaker 1', 'speaker 2'], ends: true, words: 'timed' },
  genesys: { roles: true, ends: true, words: 'sure' },
  twilio: { roles: true, ends: true, words: 'timed' },
  deepgram: { roles: false, people: ['speaker 0', 'speaker 1'], ends: true, words: 'sure' },
  speechmatics: { roles: false, people: ['S1', 'S2'], ends: true, words: 'sure' },
  'rev-ai': { roles: false, people: ['speaker 0', 'speaker 1'], ends: true, words: 'sure' },
  gladia: { roles: false, people: ['speaker 0', 'speaker 1'], ends: true, words: 'sure' },
  symbl: { roles: false, people: ['Nina Bell', 'Omar Reyes'], ends: true, words: 'sure' },
  ringcentral: { roles: false, people: ['speaker 0', 'speaker 1'], ends: true, words: 'sure' },
  dialpad: { roles: true, ends: false, words: 'none', from: 300 },
  aircall: { roles: true, ends: true, words: 'none' },
  'huawei-sis': { roles: true, ends: true, words: 'timed' },
  'tencent-asr': { roles: false, people: ['speaker 0', 'speaker 1'], ends: true, words: 'timed' },
  'tencent-ccc': { roles: true, ends: true, words: 'none', from: 300 },
  iflytek: { roles: false, people: ['speaker 1', 'speaker 2'], ends: true, words: 'timed' },
  volcengine: { roles: false, people: ['speaker 1', 'speaker 2'], ends: true, words: 'timed' },
  'alibaba-sca': { roles: true, ends: true, words: 'none' },
  'alibaba-asr': { roles: false, people: ['channel 0', 'channel 1'], ends: true, words: 'timed' },
  assemblyai: { roles: false, people: ['A', 'B'], ends: true, words: 'sure' },
  whisper: { roles: false, people: ['SPEAKER_00', 'SPEAKER_01'], ends: true, words: 'timed' },
  records: { roles: true, ends: true, words: 'none' },
};

const cases = languages.flatMap((language) => vendorFormats.map((format) => ({ language, format })));
const common = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(textOf(language, 'canonical')) as Call]),
);

/** The call of a fixture, which must be the only item. */
async function callOf(content: string, options: Parameters<typeof itemsOf>[1] = {}): Promise<Call> {
  const items = await itemsOf(content, { path: 'f.json', ...options });
  const { calls, failures } = sorted(items);
  expect(failures).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!;
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[\p{P}\s]/gu, '');

describe('the common call', () => {
  it('stands in every format', () => {
    for (const language of languages) {
      const files = readdirSync(folder + language).map((file) => file.replace(/\.json$/u, ''));
      expect(files).toEqual(expect.arrayContaining([...vendorFormats, 'canonical']));
    }
  });

  it.each(cases)(
    'is known for $format by its content, and for no other ($language)',
    ({ language, format }) => {
      const found = recogniseVendors(JSON.parse(textOf(language, format)));
      expect(found.map((known) => known.format)).toEqual([format]);
      expect(found[0]!.reason).toMatch(/^its? /u);
    },
  );

  it.each(languages)('is no vendor’s where it is canonical (%s)', (language) => {
    expect(recogniseVendors(common[language])).toEqual([]);
  });

  it.each(cases)('is the same turns in $format ($language)', async ({ language, format }) => {
    const call = await callOf(textOf(language, format));
    const wanted = common[language]!;
    const { roles, people, ends, from = 0 } = gives[format];
    expect(call.turns.map(({ text }) => text)).toEqual(wanted.turns.map(({ text }) => text));
    expect(call.turns.map(({ start }) => start)).toEqual(wanted.turns.map(({ start }) => start! - from));
    expect(call.turns.map(({ end }) => end)).toEqual(
      wanted.turns.map(({ end }) => (ends ? end! - from : undefined)),
    );
    if (roles) {
      expect(call.turns.map(({ speaker }) => speaker)).toEqual(wanted.turns.map(({ speaker }) => speaker));
    } else {
      const [agent, customer] = people!;
      expect(call.turns.map(({ speaker, participant }) => [speaker, participant])).toEqual(
        wanted.turns.map(({ speaker }) => ['unknown', speaker === 'agent' ? agent : customer]),
      );
      expect(call.participants?.map(({ id }) => id)).toEqual([agent, customer]);
    }
  });

  it.each(cases)('has the words of $format ($language)', async ({ language, format }) => {
    const call = await callOf(textOf(language, format));
    const { words } = gives[format];
    for (const [index, turn] of call.turns.entries()) {
      const wanted = common[language]!.turns[index]!;
      if (words === 'none') {
        expect(turn.words).toBeUndefined();
        continue;
      }
      expect(turn.words!.map(({ text }) => bare(text))).toEqual(wanted.words!.map(({ text }) => bare(text)));
      const untimed = format === 'whisper' && index === 1 ? 2 : -1;
      const times = wanted.words!.map(({ start, end }, word) => (word === untimed ? [] : [start, end]));
      expect(turn.words!.map(({ start, end }) => [start, end].filter((time) => time !== undefined))).toEqual(
        times,
      );
      const sure = wanted.words!.map(({ confidence }) => (words === 'sure' ? confidence : undefined));
      expect(turn.words!.map(({ confidence }) => confidence)).toEqual(sure);
    }
  });

  it.each(cases.filter(({ format }) => !gives[format].roles))(
    'takes the sides of $format that the user names ($language)',
    async ({ language, format }) => {
      const [agent, customer] = gives[format].people!;
      const speakers = new Map<string, Speaker>([
        [agent, 'agent'],
        [customer, 'customer'],
      ]);
      const call = await callOf(textOf(language, format), { speakers });
      expect(call.turns.map(({ speaker }) => speaker)).toEqual(
        common[language]!.turns.map(({ speaker }) => speaker),
      );
    },
  );

  it.each(cases)('is read from JSONL, from a list and as said, in $format ($language)', async (of) => {
    const text = textOf(of.language, of.format);
    const value: unknown = JSON.parse(text);
    const call = await callOf(text);
    const line = JSON.stringify(value);
    const ownId = (one: Call, index: number) => (one.id === `f#${index + 1}` ? { ...one, id: call.id } : one);
    const lines = await itemsOf(`${line}\n${line}\n`, { path: 'f.jsonl' });
    expect(sorted(lines).calls.map(ownId)).toEqual([call, call]);
    const list = await itemsOf(JSON.stringify([value, value]), { path: 'f.json' });
    expect(sorted(list).calls.map(ownId)).toEqual([call, call]);
    expect(await callOf(text, { inputFormat: of.format })).toEqual(call);
  });

  it('says with verbose what it was taken for', async () => {
    const lines: string[] = [];
    await callOf(textOf('en', 'contact-lens'), { verbose: (line) => void lines.push(line) });
    expect(lines.at(-1)).toBe(
      'f.json: contact-lens, since it has a Transcript with ParticipantRole and Content',
    );
  });
});
