/**
 * Whole processes: `callqa score --format jsonl` on two threads and on one, against a program that only reads the same
 * file and parses each line on one thread, and against wink-nlp's custom entities alone on the same turns. Prints calls a
 * second by the clock, microseconds of processor time a call, and the largest resident size.
 *
 *     node test/bench/score.js [--calls 20000] [--more 200000] [--rounds 3]
 *
 * `--more 0` leaves out the large run. The processor's time is the one to compare on a machine that does other things.
 */
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, closeSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCalls, spellings } from './generate.js';
import { middle, runNode } from './processes.js';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '20000' },
    more: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '3' },
  },
});
const bin = fileURLToPath(new URL('../../bin/callqa.js', import.meta.url));
const { pack } = JSON.parse(
  readFileSync(new URL('../../dist/pack/respect-sincerity.json', import.meta.url), 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'callqa-bench-'));

const run = (args) => runNode(args, { probe: folder });
const repeated = (rounds, work) => middle(Array.from({ length: rounds }, work));

/** So many generated calls as a file of JSONL, in parts so that they need not fit into memory. */
function writeCalls(language, count) {
  const file = join(folder, `${language}-${count}.jsonl`);
  const out = openSync(file, 'w');
  const part = 5000;
  for (let done = 0, seed = 1; done < count; done += part, seed++) {
    const calls = generateCalls(pack, { language, calls: Math.min(part, count - done), seed });
    writeSync(
      out,
      calls.map((call) => `${JSON.stringify({ ...call, id: `${call.id}-${seed}` })}\n`).join(''),
    );
  }
  closeSync(out);
  return file;
}

const parseOnly = `
  import { readFileSync } from 'node:fs';
  let calls = 0;
  for (const line of readFileSync(process.argv.at(-1), 'utf8').split('\\n')) {
    if (line !== '' && JSON.parse(line).turns.length > 0) calls++;
  }
  if (calls === 0) throw new Error('no calls');
`;

function report(name, calls, { clock, cpu, peak }, note = '') {
  const rate = Math.round((1000 * calls) / clock);
  console.log(
    `${name.padEnd(34)} ${String(rate).padStart(8)} calls/s ${((1000 * cpu) / calls).toFixed(1).padStart(8)} us/call ${peak
      .toFixed(0)
      .padStart(6)} MB  ${note}`,
  );
}

/** wink-nlp on a part of the turns, in this process: milliseconds for a call. */
function winkTime(file, language) {
  const require = createRequire(import.meta.url);
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd']);
  const written = spellings(pack, language);
  const patterns = [...written.agent, ...written.customer].flatMap(({ words }, index) => {
    // Its compiler writes out every combination of choices, and runs out of memory over those with many.
    const choices = words?.match(/\[[^\]]*\]/gu) ?? [];
    const combinations = choices.reduce((product, choice) => product * choice.split('|').length, 1);
    if (words === undefined || combinations > 64) return [];
    const pattern = [{ name: `p${index}`, patterns: [words] }];
    try {
      nlp.learnCustomEntities(pattern, { matchValue: false, useEntity: false });
      return pattern;
    } catch {
      // Some words are more than its compiler takes.
      return [];
    }
  });
  nlp.learnCustomEntities(patterns, { matchValue: false, useEntity: false });
  const calls = readFileSync(file, 'utf8')
    .split('\n', 400)
    .map((line) => JSON.parse(line));
  const work = () => {
    let found = 0;
    for (const { turns } of calls) {
      for (const { text } of turns) found += nlp.readDoc(text).customEntities().length();
    }
    return found;
  };
  work();
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return { cpu: (user + system) / 1000 / calls.length, patterns: patterns.length };
}

try {
  const count = Number(values.calls);
  const rounds = Number(values.rounds);
  for (const language of ['en', 'zh']) {
    const file = writeCalls(language, count);
    console.log(`\n${language}: ${count} calls, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    const score = (jobs, path) => [bin, 'score', path, '--format', 'jsonl', '--jobs', String(jobs)];
    const parsed = repeated(rounds, () => run(['--input-type=module', '-e', parseOnly, file]));
    report('read and JSON.parse, one thread', count, parsed);
    const one = repeated(rounds, () => run(score(1, file)));
    report('callqa score, one thread', count, one, `${(parsed.clock / one.clock).toFixed(3)} of JSON.parse`);
    const two = repeated(rounds, () => run(score(2, file)));
    report('callqa score, two threads', count, two, `${(parsed.clock / two.clock).toFixed(3)} of JSON.parse`);
    const wink = winkTime(file, language);
    console.log(
      `${'wink-nlp custom entities alone'.padEnd(34)} ${String(Math.round(1000 / wink.cpu)).padStart(8)} calls/s ${(1000 * wink.cpu).toFixed(1).padStart(8)} us/call            ${wink.patterns} patterns; callqa on one thread is ${((wink.cpu * count) / one.cpu).toFixed(1)} times as fast, all in`,
    );
    rmSync(file);
  }
  const more = Number(values.more);
  if (more > 0) {
    console.log('\npeak memory, two threads');
    const sizes = [count, more].map((calls) => {
      const file = writeCalls('en', calls);
      const measured = run([bin, 'score', file, '--format', 'jsonl', '--jobs', '2']);
      report(`${calls} calls`, calls, measured);
      rmSync(file);
      return measured.peak;
    });
    console.log(`ratio ${(sizes[1] / sizes[0]).toFixed(2)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
