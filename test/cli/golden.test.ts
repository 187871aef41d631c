/**
 * Golden runs: each folder of golden/ is one run of the built bin. `args` holds its arguments, one a line; what it
 * prints and exits with is compared byte for byte. `UPDATE=1 npx vitest run test/cli/golden.test.ts` writes them anew.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintErrorsOf } from '../result/lint-validator.ts';
import { problemsOf } from '../result/validator.ts';
import { callqa, root } from './callqa.ts';

const golden = join(root, 'test/cli/golden');
const update = process.env['UPDATE'] === '1';
const cases = readdirSync(golden).sort();

const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string })
  .version;
const { pack } = JSON.parse(readFileSync(join(root, 'dist/pack/respect-sincerity.json'), 'utf8')) as {
  readonly pack: { readonly sha256: string };
};

/** The built-in pack's hash and the tool's version change with every rule and release, and say nothing of this run. */
function settled(text: string): string {
  return text.replaceAll(pack.sha256, '0'.repeat(64)).replaceAll(`callqa/${version}`, 'callqa/0.0.0');
}

const linesOf = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

describe.each(cases)('%s', (name) => {
  const folder = join(golden, name);
  const args = linesOf(join(folder, 'args'));
  const { code, stdout, stderr } = callqa(args);

  it.each([
    ['stdout', settled(stdout)],
    ['stderr', settled(stderr)],
    ['exit', `${code}\n`],
  ])('%s is as it is written', (stream, got) => {
    const file = join(folder, `expected.${stream}`);
    if (update) {
      if (got === '') rmSync(file, { force: true });
      else writeFileSync(file, got);
    }
    expect(got).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  const format = args[args.indexOf('--format') + 1];
  if (args[0] === 'lint' && format === 'json') {
    it('is as the schema says', () => {
      expect(lintErrorsOf(JSON.parse(stdout))).toEqual([]);
    });
  }
  if (['rules', 'lint', 'calibrate'].includes(args[0] ?? '')) return;
  if (format === 'jsonl') {
    it('each line is as the schema says', () => {
      const lines = stdout.trimEnd().split('\n');
      for (const line of lines) {
        const document = JSON.parse(line) as { readonly schema: string };
        expect(problemsOf(document.schema === 'callqa/error@1' ? 'error' : 'result', document)).toEqual([]);
      }
    });
  }
  if (format === 'json') {
    it('is as the schema says', () => {
      expect(problemsOf(args[0] === 'audit' ? 'audit' : 'batch', JSON.parse(stdout))).toEqual([]);
    });
  }
});
