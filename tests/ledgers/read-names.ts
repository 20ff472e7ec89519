import { parseSync, type Node } from 'oxc-parser';

/** The names that a module declares at its top: functions, constants, classes, interfaces and types, exported or not. */
export function declaredNames(path: string, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of parseSync(path, text).program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.add(id.name);
    } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
      names.add(declaration.id.name);
    }
  }
  return names;
}

/** The titles of a test file, and all its strings. */
export interface TestNames {
  /** Of each test and each `describe` its own title behind those around it. */
  readonly paths: readonly (readonly string[])[];
  /** Every string and key that stands in the file: names of the cases of `test.each` among them. */
  readonly strings: ReadonlySet<string>;
}

/** Reads what a test file calls its tests. */
export function testNames(path: string, text: string): TestNames {
  const paths: (readonly string[])[] = [];
  const strings = new Set<string>();
  const visit = (value: unknown, around: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, around);
      return;
    }
    if (!isNode(value)) return;
    if (value.type === 'Literal' && typeof value.value === 'string') strings.add(value.value);
    if (value.type === 'Property' && value.key.type === 'Identifier') strings.add(value.key.name);
    const title = titleOf(value);
    const inside = title === undefined ? around : [...around, title];
    if (title !== undefined) paths.push(inside);
    for (const child of Object.values(value)) visit(child, inside);
  };
  visit(parseSync(path, text).program, []);
  return { paths, strings };
}

/** Whether titles name a test: they are the end of one of its paths, or all but the last are and that one is the name of a case. */
export function hasTest({ paths, strings }: TestNames, titles: readonly string[]): boolean {
  const isEnd = (parts: readonly string[]): boolean =>
    parts.length > 0 &&
    paths.some((path) => parts.every((part, index) => path.at(index - parts.length) === part));
  const last = titles.at(-1);
  if (last === undefined) return false;
  const around = titles.slice(0, -1);
  return isEnd(titles) || ((around.length === 0 || isEnd(around)) && strings.has(last));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

const runners = new Set(['test', 'it', 'describe']);

/** The title of a call of `test`, `describe.each(…)` and their like. */
function titleOf(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const [first] = node.arguments;
  let callee: Node = node.callee;
  while (callee.type === 'CallExpression' || callee.type === 'MemberExpression') {
    callee = callee.type === 'CallExpression' ? callee.callee : callee.object;
  }
  const isRunner = callee.type === 'Identifier' && runners.has(callee.name);
  return isRunner && first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
}

/** The keys of the object that a constant is made of: `const name = v.object({ … })`. Throws where there is none. */
export function objectKeys(path: string, text: string, name: string): readonly string[] {
  for (const statement of parseSync(path, text).program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      const [object] = init?.type === 'CallExpression' ? init.arguments : [];
      if (id.type !== 'Identifier' || id.name !== name || object?.type !== 'ObjectExpression') continue;
      return object.properties.flatMap((property): readonly string[] => {
        if (property.type !== 'Property') return [];
        const { key } = property;
        if (key.type === 'Identifier') return [key.name];
        return key.type === 'Literal' && typeof key.value === 'string' ? [key.value] : [];
      });
    }
  }
  throw new Error(`${path} declares no object ${name}`);
}
