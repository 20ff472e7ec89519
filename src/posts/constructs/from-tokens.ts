import type { ContainerDirective } from 'mdast-util-directive';
import type { Data } from 'unified';
import { calloutNamed } from '../dialects/callout-names.ts';
import { divAttributes } from './div-attributes.ts';
import type { Abbreviation, Citation, WikiLink } from './nodes.d.ts';

type FromTokens = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;
type Compiler = ThisParameterType<NonNullable<NonNullable<FromTokens['enter']>['div']>>;

/** How the tokens of the constructs become nodes of mdast: a div is a container directive, its title the label. */
export const fromTokens: FromTokens = {
  canContainEols: ['inlineNote'],
  enter: {
    abbreviation(token) {
      this.enter({ type: 'abbreviation', label: '', meaning: '' }, token);
    },
    description(token) {
      this.enter({ type: 'description', children: [] }, token);
    },
    inlineNote(token) {
      this.enter({ type: 'inlineNote', children: [] }, token);
    },
    subscript(token) {
      this.enter({ type: 'subscript', children: [] }, token);
    },
    superscript(token) {
      this.enter({ type: 'superscript', children: [] }, token);
    },
    mark(token) {
      this.enter({ type: 'mark', children: [] }, token);
    },
    insertion(token) {
      this.enter({ type: 'insertion', children: [] }, token);
    },
    wikiLink(token) {
      const isEmbedded = this.sliceSerialize(token).startsWith('!');
      this.enter({ type: 'wikiLink', words: '', isEmbedded }, token);
    },
    citation(token) {
      this.enter({ type: 'citation', key: '', value: this.sliceSerialize(token) }, token);
    },
    div(token) {
      this.enter({ type: 'containerDirective', name: '', attributes: {}, children: [] }, token);
    },
    divTitle(token) {
      this.enter({ type: 'paragraph', data: { directiveLabel: true }, children: [] }, token);
    },
  },
  exit: {
    abbreviation(token) {
      this.exit(token);
    },
    abbreviationLabel(token) {
      const open = openAbbreviation(this);
      if (open !== undefined) open.label = this.sliceSerialize(token);
    },
    abbreviationMeaning(token) {
      const open = openAbbreviation(this);
      if (open !== undefined) open.meaning = this.sliceSerialize(token);
    },
    description(token) {
      this.exit(token);
    },
    inlineNote(token) {
      this.exit(token);
    },
    subscript(token) {
      this.exit(token);
    },
    superscript(token) {
      this.exit(token);
    },
    mark(token) {
      this.exit(token);
    },
    insertion(token) {
      this.exit(token);
    },
    wikiLink(token) {
      this.exit(token);
    },
    wikiLinkWords(token) {
      const open = openWikiLink(this);
      if (open !== undefined) open.words = this.sliceSerialize(token);
    },
    citation(token) {
      this.exit(token);
    },
    citationKey(token) {
      const open = openCitation(this);
      if (open !== undefined) open.key = this.sliceSerialize(token);
    },
    div(token) {
      this.exit(token);
    },
    divName(token) {
      const open = openDirective(this);
      if (open !== undefined) open.name = this.sliceSerialize(token);
    },
    admonitionName(token) {
      const open = openDirective(this);
      const name = this.sliceSerialize(token);
      // A name of the project's own has a title, and prints as a note.
      if (open !== undefined) open.name = calloutNamed(name) ? name : 'note';
    },
    tabSigns() {
      const open = openDirective(this);
      if (open !== undefined) open.name = 'details';
    },
    divTitle(token) {
      this.exit(token);
    },
    divAttributes(token) {
      const open = openDirective(this);
      if (open !== undefined) open.attributes = divAttributes(this.sliceSerialize(token));
    },
  },
};

function openAbbreviation({ stack }: Compiler): Abbreviation | undefined {
  const open = stack.at(-1);
  return open?.type === 'abbreviation' ? open : undefined;
}

function openWikiLink({ stack }: Compiler): WikiLink | undefined {
  const open = stack.at(-1);
  return open?.type === 'wikiLink' ? open : undefined;
}

function openCitation({ stack }: Compiler): Citation | undefined {
  const open = stack.at(-1);
  return open?.type === 'citation' ? open : undefined;
}

function openDirective({ stack }: Compiler): ContainerDirective | undefined {
  const open = stack.at(-1);
  return open?.type === 'containerDirective' ? open : undefined;
}
