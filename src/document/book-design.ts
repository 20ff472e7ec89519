/** How a collection is made up as a book. */
export interface BookDesign {
  /** Printed on one side of each leaf, or on both and bound. */
  readonly binding: 'simplex' | 'duplex';
  /** Whether a part is headed by a page of its own, or on the first page of its first post. */
  readonly partsPage: boolean;
  /** How many levels of headings below the titles of posts stand in the contents. */
  readonly contentsDepth: number;
  /** Whether a list of figures and one of tables stand behind the contents: where there are enough of them, or never. */
  readonly lists: 'auto' | 'none';
}

/** The design of a collection that asks for nothing. */
export const plainDesign: BookDesign = {
  binding: 'simplex',
  partsPage: true,
  contentsDepth: 0,
  lists: 'auto',
};
