import { InternalError } from '../diagnostics/errors.ts';
import type { Format } from '../diagnostics/message.ts';
import type { Publication } from '../document/publication.ts';

/** The error of a file that says something else than its publication does. */
export function doesNotReadBack({ form }: Publication, format: Format, problem: string): InternalError {
  return new InternalError(`the ${format.toUpperCase()} does not read back as the ${form}: ${problem}`, {
    stage: 'readback',
  });
}
