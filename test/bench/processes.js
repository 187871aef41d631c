/** Whole Node processes, measured from outside by the clock and from inside at their end. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process reports of itself when it ends: its processor time in ms and its largest size in MB. */
const probe = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    writeFileSync(process.env.BENCH_PROBE, JSON.stringify({ cpu: (user + system) / 1000, peak: maxRSS / 1024 }));
  });
`)}`;

/**
 * Runs a Node process.
 * @param {readonly string[]} args
 * @param {{probe: string, cwd?: string, codes?: readonly number[]}} options `probe` is a folder for its report of itself
 * @returns {{clock: number, cpu: number, peak: number}} milliseconds by the clock and of the processor, MB
 */
export function runNode(args, { probe: folder, cwd, codes = [0] }) {
  const probed = join(folder, 'probe.json');
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', probe, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, BENCH_PROBE: probed },
    encoding: 'utf8',
  });
  const clock = performance.now() - from;
  if (!codes.includes(status)) throw new Error(`${args.join(' ')}: ${stderr}`);
  return { clock, ...JSON.parse(readFileSync(probed, 'utf8')) };
}

/** Of several runs, the one whose processor time is the middle one. */
export function middle(runs) {
  const all = runs.toSorted((a, b) => a.cpu - b.cpu);
  return all[Math.floor(all.length / 2)];
}
