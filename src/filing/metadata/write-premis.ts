import { recordTerms } from '../../terms/record-terms.ts';
import type { Term } from '../../terms/term.ts';
import { xmlDocument } from './build-xml.ts';
import { premisAgents } from './premis-agents.ts';
import { premisEvents } from './premis-events.ts';
import type { PremisInput } from './premis-input.ts';
import { premisObjects } from './premis-objects.ts';
import { premisRights } from './premis-rights.ts';
import { premis } from './premis-element.ts';

/**
 * The PREMIS 3.0 document of a record: the files that were there before it, what happened to them, and who took part. It
 * does not tell of itself: nothing names its own digest.
 */
export function writePremis(input: PremisInput, terms: readonly Term[] = recordTerms): string {
  return xmlDocument(
    premis(
      'premis',
      [
        ...premisObjects(input, terms),
        ...premisEvents(input),
        ...premisAgents(input),
        ...premisRights(input.record, terms),
      ],
      {
        'xmlns:premis': 'http://www.loc.gov/premis/v3',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        version: '3.0',
      },
    ),
  );
}
