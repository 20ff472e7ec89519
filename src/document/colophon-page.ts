import type { Block, DefinitionItem, Document, Paragraph } from './document.ts';
import type { Inline } from './inline.ts';
import type { PdfClaim } from './pdf-claim.ts';
import type { ColophonFacts, PublicationMetadata } from './publication.ts';
import { fillString, type Strings } from './strings.ts';
import { generatedDocument, paragraphOf, phrase, textInline } from './generated-document.ts';

interface ColophonContent extends ColophonFacts {
  readonly metadata: PublicationMetadata;
  /** Nothing where no PDF is made. */
  readonly pdfClaims: readonly PdfClaim[] | undefined;
}

/** The last chapter: the identifiers of the files, what they claim, and how anybody can check them. */
export function colophonPage(
  { metadata, posts, identifiers, pdfClaims }: ColophonContent,
  strings: Strings,
): Document {
  const { lang, slug, isbn, isbnPdf } = metadata;
  const ours = (value: string): readonly Inline[] => phrase(value, strings, lang);
  const paragraph = (value: string): Paragraph => paragraphOf(ours(value));
  const item = (term: string, definition: readonly Block[]): DefinitionItem => ({
    type: 'definition-item',
    terms: [paragraph(term)],
    definitions: [definition],
  });
  const code = (value: string): Paragraph =>
    paragraphOf([{ type: 'span', kind: 'code', children: [textInline(value)] }]);
  const claims = (format: string): string => fillString(strings, 'colophonClaims', { format });
  const check = (format: string): string => fillString(strings, 'colophonCheck', { format });
  const run = (program: string): Paragraph =>
    paragraph(fillString(strings, 'colophonCheckWith', { program }));
  const identifier = (format: string): string => fillString(strings, 'colophonIdentifier', { format });

  const pdf = pdfClaims && [
    item(identifier('PDF'), [paragraphOf([textInline(identifiers.pdf)])]),
    item(claims('PDF'), [
      pdfClaims.length > 0
        ? paragraphOf([textInline(pdfClaims.map(({ name }) => name).join(strings.words.listSeparator))])
        : paragraph(strings.words.colophonNoClaims),
    ]),
    ...(pdfClaims.length > 0
      ? [
          item(check('PDF'), [
            run('veraPDF'),
            ...pdfClaims.map(({ flavour }) => code(`verapdf --flavour ${flavour} ${slug}.pdf`)),
          ]),
        ]
      : []),
  ];
  const items = [
    ...(isbn === undefined
      ? []
      : [item(isbnPdf === undefined ? 'ISBN' : 'ISBN (EPUB)', [paragraphOf([textInline(isbn)])])]),
    ...(isbnPdf === undefined || pdfClaims === undefined
      ? []
      : [item('ISBN (PDF)', [paragraphOf([textInline(isbnPdf)])])]),
    item(strings.words.colophonPosts, [paragraphOf([textInline(String(posts))])]),
    ...(pdf ?? []),
    item(identifier('EPUB'), [paragraphOf([textInline(identifiers.epub)])]),
    item(claims('EPUB'), [paragraph(strings.words.colophonNotEvaluated)]),
    item(check('EPUB'), [
      run('EPUBCheck'),
      code(`java -jar epubcheck.jar ${slug}.epub`),
      run('Ace by DAISY'),
      code(`ace ${slug}.epub`),
    ]),
  ];
  const body: readonly Block[] = [{ type: 'definition-list', items }];
  return generatedDocument({ name: 'colophon', title: strings.words.colophon, lang, body, words: strings });
}
