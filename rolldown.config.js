/**
 * The program as few files: a command that loads 160 of them spends more time on finding and reading them than on a call.
 * Made from what the compiler wrote; the packages that it uses stay where they are installed.
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
  },
};
