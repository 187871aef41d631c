/** Repeat contacts: customers who are in touch again within days. */
import { instantOf } from '../../call/instant.ts';
import type { CallRef, RepeatContacts } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { byText } from '../../result/by-text.ts';
import { proportion } from './proportion.ts';

/** What the report shows is fewer; this is what lists for working through it hold. */
const listed = 10_000;
const dayLength = 86_400_000;

export interface Repeats {
  /** @param isCopy whether it is an earlier record over again, which is no contact */
  readonly add: (record: CallRecord, number: number, isCopy: boolean) => void;
  /** @param mask how a customer's id may be shown */
  readonly finish: (mask: (text: string) => string) => RepeatContacts;
}

interface Contact extends CallRef {
  readonly at: number;
  readonly written: string;
}

/**
 * Calls of a customer, each within `days` days of the one before, count as repeats together; calls without a time do not,
 * nor those that the company made.
 */
export function createRepeats(days: number): Repeats {
  // Most customers have one call, and no array is made for it.
  const customers = new Map<string, Contact | Contact[]>();
  let all = 0;
  let said = 0;
  return {
    add: ({ id, customer, outbound, startedAt, again }, number, isCopy) => {
      all++;
      if (again) said++;
      const at = startedAt === undefined ? undefined : instantOf(startedAt)?.ms;
      if (customer === undefined || at === undefined || outbound === true || isCopy) return;
      const contact = { number, id, at, written: startedAt! };
      const known = customers.get(customer);
      if (known === undefined) customers.set(customer, contact);
      else if (Array.isArray(known)) known.push(contact);
      else customers.set(customer, [known, contact]);
    },
    finish: (mask) => {
      const repeated = [...customers].flatMap(([customer, contacts]) => {
        const calls = Array.isArray(contacts) ? within(contacts, days * dayLength) : [];
        return calls.length === 0 ? [] : [{ customer, calls }];
      });
      return {
        days,
        said: proportion(said, all),
        customers: repeated.length,
        calls: repeated.reduce((sum, { calls }) => sum + calls.length, 0),
        most: repeated
          .sort((a, b) => b.calls.length - a.calls.length || byText(a.customer, b.customer))
          .slice(0, listed)
          .map(({ customer, calls }) => ({
            customer: mask(customer),
            calls: calls.map(({ number, id }) => ({ number, id })),
            first: calls[0]!.written,
            last: calls.at(-1)!.written,
          })),
        beyond: Math.max(0, repeated.length - listed),
      };
    },
  };
}

/** The contacts that have another one within the time, in order. */
function within(contacts: readonly Contact[], time: number): readonly Contact[] {
  const sorted = once(contacts).toSorted((a, b) => a.at - b.at || a.number - b.number);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    const after = sorted[index + 1];
    return (
      (before !== undefined && one.at - before.at <= time) ||
      (after !== undefined && after.at - one.at <= time)
    );
  });
}

/** An id that comes again at the same time is one contact, whatever else was written of it. */
function once(contacts: readonly Contact[]): readonly Contact[] {
  const known = new Set<string>();
  return contacts.filter(({ id, at }) => {
    const key = `${at} ${id}`;
    return !known.has(key) && known.add(key);
  });
}
