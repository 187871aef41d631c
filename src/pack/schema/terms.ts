/** What the schemas of all things of a pack are made of: ids, words, phrases. */
import * as z from 'zod';

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be kebab-case: small letters, digits and single dashes')
  .meta({ id: 'id' });
export const words = z.string().regex(/\S/, 'must not be empty');
export const localised = z
  .strictObject({ en: words, zh: words, 'zh-TW': words.optional() })
  .meta({ id: 'localised', description: 'What users read: en, zh (Simplified) and, if wanted, zh-TW.' });
export const phrases = z.union([z.string(), z.array(z.string())]).meta({
  id: 'phrases',
  description: 'A block scalar (|), one phrase a line; comments start with # after white space.',
});
export const oneOrMore = z
  .union([id, z.array(id).min(1)])
  .meta({ id: 'one-or-more', description: 'A moment, or a list of which any will do.' });
