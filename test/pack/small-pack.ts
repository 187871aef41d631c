/** A small sound pack as its YAML, to build on and to break, and temporary folders to put packs in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Line numbers stand in tests: add at the end of a part, or change them there. */
export const SMALL_PACK = `pack: small
version: 1.0.0
title: {en: Small, zh: 小}
lists:
  feelings: |
    upset
    frustrat*   # any ending
moments:
  calm-down:
    speaker: agent
    title: {en: Tells to calm down, zh: 让客户冷静}
    phrases: |
      calm [yourself] down
      冷静(一下|一点)
    unless: |
      能冷静地讨论
    negation: guard
    examples:
      hit: [You need to calm down.]
      miss:
        - customer: You calm down!
  empathy:
    speaker: agent
    title: {en: Shows empathy, zh: 共情}
    phrases: ["i see you are {feelings}", 我理解]
    examples: {hit: [我理解您], miss: [好的]}
  problem:
    speaker: customer
    title: {en: States a problem, zh: 说明问题}
    phrases: it is broken
    examples: {hit: [It is broken.], miss: [agent: It is broken.]}
criteria:
  acknowledges:
    title: {en: Acknowledges, zh: 回应感受}
    why: {en: People want to be heard., zh: 客户希望被理解。}
    when: problem
    require: [empathy]
    within: 2 agent turns
    say: {en: I am sorry to hear that., zh: 很抱歉。, zh-TW: 真的很抱歉。}
    examples:
      met:
        - |
          customer: It is broken.
          [hold]
          agent: I see you are upset.
      not-met: ["customer: It is broken."]
      not-applicable: ["agent: Hello."]
  no-calm-down:
    title: {en: Never tells to calm down, zh: 不让客户冷静}
    why: {en: It stings., zh: 伤人。}
    severity: critical
    forbid: calm-down
    examples: {met: ["agent: Hello."], not-met: ["agent: Calm down."]}
  part:
    title: {en: Part, zh: 部分}
    why: {en: Part., zh: 部分。}
    limit: calm-down
    to: 2
    examples: {met: ["agent: Hello."], not-met: ["agent: Calm down."]}
  whole:
    title: {en: Whole, zh: 整体}
    why: {en: Whole., zh: 整体。}
    all: [part]
    examples: {met: ["agent: Hello."], not-met: ["agent: Calm down."]}
scorecard:
  sections:
    assistance: {group: sincerity, title: {en: Assistance, zh: 协助}, weight: 15, criteria: {whole: 5}}
    emotion: {title: {en: Emotion, zh: 情感}, weight: 10, criteria: {no-calm-down: 3, acknowledges: 2}}
  grades: {A: 90, B: 0}
  critical-cap: B
  least-coverage: 0.3
allegations:
  handling:
    title: {en: Handling, zh: 处理}
    default: true
    upheld: {any: [no-calm-down, {at-least: 1, of: [acknowledges, part]}]}
    partly-upheld: acknowledges
`;

/** Writes files (path to content) into a new folder that goes when the test ends; gives the folder. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
