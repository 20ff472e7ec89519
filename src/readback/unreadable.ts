import { InternalError } from '../diagnostics/errors.ts';

/** Why a PDF cannot be read back. */
export function unreadable(reason: string): InternalError {
  return new InternalError(`cannot read the PDF: ${reason}`, { stage: 'readback' });
}
