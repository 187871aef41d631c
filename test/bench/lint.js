/**
 * Whole processes on a library of 2,000 Markdown scripts: `callqa lint lib` against textlint with textlint-rule-prh
 * and the same phrases as regular expressions, in turn; then `callqa lint` of one small file against bare `node -e 0`. Prints
 * milliseconds by the clock and of the processor, the largest resident size, how many files each read and how many
 * problems each found, and the ratios.
 *
 *     node test/bench/lint.js [--scripts 2000] [--rounds 3] [--small 15]
 *
 * textlint and textlint-rule-prh are installed by npm into a temporary folder; they are no dependency of this project.
 * The phrases are those of every moment that the pack's rules for scripts forbid, English and Chinese. callqa listens
 * for all moments of the pack besides, since what stands in the same script may make a wording right; prh only searches.
 * The processor's time is the one to compare on a machine that does other things.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { builtinPack } from '../../dist/pack/builtin.js';
import { scriptRulesOf } from '../../dist/scripts/script-rules.js';
import { generateScripts } from './generate-scripts.js';
import { spellings } from './generate.js';
import { middle, runNode } from './processes.js';

const { values } = parseArgs({
  options: {
    scripts: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    small: { type: 'string', default: '15' },
  },
});
const rivals = { textlint: '15.8.0', 'textlint-rule-prh': '6.1.0' };
const bin = fileURLToPath(new URL('../../bin/callqa.js', import.meta.url));
const { pack } = builtinPack();
const rules = scriptRulesOf(pack).filter(({ severity }) => severity !== 'off');
const forbidden = [...new Set(rules.flatMap(({ forbid }) => forbid))];

const negated = 'can|could|do|does|did|is|are|was|were|has|have|had|would|should|must|need|will|shall';
const endings = [
  ['is', 's'],
  ['has', 's'],
  ['are', 're'],
  ['am', 'm'],
  ['will', 'll'],
  ['have', 've'],
  ['would', 'd'],
  ['had', 'd'],
];

/** A regular expression that finds contractions beside their long forms, as an analyst would write it. */
function contracted(pattern) {
  const between = String.raw`[\s,-]*`;
  const word = (text) => String.raw`\b${text}\b`;
  let source = pattern;
  for (const verb of negated.split('|')) {
    const short = { can: 'can', will: 'won', shall: 'shan' }[verb] ?? `${verb}n`;
    const joined = verb === 'can' ? '|cannot' : '';
    source = source.replaceAll(
      word(verb) + between + word('not'),
      String.raw`(?:\b${verb}[\s,-]*not\b|\b${short}['’]?t\b${joined})`,
    );
  }
  for (const subject of ['i', 'you', 'he', 'she', 'it', 'we', 'they', 'that', 'there', 'what', 'who']) {
    for (const [verb, ending] of endings) {
      source = source.replaceAll(
        word(subject) + between + word(verb),
        String.raw`(?:\b${subject}[\s,-]+${verb}\b|\b${subject}['’]${ending}\b)`,
      );
    }
    for (const [[first, ending], [second]] of [
      [endings[0], endings[1]],
      [endings[6], endings[7]],
    ]) {
      source = source.replaceAll(
        `${word(subject)}${between}(?:${word(first)}|${word(second)})`,
        String.raw`(?:\b${subject}[\s,-]+(?:${first}|${second})\b|\b${subject}['’]${ending}\b)`,
      );
    }
  }
  return source;
}

/** The rules of prh: one a phrase, which is several times as fast in it as one of many phrases. */
function prhRules() {
  const moments = forbidden.map((id) => pack.moments.find((one) => one.id === id));
  const written = moments.flatMap((moment) =>
    ['en', 'zh'].flatMap((language) =>
      spellings({ lists: pack.lists, moments: [moment] }, language)
        .agent.map(({ pattern }) => contracted(pattern))
        .filter(isExpression)
        .map((pattern, index) => ({
          expected: `(${moment.id}, ${language} ${index + 1})`,
          pattern: `/${pattern}/i`,
        })),
    ),
  );
  return { written, phrases: moments.reduce((sum, one) => sum + one.phrases.length, 0) };
}

/** Whether prh takes it: with its flags, and never empty. */
function isExpression(pattern) {
  try {
    return !new RegExp(pattern, 'gmui').test('');
  } catch {
    return false;
  }
}

/** Installs the rivals into a folder. */
function install(folder) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: rivals }));
  const { status, stderr, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw error ?? new Error(stderr);
}

const number = (value) => value.toLocaleString('en');
const row = (name, { clock, cpu, peak }, note = '') =>
  console.log(
    `${name.padEnd(28)} ${number(Math.round(clock)).padStart(9)} ms ${number(Math.round(cpu)).padStart(9)} ms cpu ${peak.toFixed(0).padStart(5)} MB  ${note}`,
  );

const folder = mkdtempSync(join(tmpdir(), 'callqa-bench-'));
try {
  install(folder);
  const scripts = generateScripts(pack, { scripts: Number(values.scripts), forbidden });
  for (const { path, text } of scripts) {
    mkdirSync(dirname(join(folder, 'lib', path)), { recursive: true });
    writeFileSync(join(folder, 'lib', path), text);
  }
  const { written, phrases } = prhRules();
  writeFileSync(join(folder, 'prh.yml'), stringify({ version: 1, rules: written }, { lineWidth: 0 }));
  writeFileSync(
    join(folder, '.textlintrc.json'),
    JSON.stringify({
      rules: { prh: { rulePaths: ['prh.yml'], checkBlockQuote: true, checkEmphasis: true } },
    }),
  );
  const bytes = scripts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log(
    `${number(scripts.length)} Markdown scripts, ${(bytes / 1e6).toFixed(1)} MB; ${number(written.length)} of ${number(phrases)} phrases of ${forbidden.length} moments as regular expressions`,
  );

  const textlint = join(folder, 'node_modules', 'textlint', 'bin', 'textlint.js');
  const commands = {
    callqa: [bin, 'lint', 'lib', '--format', 'json', '-o', 'callqa.json'],
    textlint: [textlint, '--format', 'json', '--output-file', 'textlint.json', 'lib'],
  };
  const measured = { callqa: [], textlint: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const name of ['callqa', 'textlint']) {
      measured[name].push(runNode(commands[name], { cwd: folder, probe: folder, codes: [0, 1] }));
    }
  }
  const json = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const ours = json('callqa.json');
  const theirs = json('textlint.json');
  const callqa = middle(measured.callqa);
  const other = middle(measured.textlint);
  const found = (files, problems) => `${number(files)} files read, ${number(problems)} problems`;
  row('callqa lint', callqa, found(ours.summary.files, ours.problems.length));
  row(
    'textlint, rule prh',
    other,
    found(
      theirs.length,
      theirs.reduce((sum, { messages }) => sum + messages.length, 0),
    ),
  );
  console.log(
    `textlint / callqa: ${(other.clock / callqa.clock).toFixed(0)} by the clock, ${(other.cpu / callqa.cpu).toFixed(0)} of the processor`,
  );

  const small = 'lib/en/00/0000.md';
  const single = { bare: [], callqa: [] };
  for (let round = 0; round < Number(values.small); round++) {
    single.bare.push(runNode(['-e', '0'], { cwd: folder, probe: folder }));
    single.callqa.push(runNode([bin, 'lint', small], { cwd: folder, probe: folder, codes: [0, 1] }));
  }
  const bare = middle(single.bare);
  const one = middle(single.callqa);
  console.log('');
  row('node -e 0', bare);
  row('callqa lint of one file', one, `${number(Buffer.byteLength(scripts[0].text))} bytes`);
  console.log(
    `over bare node: ${Math.round(one.clock - bare.clock)} ms by the clock, ${Math.round(one.cpu - bare.cpu)} ms of the processor`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
