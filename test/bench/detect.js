/**
 * Detection alone, in one process and one run: callqa against one RegExp per phrase, wink-nlp custom entities and
 * ripgrep, each finding the same phrases in the same turns. Prints MB/s of UTF-8 text and calls/s, median of the rounds.
 *
 *     node test/bench/detect.js [--calls 2000] [--rounds 5]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDetector } from '../../dist/detect/detect.js';
import { builtinPack } from '../../dist/pack/builtin.js';
import { Matcher } from '../../dist/phrases/match.js';
import { generateCalls, spellings } from './generate.js';

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '5' } },
});
const compiled = builtinPack();
const rounds = Number(values.rounds);
const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const seconds = (work) => {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const from = performance.now();
      work();
      return (performance.now() - from) / 1000;
    }),
  );
};

/** Some words are more than its compiler takes. */
function isLearnable(nlp, words) {
  try {
    nlp.learnCustomEntities([{ name: 'p', patterns: [words] }], { matchValue: false, useEntity: false });
    return true;
  } catch {
    return false;
  }
}

for (const language of ['en', 'zh']) {
  const calls = generateCalls(compiled.pack, { language, calls: Number(values.calls) });
  const turns = calls.flatMap((call) => call.turns);
  const megabytes = turns.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const report = (name, time, note = '') =>
    console.log(
      `${language}  ${name.padEnd(34)} ${(megabytes / time).toFixed(1).padStart(8)} MB/s ${Math.round(
        calls.length / time,
      )
        .toString()
        .padStart(8)} calls/s  ${note}`,
    );

  const detect = createDetector(compiled);
  let moments = 0;
  const whole = seconds(() => {
    moments = 0;
    for (const call of calls) moments += detect(call).moments.length;
  });
  report('callqa, detect', whole, `${moments} moments in ${turns.length} turns`);

  const matchers = {
    agent: new Matcher(compiled.sides.agent.phrases),
    customer: new Matcher(compiled.sides.customer.phrases),
  };
  let hit = 0;
  const matching = seconds(() => {
    hit = 0;
    for (const { speaker, text } of turns) {
      const matcher = matchers[speaker];
      matcher.read(text);
      if (matcher.hits().length > 0) hit++;
    }
  });
  report('callqa, phrases alone', matching, `${((100 * hit) / turns.length).toFixed(0)} % of turns hit`);
  const scanning = seconds(() => {
    for (const { speaker, text } of turns) matchers[speaker].read(text);
  });
  report('callqa, reading units alone', scanning);

  // The rivals look for every way to write each phrase, as far as it can be written out.
  const written = spellings(compiled.pack, language);
  const expressions = {};
  for (const speaker of ['agent', 'customer']) {
    expressions[speaker] = written[speaker].map((phrase) => new RegExp(phrase.pattern, 'i'));
  }
  const few = turns.slice(0, Math.ceil(turns.length / 20));
  const fewMegabytes = few.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const regex = seconds(() => {
    let found = 0;
    for (const { speaker, text } of few)
      for (const expression of expressions[speaker]) if (expression.test(text)) found++;
    return found;
  });
  report(
    'one RegExp a phrase',
    (regex * megabytes) / fewMegabytes,
    `${written.agent.length + written.customer.length} phrases, a twentieth of the turns`,
  );

  const require = createRequire(import.meta.url);
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd']);
  const patterns = [...written.agent, ...written.customer].flatMap(({ words }, index) =>
    words !== undefined && isLearnable(nlp, words) ? [{ name: `p${index}`, patterns: [words] }] : [],
  );
  nlp.learnCustomEntities(patterns, { matchValue: false, useEntity: false });
  const wink = seconds(() => {
    let found = 0;
    for (const { text } of few) found += nlp.readDoc(text).customEntities().length();
    return found;
  });
  report('wink-nlp custom entities', (wink * megabytes) / fewMegabytes, `${patterns.length} patterns`);

  const folder = mkdtempSync(join(tmpdir(), 'callqa-bench-'));
  try {
    const patternFile = join(folder, 'patterns');
    const textFile = join(folder, 'text');
    writeFileSync(
      patternFile,
      `${[...written.agent, ...written.customer].map(({ pattern }) => pattern).join('\n')}\n`,
    );
    writeFileSync(textFile, turns.map(({ text }) => `${text.replaceAll('\n', ' ')}\n`).join(''));
    const rg = () => spawnSync('rg', ['-i', '-c', '-f', patternFile, textFile], { encoding: 'utf8' });
    const probe = rg();
    if (probe.error === undefined && probe.status === 0) {
      const empty = join(folder, 'empty');
      writeFileSync(empty, '\n');
      const startup = seconds(() => spawnSync('rg', ['-i', '-c', '-f', patternFile, empty]));
      const time = seconds(rg);
      report('ripgrep -i -c -f, whole process', time, `${probe.stdout.trim()} lines`);
      report(
        'ripgrep -i -c -f, less its start',
        Math.max(time - startup, 1e-6),
        `start ${(startup * 1000).toFixed(0)} ms`,
      );
    } else {
      console.log(`${language}  ripgrep: ${probe.error?.message ?? probe.stderr.trim()}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
