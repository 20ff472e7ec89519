/** Mutants that the tests are known not to see, with one reason for all of them. */
export interface Survivors {
  /** Below `src`, with `/` between the parts. */
  readonly file: string;
  /** As the runner prints them behind the line. */
  readonly mutants: readonly string[];
  /**
   * `equal`: no input makes a difference that anyone could see, so that no test can be written.
   * `open`: there is a difference; why no test holds it, the reason says.
   */
  readonly kind: 'equal' | 'open';
  readonly reason: string;
}

/** What the last runs left. The runner says where this is no longer so: in both directions. */
export const survivors: readonly Survivors[] = [
  {
    file: 'pdf/write/destinations.ts',
    mutants: ['boundary: a < b → (a) <= (b)'],
    kind: 'equal',
    reason: 'The ids are the keys of a map: no two are the same.',
  },
  {
    file: 'pdf/write/destinations.ts',
    mutants: ['boundary: index > 0 → (index) >= (0)'],
    kind: 'equal',
    reason:
      'What stands before the first bookmark is undefined, and pdfkit writes no entry that is undefined.',
  },
  {
    file: 'pdf/write/draw-page.ts',
    mutants: ["statement removed: colour = '';"],
    kind: 'equal',
    reason: 'Grounds are drawn first on a page, when no colour is known yet.',
  },
  {
    file: 'pdf/write/draw-page.ts',
    mutants: ["string: '' → 'mutant' (3)"],
    kind: 'equal',
    reason: 'Any word that is no colour operator lets the next colour be written.',
  },
  {
    file: 'pdf/write/draw-page.ts',
    mutants: [
      'guard removed: mark.actualText !== undefined || mark.runs.every((run) => run.actualText === un… → false',
    ],
    kind: 'equal',
    reason:
      'Runs without an actual text are put together again to what they were, and a mark that has one (a tab) has one run. The guard saves the work.',
  },
  {
    file: 'pdf/write/draw-page.ts',
    mutants: ['boundary: Math.abs(run.width - cursor) > 0.05 → (Math.abs(run.width - cursor)) >= (0.05)'],
    kind: 'equal',
    reason: 'A twentieth of a thousandth is a tolerance; no advance of a face makes exactly that.',
  },
  {
    file: 'pdf/write/pdfkit-adapter.ts',
    mutants: [
      'number: 65_536 → 65537',
      'boundary: chunk.length > blockBytes → (chunk.length) >= (blockBytes)',
    ],
    kind: 'equal',
    reason: 'The size of the pieces in which bytes are held: the bytes are the same.',
  },
  {
    file: 'pdf/write/pdfkit-adapter.ts',
    mutants: ["string: 'error' → ''"],
    kind: 'open',
    reason:
      'pdfkit writes to memory and throws what it has to say; the listener is there for a version that would emit it, and only pdfkit could be made to.',
  },
  {
    file: 'pdf/write/write-structure.ts',
    mutants: ["string: 'Document' → ''"],
    kind: 'equal',
    reason: 'The root is opened without the question whether it is empty.',
  },
  {
    file: 'pdf/write/write-structure.ts',
    mutants: ['boundary: a > b → (a) >= (b)'],
    kind: 'equal',
    reason: 'No two elements have the same id.',
  },
  {
    file: 'pdf/write/write-structure.ts',
    mutants: ['statement removed: continue;'],
    kind: 'equal',
    reason: 'An element is no slot, so that nothing is drawn for it below.',
  },
  {
    file: 'pdf/write/write-structure.ts',
    mutants: ["logic: picture && owner.O === 'Layout' → (picture) || (owner.O === 'Layout')"],
    kind: 'equal',
    reason:
      'What has a picture has no other attributes than those of its layout, and a box that is undefined is not written.',
  },
  {
    file: 'pdf/write/xmp.ts',
    mutants: ['guard removed: !extension → false', "string: '' → 'mutant' (14)"],
    kind: 'equal',
    reason: 'Only claims with an extension are asked; the guard is for the compiler.',
  },
];
