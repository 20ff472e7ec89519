import type { RecordDescription } from '../../terms/record-description.ts';
import { inOrder, valuesOf, type PremisUnit, type Term } from '../../terms/term.ts';

const order =
  'title, description, creator, released, updated, source, publisher, series, group, ' +
  'rights, rights holder, access restriction, specific access restriction, use restriction, specific use restriction';

/** The facts that have their place in one semantic unit: its type or label, and one value. */
export function premisFacts(
  unit: PremisUnit,
  record: RecordDescription,
  terms: readonly Term[],
): readonly (readonly [type: string, value: string])[] {
  return inOrder(terms, order).flatMap((term) => {
    const [place, type = ''] = term.premis ?? [];
    return place === unit ? valuesOf(term, record).map((value) => [type, value] as const) : [];
  });
}
