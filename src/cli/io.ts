/** The edge: what a command may touch of the world, so that a test can give it another. */

export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The time, for what ends on a day; nothing that is judged depends on it. */
  readonly now: () => Date;
  /** Tells of the first wish that the run should end; the second one ends it on the spot. Gives what takes it back. */
  readonly onInterrupt?: (tell: (signal: Interrupt) => void) => () => void;
}

/** How a run is asked to end. */
export type Interrupt = 'SIGINT' | 'SIGTERM';

const interrupts: readonly Interrupt[] = ['SIGINT', 'SIGTERM'];

function onInterrupt(tell: (signal: Interrupt) => void): () => void {
  const stop = (): void => {
    for (const signal of interrupts) process.removeListener(signal, hear);
  };
  const hear = (signal: NodeJS.Signals): void => {
    // Without a listener the next one does what signals do.
    stop();
    tell(signal as Interrupt);
  };
  for (const signal of interrupts) process.on(signal, hear);
  return stop;
}

/** The process's own streams, environment and directory. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    onInterrupt,
  };
}
