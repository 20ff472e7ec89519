const mapping = /^intersphinx_mapping\s{0,20}=\s{0,20}\{([^{}]{0,20000})\}/mu;
const entry = /^[ \t]*["']([\w-]{1,100})["'][ \t]*:[ \t]*\([ \t]*["'](https?:\/\/[^"'\s]{1,1000})["']/gmu;

/** The addresses of other projects by the names that a `conf.py` of Sphinx gives them (`intersphinx_mapping`), each on a line of its own; none of its code is run. */
export function sphinxProjects(configuration: string): Readonly<Record<string, string>> {
  const entries = mapping.exec(configuration)?.[1] ?? '';
  return Object.fromEntries(
    [...entries.matchAll(entry)].map(([, name = '', address = '']) => [name, address]),
  );
}
