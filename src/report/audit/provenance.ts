/** Part 9 of a case report: by what it can be checked: hashes of what was read, the rules, the tool. */
import { visible } from '../visible.ts';
import type { Block, Fact } from './block.ts';
import type { CaseView } from './view.ts';

/** The blocks of the part. */
export function provenanceOf(view: CaseView): readonly Block[] {
  const { say } = view;
  const { transcripts, pack, config, reviews, arguments: given, tool } = view.audit.case.provenance;
  const facts: readonly Fact[] = [
    ...transcripts.map(({ source, sha256 }) => ({
      label: say('label.transcript-hash'),
      value: visible(hashed(source, sha256, view)),
    })),
    {
      label: say('label.pack'),
      value: visible(hashed(`${pack.id} ${pack.version}`, pack.sha256, view)),
    },
    ...(config === undefined
      ? []
      : [{ label: say('label.config'), value: visible(hashed(config.source, config.sha256, view)) }]),
    ...(reviews === undefined
      ? []
      : [{ label: say('label.reviews'), value: visible(hashed(reviews.source, reviews.sha256, view)) }]),
    ...(given.length === 0 ? [] : [{ label: say('label.arguments'), value: visible(shellWords(given)) }]),
    { label: say('label.tool'), value: visible(tool) },
  ];
  return [
    { kind: 'facts', facts },
    { kind: 'paragraph', text: say('provenance.rerun'), muted: true },
  ];
}

function hashed(name: string, sha256: string, { say }: CaseView): string {
  return `${name}${say('punctuation.comma')}sha256 ${sha256}`;
}

/** Arguments as a shell takes them. */
function shellWords(given: readonly string[]): string {
  return given
    .map((word) => (/^[\w./:=@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
