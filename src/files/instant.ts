import { InternalError } from '../diagnostics/errors.ts';

/** Whether `formatInstant` can write a date: it is one, and its year has four digits in UTC. */
export function isInstant(at: Date): boolean {
  return !Number.isNaN(at.getTime()) && at.getUTCFullYear() >= 0 && at.getUTCFullYear() <= 9999;
}

/**
 * An instant in UTC to the second, `YYYY-MM-DDThh:mm:ssZ` (ISO 8601-1 §5.4.2.1): the one form in the ledger, in the metadata of
 * records and in PDF and EPUB. Such texts sort as the instants do.
 *
 * @throws InternalError where `isInstant` says no.
 */
export function formatInstant(at: Date): string {
  if (!isInstant(at)) throw new InternalError('A date cannot be written', { stage: 'files' });
  return `${at.toISOString().slice(0, 19)}Z`;
}
