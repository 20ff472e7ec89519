/** The sizes of paper that a PDF can have. */
export type PageSize = 'letter' | 'a4';
