import type { Span } from '../document/inline.ts';

/** Whether a span is set as code: rules on prose do not look into it. */
export function isCodeSpan({ kind }: Span): boolean {
  return ['code', 'keyboard', 'sample', 'variable'].includes(kind);
}
