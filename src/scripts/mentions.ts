/** Words that a sentence names to keep people from saying them: 不要说“…”, `Instead of "…", say …`. */

const quoted = String.raw`(?:“[^“”\n]{1,80}”|"[^"\n]{1,80}"|「[^「」\n]{1,80}」|『[^『』\n]{1,80}』|‘[^‘’\n]{1,80}’)`;
/** One, or several in a row. */
const list = String.raw`(?<list>${quoted}(?:\s*(?:[,，、;；/]|[,，]?\s*(?:or|and|nor)\b|和|或者?|及|以及)\s*${quoted})*)`;
const english =
  String.raw`\b(?:(?:don['’]?t|do not|never|not to|must not|mustn['’]t|should not|shouldn['’]t|avoid|stop)\s+(?:(?:ever|please)\s+)?(?:(?:say(?:ing)?|us(?:e|ing)|tell(?:ing)?|write|writing|answer(?:ing)?|reply(?:ing)?)\b)?|avoid|instead of|rather than|in place of)` +
  String.raw`(?:\s+(?:with|saying|using|(?:to )?(?:the )?customers?|them|anybody|anyone|the|any|words?|wordings?|phrases?|expressions?|sentences?|lines?|such as|like|as)){0,5}\s*[:,]?\s*`;
const chinese =
  '(?:不要|不能|不可以?|不得|不准|不许|不应该?|不该|禁止|严禁|嚴禁|避免|杜绝|杜絕|请勿|請勿|切勿|切忌|勿|别|別)(?:再|对客户|對客戶|对顾客|跟客户|向客户|随便|直接|轻易){0,2}' +
  '(?:说出?|說出?|讲|講|使用|用|出现|出現|回复|回覆|回答|写|寫)?(?:类似|類似|诸如|如|像|“?类似于)?[:：]?\\s*';

const mention = new RegExp(`(?:${english}|${chinese})${list}`, 'giu');

/** The spans of the quoted words that are named so, in order. */
export function mentionsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!/["“「『‘]/u.test(text)) return [];
  return [...text.matchAll(mention)].map((found) => {
    const end = found.index + found[0].length;
    return { start: end - found.groups!['list']!.length, end };
  });
}
