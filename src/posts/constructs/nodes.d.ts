import type { BlockContent, Node, Parent, PhrasingContent } from 'mdast';

/** Terms with what they mean; each description belongs to the terms right before it. */
export interface DescriptionList extends Parent {
  type: 'descriptionList';
  children: (DescriptionTerm | Description)[];
}

/** A line that names something. */
export interface DescriptionTerm extends Parent {
  type: 'descriptionTerm';
  children: PhrasingContent[];
}

/** What terms mean. */
export interface Description extends Parent {
  type: 'description';
  children: BlockContent[];
}

/** What an abbreviation means; nothing is shown where it stands. */
export interface Abbreviation extends Node {
  type: 'abbreviation';
  label: string;
  meaning: string;
}

/** A note that stands in the line that it belongs to. */
export interface InlineNote extends Parent {
  type: 'inlineNote';
  children: PhrasingContent[];
}

/** What stands between the brackets of a link or a picture of a wiki. */
export interface WikiLink extends Node {
  type: 'wikiLink';
  words: string;
  isEmbedded: boolean;
}

/** A place of the post, or an entry of a bibliography, by its name. */
export interface Citation extends Node {
  type: 'citation';
  key: string;
  /** As it is written. */
  value: string;
}

/** What is set lower or higher than the line. */
export interface Script extends Parent {
  type: 'subscript' | 'superscript';
  children: PhrasingContent[];
}

/** What is highlighted, or was inserted later. */
export interface Doubled extends Parent {
  type: 'mark' | 'insertion';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface TableData {
    /** How many of its first rows are its head; one, where absent. */
    headRows?: number;
  }
  interface PhrasingContentMap {
    inlineNote: InlineNote;
    wikiLink: WikiLink;
    citation: Citation;
    script: Script;
    doubled: Doubled;
  }
  interface BlockContentMap {
    abbreviation: Abbreviation;
    descriptionList: DescriptionList;
    description: Description;
  }
  interface RootContentMap {
    inlineNote: InlineNote;
    wikiLink: WikiLink;
    citation: Citation;
    script: Script;
    doubled: Doubled;
    abbreviation: Abbreviation;
    descriptionList: DescriptionList;
    descriptionTerm: DescriptionTerm;
    description: Description;
  }
}
