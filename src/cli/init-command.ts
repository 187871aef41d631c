/** `callqa init [FOLDER]`: a commented callqa.yaml, and a file of own rules that works, to go on from. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { Io } from './io.ts';
import { unwritable } from './unwritable.ts';

interface InitFlags {
  readonly force?: boolean;
}

/** Writes the files and says what to do next; returns the exit code. What is there already stays, unless forced. */
export function initCommand(folder: string, { force = false }: InitFlags, io: Io): number {
  const { id, version } = builtinPack().pack;
  const files = [
    ['callqa.yaml', configText(`${id}@${version.split('.')[0]}`)],
    ['rules/own-rules.yaml', rulesText],
  ] as const;
  const at = (name: string): string => (folder === '.' ? name : `${folder.replace(/[/\\]+$/u, '')}/${name}`);
  const there = files.map(([name]) => name).find((name) => existsSync(resolve(io.cwd, folder, name)));
  if (there !== undefined && !force) {
    throw new Failure(`${at(there)} is already there.`, {
      code: 'already-there',
      file: at(there),
      hint: 'Say --force to write it anew; what stands in it is then lost.',
    });
  }
  for (const [name, text] of files) {
    const path = join(resolve(io.cwd, folder), name);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      throw unwritable(error, at(name), 'Name a folder that may be written.');
    }
  }
  io.stdout.write(`${files.map(([name]) => `wrote ${at(name)}`).join('\n')}\nnext: callqa lint ${folder}\n`);
  return 0;
}

const configText = (
  base: string,
): string => `# Settings of callqa. Every command takes the nearest callqa.yaml from where it runs upwards; lint takes the one nearest
# to each file. Paths count from this folder; patterns are written as in .gitignore.

# The built-in rules, of this major version: a newer callqa with other rules says so and judges nothing by them.
extends: ${base}

# Rules of your own beside them. With \`{path: …, override: true}\` they may stand in for built-in ones.
packs:
  - rules/own-rules.yaml

# Agent scripts: callqa lint
lint:
  # include: ['scripts/**']
  exclude: [rules/, drafts/]
  # Keys of YAML and JSON, and columns of tables, whose values are said; without these, the usual names.
  # fields: [text, reply, 话术]
  # error, warning or off, by rule; callqa lint --format json names the rules.
  severity:
    no-over-promise: warning
  # Other severities in some folders.
  # overrides:
  #   - files: [training/]
  #     severity: {no-calm-down: warning}
  # What is known and accepted for now: callqa lint scripts --update-baseline
  # baseline: callqa-baseline.json

# Transcripts: callqa score, callqa audit
# speakers: {坐席01: agent, Caller: customer}
# columns: {speaker: 角色, text: 内容}
# limits: {file-size: 512m}
# gate: {fail-under: 60, fail-on: [fatal, upheld]}
# reviews: reviews.csv

# Reports
# lang: zh-CN
# redact: true
`;

const rulesText = `# Rules of your own, beside the built-in ones. Change the words; callqa rules test runs the examples.
moments:
  # Something said that matters. One phrase a line; \`[x]\` may be there, \`(a|b)\` is one of them, \`...\` is a gap.
  internal-jargon:
    speaker: agent
    title: {en: Talks in internal terms, zh: 使用内部用语}
    phrases: |
      (your|the) ticket is [still] in the queue
      escalation (tier|level) <number>
      工单[还|仍|仍然]在流转
      走一下内部流程
    examples:
      hit: ['Your ticket is still in the queue.', 这个要走一下内部流程。]
      miss: ["I'm looking into it for you now.", 我马上帮您查。]

criteria:
  # What agents are held to, in scripts and in calls. It takes no points until a section of a scorecard has it.
  no-internal-jargon:
    title: {en: Speaks plainly, zh: 说客户听得懂的话}
    why:
      en: Customers do not know your queues and tiers, and do not have to.
      zh: 客户不了解、也不需要了解内部的流程和术语。
    forbid: internal-jargon
    say:
      en: A colleague is working on it, and I'll call you by tomorrow.
      zh: 已经有同事在处理了，明天之前我给您回电话。
    examples:
      met: ['agent: I am looking into it for you now.']
      not-met: ['agent: Your ticket is still in the queue.', 'agent: 这个要走一下内部流程。']

lint:
  rules:
    no-internal-jargon:
      # The whole clause, and what --fix puts in its place.
      replace:
        - words: |
            (your|the) ticket is [still] in the queue
          with: {en: A colleague is working on it}
        - words: |
            [这个] [需要|要] 走一下内部流程
          with: {zh: 已经有同事在处理了}
  # What scripts have to say that name what they are for, such as \`scenario: goodwill\` in their front matter. The steps
  # are the built-in ones; own ones go under \`steps:\`.
  scenarios:
    goodwill:
      title: {en: A goodwill credit, zh: 补偿安抚}
      holds: [apology, way-out, closing-check]
`;
