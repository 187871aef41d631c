/** `callqa calibrate`, as the command line knows it. */
import { figuresFormat, withCalls } from '../figures-options.ts';
import { withReading, withReport } from '../options.ts';
import { resamples, seed, wholeNumber } from '../sampling-options.ts';
import type { Registering } from './registering.ts';

/** `callqa calibrate LABELS --calls PATH…` */
export function registerCalibrate({ program, io, done }: Registering): void {
  withReport(
    withReading(
      withCalls(program.command('calibrate').argument('<labels>', 'a CSV of human labels or grades')),
    ),
  )
    .description('how far people and the tool agree, and where they do not')
    .addHelpText('after', calibrateHelp)
    .option('--map <file>', 'YAML that says which moment, or criterion, each label means')
    .option('--grade <name...>', 'columns of grades to compare with (default: all that hold numbers)')
    .option('--seed <n>', 'of the bootstrap', seed, 1)
    .option('--resamples <n>', 'of the bootstrap', resamples, 1000)
    .option('--disagreements <n>', 'how many to show', wholeNumber, 20)
    .addOption(figuresFormat())
    .action(async (labels: string, flags) => {
      const { calibrateCommand } = await import('../calibrate-command.ts');
      done(await calibrateCommand(labels, flags, io));
    });
}

const calibrateHelp = `
Labels, by their headers:
  call_id, turn, labels        labels separated by ; | or spaces; turns count from 0
  call_id, criterion, outcome  met, not-met, not-applicable (达标, 未达标, 不适用)
  call_id and grades           compared with the score
--columns call_id=通话,turn=轮次 names the headers of the labels; other fields are of the transcripts.`;
