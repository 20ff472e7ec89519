import type { BlockContent, Parent, PhrasingContent } from 'mdast';

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

declare module 'mdast' {
  interface BlockContentMap {
    descriptionList: DescriptionList;
    description: Description;
  }
  interface RootContentMap {
    descriptionList: DescriptionList;
    descriptionTerm: DescriptionTerm;
    description: Description;
  }
}
