import { parseDocument, type Document, type YAMLParseError } from 'yaml';

/** How YAML is taken. */
export interface ParseYamlOptions {
  /** Whether numbers, flags and nulls are told from text (YAML 1.2 §10.3, core schema), or all is text (§10.1, failsafe). */
  readonly scalars: 'typed' | 'text';
  /** Whether a key may stand there twice, and a document behind the first, for who looks at that itself. */
  readonly lenient?: boolean;
}

/** Parses one YAML document, in the one way in which all of Tagleaf does; its errors carry offsets. */
export function parseYaml(text: string, { scalars, lenient = false }: ParseYamlOptions): Document.Parsed {
  return parseDocument(text, {
    schema: scalars === 'typed' ? 'core' : 'failsafe',
    uniqueKeys: !lenient,
    prettyErrors: false,
    // Of yaml 2.9: when silent, it drops a second document without an error.
    ...(lenient && { logLevel: 'silent' }),
  });
}

/** What is said of a document that ends the stack. */
export const tooDeep = 'lists or maps are nested too deep; write it with fewer levels';

/** Why a text is not YAML, and the cure. */
export function explainYamlError({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  if (code === 'MULTIPLE_DOCS')
    return 'a second document begins here; take out the line `---` or `...` before it';
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep;
  const cure = cureByMessage.find(([start]) => message.startsWith(start))?.[1] ?? cures[code];
  return cure === undefined ? message : `${message}; ${cure}`;
}

const indent = 'indent lines that belong together by the same number of spaces';

/** Of yaml 2.9, where a code stands for several mistakes. */
const cureByMessage: readonly (readonly [start: string, cure: string])[] = [
  ['A block sequence', indent],
  ['Flow ', 'close each bracket and brace, and indent what stands between'],
  ['Implicit ', 'a line begins with a key, a colon and a space, or is indented as a part of the value above'],
  ['Missing closing', 'a value ends with the quote that it begins with'],
  ['Unexpected block-seq-ind', 'a list begins on a line of its own'],
];

const cures: Partial<Record<YAMLParseError['code'], string>> = {
  ALIAS_PROPS: 'write the value out instead of `*name`',
  BAD_ALIAS: 'text that begins with `*` or `&` stands in quotes',
  BAD_DQ_ESCAPE: 'between double quotes a backslash is written `\\\\`',
  BAD_INDENT: indent,
  BAD_SCALAR_START: 'put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a value that holds “: ” stands in quotes',
  BLOCK_IN_FLOW: 'between brackets and braces put commas, and no lines that begin with a hyphen',
  DUPLICATE_KEY: 'the key stands above already: keep one of the two',
  TAB_AS_INDENT: 'indent with spaces',
  UNEXPECTED_TOKEN:
    'keys of one map begin in one column, and a value that holds quotes, brackets or commas stands in quotes',
};
