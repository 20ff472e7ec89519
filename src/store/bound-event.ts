import { UsageError } from '../diagnostics/errors.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';

const longest = 4000;

/**
 * Keeps what people type within what a line of the ledger can be read with: it stays for ever, and stands in messages.
 *
 * @throws UsageError where a text is longer.
 */
export function assertBounded(event: LedgerEvent): void {
  for (const [key, value] of Object.entries(event))
    if (typeof value === 'string' && value.length > longest)
      throw new UsageError(`“${key}” has ${value.length} characters; the ledger takes ${longest}`);
}
