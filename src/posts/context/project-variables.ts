import { readYaml } from '../front-matter/read-yaml.ts';
import { foldersOf, type IncludedFile } from '../generators/include-files.ts';

/** What looking for variables needs to know. */
export interface ProjectVariablesOptions {
  /** The words of a file of text inside the folder of the posts. */
  readonly read: (path: string) => string | undefined;
  /** The path of the post inside that folder. */
  readonly path: string;
  /** Told of the file, when one of its words is used. */
  readonly onUse: (file: IncludedFile) => void;
}

/**
 * What gives the words that a project of Quarto has for a name (`version`, `email.info`), by the nearest `_variables.yml` in the folders
 * that the post lies in. The file is read when a name is first asked for.
 */
export function projectVariables({
  read,
  path,
  onUse,
}: ProjectVariablesOptions): (name: string) => string | undefined {
  let known: { readonly file: IncludedFile; readonly values: unknown } | 'none' | undefined;
  const find = (): typeof known => {
    for (const folder of foldersOf(path)) {
      const file = `${folder}_variables.yml`;
      const text = read(file);
      if (text !== undefined && text.length <= most)
        return { file: { path: file, text }, values: readYaml(text, 'yaml').values };
    }
    return 'none';
  };
  return (name) => {
    known ??= find();
    if (known === undefined || known === 'none') return undefined;
    let value: unknown = known.values;
    for (const part of name.split('.')) {
      const isMap = typeof value === 'object' && value !== null;
      value = isMap ? Object.getOwnPropertyDescriptor(value, part)?.value : undefined;
    }
    if (typeof value !== 'string') return undefined;
    onUse(known.file);
    return value;
  };
}

/** A file of so many units of text is no list of a few words. */
const most = 100_000;
