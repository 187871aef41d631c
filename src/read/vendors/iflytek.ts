/**
 * iFlytek's transcription of recordings (语音转写): milliseconds as strings, JSON inside strings, roles as numbers; no
 * sides.
 * - https://www.xfyun.cn/doc/asr/ifasr_new/API.html (`orderResult`, `lattice`; a word's `wb` and `we` count 10 ms frames)
 * - https://www.xfyun.cn/doc/asr/lfasr/API.html (the older list of `onebest`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { areHan, joinWords, wordsOf, type Token } from './pieces.ts';

const frame = 10;

/** Zero is what the service writes where it did not tell people apart. */
function roleOf(role: string | undefined): string | undefined {
  return role === undefined || role === '0' ? undefined : `speaker ${role}`;
}

function latticePiece(item: JsonNode): Piece {
  const sentence = item.get('json_1best').inner().get('st');
  const start = offsetOf(sentence.get('bg'), 'ms');
  const at = (frames: JsonNode) => {
    const count = frames.number();
    return count === undefined ? undefined : (start ?? 0) + Math.max(0, count) * frame;
  };
  const tokens: Token[] = [];
  for (const part of sentence.get('rt').list()) {
    for (const slot of part.get('ws').list()) {
      const best = slot.get('cw').records()[0];
      if (best === undefined) continue;
      const kind = best.get('wp').string();
      // g ends a paragraph and holds no word.
      if (kind === 'g') continue;
      const token = { text: best.get('w').text(), start: at(slot.get('wb')), end: at(slot.get('we')) };
      tokens.push({ ...token, attaches: kind === 'p' });
    }
  }
  const words = wordsOf(tokens);
  const id = roleOf(sentence.get('rl').label());
  return {
    voice: id === undefined ? undefined : { id },
    words,
    start,
    end: offsetOf(sentence.get('ed'), 'ms'),
  };
}

function plainPiece(item: JsonNode): Piece {
  const id = roleOf(item.get('speaker').label());
  return {
    voice: id === undefined ? undefined : { id },
    text: item.get('onebest').text(),
    start: offsetOf(item.get('bg'), 'ms'),
    end: offsetOf(item.get('ed'), 'ms'),
  };
}

function read(root: JsonNode): CallDraft {
  if (root.isList) return { pieces: root.records().map(plainPiece) };
  const old = root.get('data');
  if (typeof old.value === 'string' || old.isList) {
    return { pieces: old.inner().records().map(plainPiece), head: [['id', root.get('task_id').label()]] };
  }
  const content = root.get('content');
  const written = (content.exists ? content : root).get('orderResult');
  const result = written.exists ? written.inner() : root;
  const pieces = result.get('lattice').records().map(latticePiece);
  const textsOf = ({ words = [] }: Piece) => words.map(({ text }) => text);
  const isHan = areHan(pieces.flatMap(textsOf));
  return {
    pieces: pieces.map((piece) => ({ ...piece, text: joinWords(textsOf(piece), isHan) })),
    head: [['id', content.get('orderInfo').get('orderId').label()]],
  };
}

export const iflytek: Vendor = {
  recognises: (value) => {
    if (value.isList) {
      return value.first().peek('onebest').exists ? 'it is a list of onebest with bg and ed' : undefined;
    }
    const { value: data } = value.peek('data');
    if (typeof data === 'string' && data.includes('"onebest"')) return 'its data holds onebest';
    if (value.peek('lattice').first().peek('json_1best').exists) return 'it has a lattice of json_1best';
    const content = value.peek('content');
    return (content.exists ? content : value).peek('orderResult').exists
      ? 'it has an orderResult'
      : undefined;
  },
  read,
};
