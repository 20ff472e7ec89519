import { custodyRefusals } from '../custody/rules.ts';
import { ledgerRefusals } from '../ledger/rules.ts';
import { storeRefusals } from '../store/rules.ts';

/** Every rule by which a command on records can be refused. */
export const refusalRules = { ...ledgerRefusals, ...storeRefusals, ...custodyRefusals };

/** The name of why a command is refused. */
export type RefusalId = keyof typeof refusalRules;
