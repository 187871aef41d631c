import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { simplifiedForms, traditionalForms } from '../../src/text/variant-table.ts';
import { variantTableSource } from './variant-source.ts';

it('is what OpenCC gives today', () => {
  const path = 'src/text/variant-table.ts';
  if (process.env['UPDATE'] === '1') writeFileSync(path, variantTableSource());
  expect(readFileSync(path, 'utf8')).toBe(variantTableSource());
});

it('pairs each form with one other', () => {
  expect(traditionalForms.length).toBeGreaterThan(2500);
  expect(simplifiedForms).toHaveLength(traditionalForms.length);
});
