/** Where a page of the PDF begins: its printed label and the `Text.offset`-based position of the first character on it. */
export interface PageStart {
  readonly label: string;
  readonly offset: number;
}
