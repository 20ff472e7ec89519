/** A room whose tests are mutated: which tests are asked, and how many mutants a run takes of it. */
export interface Room {
  /** A folder below `src`, with all that is below it. */
  readonly folder: string;
  /** Folders and files of tests: the quick ones that cover it. */
  readonly tests: readonly string[];
  readonly mutants: number;
}

/** The rooms whose promises are the dearest: what is kept or deleted, what is filed, and what stands on a page. */
export const rooms: readonly Room[] = [
  {
    folder: 'custody',
    tests: ['tests/custody', 'tests/store/commands.test.ts', 'tests/catalogue/rule-groups.test.ts'],
    mutants: 120,
  },
  {
    folder: 'filing',
    tests: [
      'tests/filing/pack-record.test.ts',
      'tests/filing/read-reports.test.ts',
      'tests/filing/filed-templates.test.ts',
      'tests/catalogue/rule-groups.test.ts',
      'tests/filing/metadata',
      'tests/filing/scan/apply-',
      'tests/filing/scan/scan-',
    ],
    mutants: 140,
  },
  {
    folder: 'pdf/structure',
    tests: ['tests/pdf/structure', 'tests/pdf/render-collection.test.ts'],
    mutants: 80,
  },
  {
    folder: 'pdf/layout',
    // Not those of its measures, which read the sources as they are written.
    tests: [
      'tests/pdf/layout/display-list',
      'tests/pdf/layout/draw-back',
      'tests/pdf/layout/layout-document',
      'tests/pdf/layout/link-areas',
      'tests/pdf/layout/mirror',
      'tests/pdf/layout/page-st',
      'tests/pdf/layout/paginate',
      'tests/pdf/layout/place-ids',
      'tests/pdf/layout/row-heights',
      'tests/pdf/layout/table-',
      'tests/pdf/layout/wide-tables',
      'tests/pdf/render-collection.test.ts',
    ],
    mutants: 80,
  },
  {
    folder: 'pdf/write',
    tests: ['tests/pdf/write', 'tests/pdf/render-collection.test.ts'],
    mutants: 120,
  },
];
