/** That an output would take the place of what is read. */
import { Failure } from '../call/failure.ts';

/** The failure `output-is-input`. @param input what it is called among the inputs, where that is another name */
export function outputIsInput(output: string, input = output): Failure {
  const also = input === output ? '' : `, ${input}`;
  return new Failure(`cannot write ${output}: it is one of the inputs${also}`, {
    code: 'output-is-input',
    file: output,
    hint: 'What is read would be lost: name another file.',
  });
}
