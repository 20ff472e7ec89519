/** The part of EJS 3.1 that is used: the package ships no types. */
declare module 'ejs' {
  /** The function of a template; its data are the variables that it sees. */
  export function compile(
    template: string,
    options?: { readonly filename?: string },
  ): (data: Readonly<Record<string, unknown>>) => string;
}
