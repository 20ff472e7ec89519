import type { Block, DefinitionItem, Document, Paragraph } from './document.ts';
import type { Inline } from './inline.ts';
import type { PdfFacts } from './pdf-claim.ts';
import type { ColophonFacts, PublicationMetadata } from './publication.ts';
import { fillString, type Strings } from './strings.ts';
import { generatedDocument, paragraphOf, phrase, textInline } from './generated-document.ts';

interface ColophonContent extends ColophonFacts {
  readonly metadata: PublicationMetadata;
  /** Nothing where no PDF is made. */
  readonly pdf: PdfFacts | undefined;
}

/** The last chapter: the identifiers of the files, what they claim, and how anybody can check them. */
export function colophonPage(
  { metadata, posts, identifiers, pdf }: ColophonContent,
  strings: Strings,
): Document {
  const { lang, slug } = metadata;
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

  const ofPdf = pdf && [
    ...(pdf.typefaces.length > 0
      ? [
          item(
            fillString(strings, 'colophonTypefaces', { format: 'PDF' }),
            pdf.typefaces.map((name) => paragraphOf([textInline(name)])),
          ),
        ]
      : []),
    item(identifier('PDF'), [paragraphOf([textInline(identifiers.pdf)])]),
    item(claims('PDF'), [
      pdf.claims.length > 0
        ? paragraphOf([textInline(pdf.claims.map(({ name }) => name).join(strings.words.listSeparator))])
        : paragraph(strings.words.colophonNoClaims),
    ]),
    ...(pdf.claims.length > 0
      ? [
          item(check('PDF'), [
            run('veraPDF'),
            ...pdf.claims.map(({ flavour }) => code(`verapdf --flavour ${flavour} ${slug}.pdf`)),
          ]),
        ]
      : []),
  ];
  const items = [
    item(strings.words.colophonPosts, [paragraphOf([textInline(String(posts))])]),
    ...(ofPdf ?? []),
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
