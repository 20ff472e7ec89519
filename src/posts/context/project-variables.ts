import { hugoParamFiles } from './hugo-param-files.ts';
import { readToml } from '../front-matter/read-toml.ts';
import { readYaml } from '../front-matter/read-yaml.ts';
import { sphinxProjects } from './sphinx-projects.ts';
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

/** The words that a project has for a name, by what asks for them: `var` of Quarto, `param` of Hugo, `xref:` of MyST. */
export type ProjectVariable = (name: string, call: VariableCall) => string | undefined;

/** The names of files that say such words for all posts below their folder. */
const ownFiles = { var: ['_variables.yml'], xref: ['myst.yml', 'myst.yaml', 'conf.py'] };

/** The paths of all files that may, from the folder of the site. */
export const variableFiles: readonly string[] = [
  ...ownFiles.var,
  ...ownFiles.xref,
  ...hugoParamFiles.map(({ file }) => file),
];

/** What asks for the words of a project. */
export type VariableCall = 'var' | 'param' | 'xref';

/**
 * What gives the words that a project has for a name (`version`, `email.info`): for Quarto by the nearest `_variables.yml` in the folders
 * that the post lies in, for MyST by the nearest `myst.yml` or `conf.py` of Sphinx, for Hugo by the `params` of the site's configuration, in whatever case. A
 * file is read when a name is first asked for.
 */
export function projectVariables({ read, path, onUse }: ProjectVariablesOptions): ProjectVariable {
  const known = new Map<string, readonly ValuesOfFile[]>();
  const above = (names: readonly string[]): typeof hugoParamFiles =>
    foldersOf(path).flatMap((folder) => names.map((name) => ({ file: folder + name, at: '' })));
  const sources = {
    var: above(ownFiles.var),
    param: hugoParamFiles,
    xref: above(ownFiles.xref),
  };
  const find = (call: VariableCall): readonly ValuesOfFile[] => {
    const found: ValuesOfFile[] = [];
    for (const { file, at } of sources[call]) {
      const text = read(file);
      if (text === undefined || text.length > most) continue;
      found.push({
        file: { path: file, text },
        values: at === '' ? valuesOf(file, text) : member(valuesOf(file, text), at),
      });
      if (call !== 'param') break;
    }
    return found;
  };
  return (name, call) => {
    const files = known.get(call) ?? find(call);
    known.set(call, files);
    for (const { file, values } of files) {
      const value = wordsAt(values, name);
      if (value === undefined) continue;
      onUse(file);
      return value;
    }
    return undefined;
  };
}

interface ValuesOfFile {
  readonly file: IncludedFile;
  readonly values: unknown;
}

function valuesOf(file: string, text: string): unknown {
  if (file.endsWith('.py')) return { project: { references: sphinxProjects(text) } };
  if (file.endsWith('.toml')) return readToml(text).values;
  return readYaml(text, file.endsWith('.json') ? 'json' : 'yaml').values;
}

/** The words that values have at a name with dots between its parts: as it is written, else in whatever case. */
function wordsAt(values: unknown, name: string): string | undefined {
  let value = values;
  for (const part of name.split('.')) value = member(value, part);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function member(values: unknown, name: string): unknown {
  if (typeof values !== 'object' || values === null) return undefined;
  const entries = Object.entries(values);
  const found =
    entries.find(([key]) => key === name) ??
    entries.find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1];
}

/** A file of so many units of text is no list of a few words. */
const most = 100_000;
