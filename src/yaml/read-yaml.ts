import { isNode, visit, type Alias, type Document } from 'yaml';
import type { Place } from '../diagnostics/message.ts';
import { linePlaces } from '../document/line-places.ts';
import { explainYamlError, parseYaml, tooDeep, type ParseYamlOptions } from './parse-yaml.ts';
import { placeInYaml, type KeyPath } from './place-in-yaml.ts';
import { aliasesRefused, valueOfYaml } from './value-of-yaml.ts';

/** Something that is wrong with a file, and where. */
export interface YamlProblem {
  /** What is wrong and how it is cured, as a sentence without its full stop. */
  readonly reason: string;
  readonly place: Place;
}

/** What a YAML file says. */
export interface ReadYaml {
  /** `undefined` where there is a problem; `null` where the file says nothing. */
  readonly value: unknown;
  /** Where a key or an item is written; what is not there stands with the last key that is, or at the start of all. */
  readonly placeOf: (path: KeyPath) => Place;
  readonly problem?: YamlProblem;
}

/** How a file is read. */
export interface ReadYamlOptions extends Pick<ParseYamlOptions, 'scalars'> {
  /** How many values the aliases of the file may stand for: they can make a small file grow without end. */
  readonly aliases: number;
}

/** Reads a YAML file (JSON is YAML): its value, its places, and the first thing that is in the way of either. */
export function readYaml(text: string, { scalars, aliases }: ReadYamlOptions): ReadYaml {
  const { placeAt } = linePlaces(text);
  const start = placeAt(0, 0);
  const fail = (reason: string, place = start): ReadYaml => {
    return { value: undefined, placeOf: () => start, problem: { reason, place } };
  };
  const placeOfNode = (node: unknown): Place | undefined =>
    isNode(node) && node.range ? placeAt(node.range[0], node.range[1]) : undefined;
  try {
    const document = parseYaml(text, { scalars });
    const [error] = document.errors;
    if (error)
      return fail(`The file is not YAML: ${explainYamlError(error)}`, placeAt(error.pos[0], error.pos[1]));
    const { first, unset } = aliasesOf(document);
    if (unset) {
      const reason = `Nothing above is named \`&${unset.source}\`; text that begins with \`*\` stands in quotes`;
      return fail(reason, placeOfNode(unset));
    }
    const value = valueOf(document, aliases);
    if (value instanceof ReferenceError) {
      const reason = `A${aliasesRefused.slice(1)}`;
      return fail(reason, placeOfNode(first));
    }
    const whole = placeOfNode(document.contents) ?? start;
    return { value, placeOf: (path) => placeInYaml(document, path, placeAt) ?? whole };
  } catch (error) {
    // The stack of whoever goes through the document ends.
    if (error instanceof RangeError) return fail(`The file cannot be read: ${tooDeep}`);
    throw error;
  }
}

/** The value, or the error by which an alias is refused. */
function valueOf(document: Document.Parsed, aliases: number): unknown {
  try {
    return valueOfYaml(document, aliases);
  } catch (error) {
    if (error instanceof ReferenceError) return error;
    throw error;
  }
}

/** The first alias, and the first whose name nothing before it has. */
function aliasesOf(document: Document.Parsed): { readonly first?: Alias; readonly unset?: Alias } {
  const anchors = new Set<string>();
  let first: Alias | undefined;
  let unset: Alias | undefined;
  visit(document, {
    Value: (_key, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias: (_key, alias) => {
      first ??= alias;
      if (!anchors.has(alias.source)) unset ??= alias;
    },
  });
  return { ...(first && { first }), ...(unset && { unset }) };
}
