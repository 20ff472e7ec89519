import type { Properties } from 'hast';
import type { Span, SpanKind } from '../../document/inline.ts';
import { parsePlainDate } from '../../document/plain-date.ts';

interface SpanElement {
  readonly tagName: string;
  readonly properties?: Properties;
}

const plain = (tagName: string) => (): SpanElement => ({ tagName });

/** The element of each kind of span. */
export const spanElements: Readonly<Record<SpanKind, (span: Span) => SpanElement>> = {
  emphasis: plain('em'),
  strong: plain('strong'),
  deletion: plain('del'),
  insertion: plain('ins'),
  code: () => ({ tagName: 'code', properties: { translate: 'no' } }),
  keyboard: plain('kbd'),
  sample: plain('samp'),
  variable: plain('var'),
  bold: plain('b'),
  italic: plain('i'),
  underline: plain('u'),
  small: plain('small'),
  mark: plain('mark'),
  subscript: plain('sub'),
  superscript: plain('sup'),
  // The marks are among its words; `q` would add them once more.
  quotation: plain('span'),
  cite: plain('cite'),
  definition: (span) => ({ tagName: 'dfn', properties: { title: span.expansion } }),
  abbreviation: (span) => ({ tagName: 'abbr', properties: { title: span.expansion } }),
  time: timeElement,
  language: plain('span'),
};

// HTML §4.5.14: the simplest of its forms; with another value the element would be an error.
const datetime =
  /^\d{4}-\d{2}(?:-\d{2}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?)?$/u;

function timeElement(span: Span): SpanElement {
  const valid = span.datetime !== undefined && isDatetime(span.datetime);
  return valid ? { tagName: 'time', properties: { dateTime: span.datetime } } : { tagName: 'span' };
}

function isDatetime(value: string): boolean {
  const day = value.length === 7 ? `${value}-01` : value.slice(0, 10);
  return datetime.test(value) && parsePlainDate(day) !== undefined;
}
