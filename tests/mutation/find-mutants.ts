import { parseSync, visitorKeys } from 'oxc-parser';

/** One small fault that could be made in a source. */
export interface Mutant {
  readonly operator: Operator;
  /** What it takes the place of: offsets into the source, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly original: string;
  /** The faulty expression; absent where a statement is left out. */
  readonly replacement?: string;
}

/** The kinds of fault, in the words of the reports. */
export type Operator =
  | 'boundary'
  | 'comparison'
  | 'condition'
  | 'guard removed'
  | 'logic'
  | 'arithmetic'
  | 'sign'
  | 'number'
  | 'string'
  | 'boolean'
  | 'spread removed'
  | 'call removed'
  | 'statement removed'
  | 'throw removed';

/** What is asked of a node of the tree, whatever its type (ESTree). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

type Found = Omit<Mutant, 'line' | 'original'>;

const swapped: Readonly<Record<string, readonly [Operator, string][]>> = {
  '<': [
    ['boundary', '<='],
    ['comparison', '>='],
  ],
  '<=': [
    ['boundary', '<'],
    ['comparison', '>'],
  ],
  '>': [
    ['boundary', '>='],
    ['comparison', '<='],
  ],
  '>=': [
    ['boundary', '>'],
    ['comparison', '<'],
  ],
  '===': [['comparison', '!==']],
  '!==': [['comparison', '===']],
  '+': [['arithmetic', '-']],
  '-': [['arithmetic', '+']],
  '*': [['arithmetic', '/']],
  '/': [['arithmetic', '*']],
};

/** Methods without which a list or a text is still one. */
const droppable: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'toLowerCase',
  'toReversed',
  'toSorted',
  'trim',
]);

/**
 * Every fault that the operators make of a source, in the order of the source. Types, imports and names of keys are left alone, and
 * so is a literal to the right of `??`: nearly all of these stand there for the compiler and are never reached.
 *
 * @throws Error where the source does not parse.
 */
export function findMutants(path: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const found: Found[] = [];
  for (const [node, parents] of walk(asNode(program))) found.push(...mutantsOf(node, parents, source));
  return found
    .toSorted((left, right) => left.start - right.start || right.end - left.end)
    .map((mutant) => ({
      ...mutant,
      line: source.slice(0, mutant.start).split('\n').length,
      original: source.slice(mutant.start, mutant.end),
    }));
}

/** Every node that runs, with those around it from the inside out. */
export function* walk(
  node: Node,
  parents: readonly Node[] = [],
): Generator<readonly [node: Node, parents: readonly Node[]]> {
  yield [node, parents];
  for (const child of childrenOf(node)) yield* walk(child, [node, ...parents]);
}

function childrenOf(node: Node): readonly Node[] {
  const keys = visitorKeys[node.type] ?? [];
  return keys
    .filter((key) => !isFixed(node, key))
    .flatMap((key) => node[key])
    .filter(isNode)
    .filter(
      ({ type }) => !type.startsWith('TS') || ['TSAsExpression', 'TSSatisfiesExpression'].includes(type),
    )
    .filter(({ type }) => !/^(?:Import|ExportAll)Declaration$/u.test(type));
}

/** The name of a key, and the module that an export comes from. */
function isFixed(node: Node, key: string): boolean {
  return (key === 'key' && node['computed'] !== true) || (key === 'source' && node.type.startsWith('Export'));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function asNode(value: unknown): Node {
  if (isNode(value)) return value;
  throw new Error('The parser gives no tree');
}

function mutantsOf(node: Node, parents: readonly Node[], source: string): readonly Found[] {
  const text = (of: Node): string => source.slice(of.start, of.end);
  const at = ({ start, end }: Node, operator: Operator, replacement?: string): Found => ({
    operator,
    start,
    end,
    ...(replacement === undefined ? {} : { replacement }),
  });
  const child = (key: string): Node => asNode(node[key]);
  switch (node.type) {
    case 'BinaryExpression': {
      const [left, right] = [text(child('left')), text(child('right'))];
      const isText = /^['`]/u.test(left) || /^['`]/u.test(right);
      return (swapped[String(node['operator'])] ?? [])
        .filter(([operator]) => operator !== 'arithmetic' || !isText)
        .map(([operator, sign]) => at(node, operator, `(${left}) ${sign} (${right})`));
    }
    case 'AssignmentExpression': {
      const sign = { '+=': '-=', '-=': '+=' }[String(node['operator'])];
      const isText = /^['`]/u.test(text(child('right')));
      if (sign === undefined || isText) return [];
      return [at(node, 'arithmetic', `${text(child('left'))} ${sign} (${text(child('right'))})`)];
    }
    case 'LogicalExpression': {
      const sign = { '&&': '||', '||': '&&' }[String(node['operator'])];
      const [left, right] = [text(child('left')), text(child('right'))];
      return sign === undefined ? [] : [at(node, 'logic', `(${left}) ${sign} (${right})`)];
    }
    case 'UnaryExpression': {
      const operator = ({ '!': 'condition', '-': 'sign' } as const)[String(node['operator'])];
      return operator === undefined ? [] : [at(node, operator, text(child('argument')))];
    }
    case 'IfStatement':
      return [
        ...(needsNegation(child('test'))
          ? [at(child('test'), 'condition', `!(${text(child('test'))})`)]
          : []),
        ...(isGuard(node) ? [at(child('test'), 'guard removed', 'false')] : []),
      ];
    case 'ConditionalExpression':
      return needsNegation(child('test'))
        ? [at(child('test'), 'condition', `!(${text(child('test'))})`)]
        : [];
    case 'Literal':
      return literals(node, parents[0], at);
    case 'TemplateLiteral':
      return parents[0]?.type === 'TaggedTemplateExpression' ? [] : [at(node, 'string', "''")];
    case 'SpreadElement': {
      const empty = parents[0]?.type === 'ObjectExpression' ? '{}' : '[]';
      return [at(child('argument'), 'spread removed', empty)];
    }
    case 'CallExpression':
      return droppedCall(node, parents, text).map((replacement) => at(node, 'call removed', replacement));
    case 'ExpressionStatement':
      return typeof node['directive'] === 'string' ? [] : [at(node, 'statement removed')];
    case 'ThrowStatement':
      return [at(node, 'throw removed')];
    case 'ContinueStatement':
      return [at(node, 'statement removed')];
    default:
      return [];
  }
}

/** A comparison and a `!` are turned round by their own operators. */
function needsNegation(test: Node): boolean {
  const isComparison = test.type === 'BinaryExpression' && String(test['operator']) in swapped;
  return !isComparison && !(test.type === 'UnaryExpression' && test['operator'] === '!');
}

/** `if (…) return …;` and its like, after which the function goes on. */
function isGuard(node: Node): boolean {
  if (node['alternate'] !== null) return false;
  const { consequent } = node;
  return (
    isNode(consequent) && ['ReturnStatement', 'ThrowStatement', 'ContinueStatement'].includes(consequent.type)
  );
}

function literals(
  node: Node,
  parent: Node | undefined,
  at: (of: Node, operator: Operator, replacement: string) => Found,
): readonly Found[] {
  if (parent?.type === 'LogicalExpression' && parent['operator'] === '??' && parent['right'] === node)
    return [];
  const { value } = node;
  if (typeof value === 'number') return [at(node, 'number', String(value + 1))];
  if (typeof value === 'boolean') return [at(node, 'boolean', String(!value))];
  if (typeof value !== 'string' || parent?.type === 'ExpressionStatement') return [];
  return [at(node, 'string', value === '' ? "'mutant'" : "''")];
}

/** `list.filter(…)` → `list`; not within `?.`, where brackets would end what is skipped. */
function droppedCall(node: Node, parents: readonly Node[], text: (of: Node) => string): readonly string[] {
  const { callee } = node;
  if (!isNode(callee) || callee.type !== 'MemberExpression') return [];
  const { object, property } = callee;
  if (!isNode(object) || !isNode(property) || !droppable.has(text(property))) return [];
  const chained = parents.some(({ type }) => type === 'ChainExpression');
  return chained ? [] : [text(object)];
}
