import { canada } from './canada.ts';
import { iban } from './iban.ts';
import { identityNumbers } from './identity-numbers.ts';
import type { Pattern } from './pattern.ts';
import type { PatternSetName } from './pattern-set-names.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStates } from './united-states.ts';

/** The patterns of each set; social security numbers of the United States are looked for apart. */
export const patternSets: Readonly<Record<PatternSetName, readonly Pattern[]>> = {
  us: unitedStates,
  ca: canada,
  uk: unitedKingdom,
  ...identityNumbers,
  eu: [iban, ...Object.values(identityNumbers).flat()],
  iban: [iban],
};
