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

declare module 'mdast' {
  interface BlockContentMap {
    abbreviation: Abbreviation;
    descriptionList: DescriptionList;
    description: Description;
  }
  interface RootContentMap {
    abbreviation: Abbreviation;
    descriptionList: DescriptionList;
    descriptionTerm: DescriptionTerm;
    description: Description;
  }
}
