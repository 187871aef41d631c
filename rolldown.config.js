/**
 * The program as few files: a command that loads 160 of them spends more time on finding and reading them than on a call.
 * Made from what the compiler wrote; the packages that it uses stay where they are installed. What every command needs to
 * be found is one file, so that `--help` loads no more; what scoring a call needs is another.
 */
export default {
  input: { run: 'dist/cli/run.js', worker: 'dist/cli/worker.js' },
  platform: 'node',
  external: /^[^./]/u,
  output: {
    dir: 'dist/program',
    cleanDir: true,
    comments: false,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      // A group takes along what its modules import.
      groups: [
        {
          name: 'commands',
          test: /dist\/cli\/(?:run|options|complain|case-options|gate|version)\.js$/u,
          priority: 2,
        },
        {
          name: 'scoring',
          test: /dist\/(?:batch\/score-unit|cli\/score-command|cli\/score-units|report\/score\/jsonl|read\/text)\.js$/u,
        },
      ],
    },
  },
};
