import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { withTraditional } from '../../src/pack/traditional.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

it('fills what users read from Simplified, keeps what is written, and leaves phrases and examples', () => {
  const pack = loadPack(join(folderOf({ 'pack.yaml': SMALL_PACK }), 'pack.yaml'), 'pack.yaml');
  const filled = withTraditional(pack, (simplified) => `T${simplified}`);
  const acknowledges = filled.criteria.find(({ id }) => id === 'acknowledges')!;
  expect(acknowledges.say!['zh-TW']).toBe('真的很抱歉。');
  expect(acknowledges.why).toEqual({
    en: 'People want to be heard.',
    zh: '客户希望被理解。',
    'zh-TW': 'T客户希望被理解。',
  });

  const json = JSON.stringify(filled);
  expect([...json.matchAll(/"zh":/g)]).toHaveLength([...json.matchAll(/"zh-TW":/g)].length);
  const without: unknown = JSON.parse(json, (key, value: unknown) => (key === 'zh-TW' ? undefined : value));
  const before: unknown = JSON.parse(JSON.stringify(pack), (key, value: unknown) =>
    key === 'zh-TW' ? undefined : value,
  );
  expect(without).toEqual(before);
});
