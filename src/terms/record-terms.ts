import { describingTerms } from './describing-terms.ts';
import { governingTerms } from './governing-terms.ts';
import type { Term } from './term.ts';

/**
 * Every fact of a record, one row each, with its name in every file of a bag; the columns are told in `Term`. This is the mapping
 * between the labels of the agency and those of the regulation that 36 CFR 1236.54 (a)(2) asks for, and what keeps them consistent
 * wherever they are stored (a). Labels of `bag-info.txt` stand in this order, but for those that RFC 8493 reserves.
 */
export const recordTerms: readonly Term[] = [...describingTerms, ...governingTerms];
