import type { LedgerEvent } from '../ledger/ledger-event.ts';

/** Who changes a store. */
export interface Actor {
  readonly name: string;
  /** Nobody said who: it is the account that the machine knows. */
  readonly isAccount: boolean;
}

/** An event with who did it; one that names somebody itself stays as it is. */
export function sayWho(event: LedgerEvent, actor: Actor | undefined): LedgerEvent {
  if (actor === undefined || event.by !== undefined) return event;
  return { ...event, by: actor.name, ...(actor.isAccount && { byAccount: true }) };
}
