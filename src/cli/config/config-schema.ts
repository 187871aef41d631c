/** The YAML form of callqa.yaml, as a zod schema. */
import * as z from 'zod';
import type { LimitName } from '../../read/limits.ts';
import { defaultLimits } from '../../read/limits.ts';
import { limitOf, sideOf } from '../options.ts';
import { gateSchema } from './config-gate.ts';

const words = z.string().regex(/\S/, 'must not be empty');
const list = z.array(words).min(1);
const severity = z.record(words, z.enum(['error', 'warning', 'off']));
const limit = z.union([z.number(), z.string()]).refine((value) => limitOf(String(value)) !== undefined, {
  error: 'must be a whole number above 0, or one with k, m or g, such as 200m',
});

/** What a callqa.yaml may hold. */
export const configSchema = z.strictObject({
  extends: z
    .string()
    .regex(
      /^(?:none|[a-z][a-z0-9-]*(?:@\d+(?:\.\d+)?)?)$/,
      'must be `none`, or written like `respect-sincerity@1`',
    )
    .optional(),
  packs: z
    .array(z.union([words, z.strictObject({ path: words, override: z.boolean().optional() })]))
    .min(1)
    .optional(),
  lint: z
    .strictObject({
      include: list.optional(),
      exclude: list.optional(),
      fields: list.optional(),
      columns: list.optional(),
      severity: severity.optional(),
      overrides: z
        .array(z.strictObject({ files: z.union([words, list]), severity }))
        .min(1)
        .optional(),
      baseline: words.optional(),
    })
    .optional(),
  speakers: z
    .record(
      words,
      z.string().refine((side) => sideOf(side) !== undefined, {
        error: 'must be agent, customer, bot or unknown',
      }),
    )
    .optional(),
  columns: z.record(words, words).optional(),
  limits: z
    .partialRecord(z.enum(Object.keys(defaultLimits) as [LimitName, ...LimitName[]]), limit)
    .optional(),
  gate: gateSchema.optional(),
  redact: z.boolean().optional(),
  lang: z.enum(['en', 'zh-CN', 'zh-TW']).optional(),
  reviews: words.optional(),
});

export type WrittenConfig = z.infer<typeof configSchema>;
