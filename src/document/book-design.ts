/** How a collection is made up as a book. */
export interface BookDesign {
  /** Printed on one side of each leaf, or on both and bound. */
  readonly binding: 'simplex' | 'duplex';
}

/** The design of a collection that asks for nothing. */
export const plainDesign: BookDesign = { binding: 'simplex' };
