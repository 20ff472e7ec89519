import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor, type Expression } from 'oxc-parser';

/** A regular expression of `src`, and how it is written there. */
export interface Found {
  readonly path: string;
  readonly written: string;
  readonly expression: RegExp;
}

const src = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src');

/**
 * What stands for data in expressions that are put together, by what is written there: names without a sign that expressions know, and single
 * letters.
 */
const data: Readonly<Record<string, string>> = {
  tagName: 'script',
  name: 'title',
  monthAlternatives: 'march|mar|mars',
  'end[1]': 'section',
  "name.replaceAll('$', '\\\\$')": 'config',
  'letter(0)': '\ue000',
  'letter(digits - 1)': '\ue03f',
  'letter(digits)': '\ue040',
  'String.fromCharCode(base)': '\ue000',
  'String.fromCharCode(base + digits)': '\ue040',
};

/** All expressions of `src`: those that are written as such, and those that `new RegExp` puts together. */
export function readExpressions(): readonly Found[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => expressionsOf(relative(src, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}

/** @throws Error for `new RegExp` of what is neither a template of constants and known data, nor of data that a quantifier follows. */
export function expressionsOf(path: string, text: string): readonly Found[] {
  const found: Found[] = [];
  const constants = new Map<string, Expression>();
  const { program } = parseSync(path, text);
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init !== null) constants.set(id.name, init);
    },
  }).visit(program);
  const add = (pattern: string, flags: string): void => {
    found.push({ path, written: `/${pattern}/${flags}`, expression: new RegExp(pattern, flags) });
  };
  const fail = (node: Expression, why: string): never => {
    throw new Error(`${path}: ${text.slice(node.start, node.end)} ${why}`);
  };
  const valueOf = (node: Expression): string => {
    if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
    const named =
      node.type === 'MemberExpression' && node.object.type === 'Identifier' ? node.object.name : '';
    const other = constants.get(named);
    if (
      other?.type === 'Literal' &&
      'regex' in other &&
      text.slice(node.start, node.end) === `${named}.source`
    )
      return other.regex.pattern;
    const isRaw = node.type === 'TaggedTemplateExpression' && node.quasi.expressions.length === 0;
    if (isRaw && text.slice(node.tag.start, node.tag.end) === 'String.raw')
      return node.quasi.quasis[0]?.value.raw ?? '';
    if (node.type !== 'TemplateLiteral') return fail(node, 'is no constant and no data that is known');
    return node.quasis
      .map(({ value }, index) => {
        const part = node.expressions[index];
        if (part === undefined) return value.cooked ?? '';
        const known = data[text.slice(part.start, part.end)];
        const constant = part.type === 'Identifier' ? constants.get(part.name) : undefined;
        const behind = node.quasis[index + 1]?.value.cooked ?? '';
        if (known !== undefined && known.length > 1 && /^[*+?{]/u.test(behind))
          fail(part, 'is data, and a quantifier follows it');
        return (value.cooked ?? '') + (known ?? valueOf(constant ?? part));
      })
      .join('');
  };
  new Visitor({
    Literal: (node) => {
      if ('regex' in node) add(node.regex.pattern, node.regex.flags);
    },
    NewExpression: ({ callee, arguments: [pattern, flags] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return;
      if (pattern === undefined || pattern.type === 'SpreadElement') throw new Error(`${path}: new RegExp()`);
      const isGiven = flags?.type === 'Literal' && typeof flags.value === 'string';
      add(valueOf(pattern), isGiven ? String(flags.value) : '');
    },
  }).visit(program);
  return found;
}
