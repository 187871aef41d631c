/** Calls for the tests of many calls: plain, numbered, alternately of a good and a bad agent. */

const good =
  'Good morning, thank you for calling. I am sorry to hear that. Let me look that up for you right now.';
const bad = 'Good morning. Calm down. That is our policy and there is nothing that I can do about it.';

/** A call as a line of JSONL, about a kilobyte long. */
export function callLine(number: number): string {
  return JSON.stringify({
    id: `call-${number}`,
    agent: { id: `agent-${number % 7}` },
    turns: [
      { speaker: 'agent', text: number % 2 === 0 ? good : bad },
      {
        speaker: 'customer',
        text: `My order number ${number} has not come, and I am really upset about it.`,
      },
      { speaker: 'agent', text: `The order with the number ${number} is on its way. `.repeat(8) },
      { speaker: 'customer', text: 'It was promised for last week. '.repeat(8) },
    ],
  });
}

/** So many calls as JSONL. */
export function callLines(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => `${callLine(from + index)}\n`).join('');
}

/** A call as a transcript in plain text. */
export function callText(number: number): string {
  return `Agent: ${number % 2 === 0 ? good : bad}\nCustomer: My order ${number} has not come.\n`;
}

/** Calls as a table, a row a turn, about half a kilobyte each. */
export function callTable(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, number) =>
      `t-${number},agent,"${number % 2 === 0 ? good : bad}"\nt-${number},customer,"${`It is about ${number}. `.repeat(24)}"\n`,
  );
  return `call_id,speaker,text\n${rows.join('')}`;
}
