import type { Data, Processor } from 'unified';
import type { Dialect } from '../../document/dialect.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import { abbreviation } from './abbreviation.ts';
import { admonition } from './admonition.ts';
import { bookReference } from './book-reference.ts';
import { citation } from './citation.ts';
import { description } from './description.ts';
import { divSyntax } from './div.ts';
import { insertion, mark } from './doubled.ts';
import { fromTokens } from './from-tokens.ts';
import { inlineNoteEnd, inlineNoteStart } from './inline-note.ts';
import { subscript, superscript } from './script.ts';
import type { Syntax } from './syntax.ts';
import { tab } from './tab.ts';
import { wikiLink } from './wiki-link.ts';

const signs = {
  exclamation: 0x21,
  asterisk: 0x2a,
  colon: 0x3a,
  equals: 0x3d,
  question: 0x3f,
  at: 0x40,
  opening: 0x5b,
  backslash: 0x5c,
  closing: 0x5d,
  caret: 0x5e,
  tilde: 0x7e,
} as const;

/** A remark plugin, after `remark-directive`, whose containers it takes the place of: what the dialect has besides CommonMark and GitHub's extensions. */
export function readConstructs(this: Processor, dialect: Dialect): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []).map(withoutContainers),
    { document: documentSyntax(dialect), flow: flowSyntax(dialect), text: textSyntax(dialect) },
  ];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromTokens];
}

/** The containers of a dialect, by the sign that each begins with. */
function documentSyntax(dialect: Dialect): Record<number, Syntax[]> {
  const descriptions = hasConstruct(dialect, 'definitionLists') ? [description] : [];
  const admonitions = hasConstruct(dialect, 'admonitions') ? [admonition] : [];
  return {
    [signs.colon]: [...divSyntax(hasConstruct(dialect, 'divs')), ...descriptions],
    [signs.exclamation]: admonitions,
    [signs.question]: admonitions,
    [signs.equals]: hasConstruct(dialect, 'tabs') ? [tab] : [],
  };
}

/** The lines of a dialect that hold no others, by the sign that each begins with. */
function flowSyntax(dialect: Dialect): Record<number, Syntax[]> {
  return { [signs.asterisk]: hasConstruct(dialect, 'abbreviations') ? [abbreviation] : [] };
}

/** What stands in the lines of a dialect, by the sign that it begins with. */
function textSyntax(dialect: Dialect): Record<number, Syntax[]> {
  const hasNotes = hasConstruct(dialect, 'inlineNotes');
  const hasMarks = hasConstruct(dialect, 'marks');
  const hasScripts = hasConstruct(dialect, 'scripts');
  const wikiLinks = hasConstruct(dialect, 'wikiLinks') ? [wikiLink] : [];
  const hasCitations = hasConstruct(dialect, 'citations');
  return {
    [signs.caret]: [
      ...(hasNotes ? [inlineNoteStart] : []),
      ...(hasScripts ? [superscript] : []),
      ...(hasMarks ? [insertion] : []),
    ],
    [signs.equals]: hasMarks ? [mark] : [],
    [signs.at]: hasCitations ? [citation] : [],
    [signs.backslash]: hasCitations ? [bookReference] : [],
    [signs.tilde]: hasScripts ? [subscript] : [],
    [signs.closing]: hasNotes ? [inlineNoteEnd] : [],
    [signs.opening]: wikiLinks,
    [signs.exclamation]: wikiLinks,
  };
}

type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number];

/** Of the directives of blocks the last is a single line (micromark-extension-directive 4); the first reads its content again for each level. */
function withoutContainers(extension: SyntaxExtension): SyntaxExtension {
  const blocks = extension.flow?.[signs.colon];
  if (!Array.isArray(blocks)) return extension;
  return { ...extension, flow: { ...extension.flow, [signs.colon]: blocks.slice(-1) } };
}
