/** How pages look. */
export interface Theme {
  readonly name: string;
}
