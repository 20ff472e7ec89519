import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Expression, type Node, parseSync, type Span, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Rooms that draw, and the tables that name what they draw by. */
const rooms: readonly { readonly folder: string; readonly tables: readonly string[] }[] = [
  { folder: 'pdf/layout', tables: [] },
  { folder: 'cover', tables: ['cover/cover-colours.ts', 'cover/cover-metrics.ts'] },
];

/** Constants of these rooms that are no measure of the look: a file, its name and why it stands in no table. */
const allowed: readonly { readonly path: string; readonly name: string; readonly why: string }[] = [
  { path: 'cover/cover-words.ts', name: 'longest', why: 'how much is looked at' },
  { path: 'cover/cover-words.ts', name: 'listedAtMost', why: 'how much a message quotes' },
  { path: 'cover/draw-cover.ts', name: 'indexed', why: 'how PNG says what a pixel is' },
  { path: 'cover/draw-cover.ts', name: 'anySizePt', why: 'a size that another takes the place of' },
  { path: 'cover/draw-line.ts', name: 'digits', why: 'how a number is written' },
  { path: 'cover/lay-words.ts', name: 'byteValues', why: 'what a byte can be' },
  { path: 'cover/reduce-colours.ts', name: 'channels', why: 'of what a pixel is made' },
  { path: 'pdf/layout/context.ts', name: 'pixelPt', why: 'what a pixel of HTML is' },
  { path: 'pdf/layout/flow/layout-blocks.ts', name: 'noticedPt', why: 'the error of sums that were rounded' },
  { path: 'pdf/layout/inline/check-text.ts', name: 'mostQuoted', why: 'how much a message quotes' },
  {
    path: 'pdf/layout/inline/layout-lines.ts',
    name: 'touchingPt',
    why: 'the error of sums that were rounded',
  },
  { path: 'pdf/layout/table/column-groups.ts', name: 'evenSteps', why: 'how often a search halves' },
  { path: 'pdf/layout/table/align-figures.ts', name: 'longest', why: 'how much is looked at' },
  { path: 'pdf/layout/table/split-row.ts', name: 'roundedPt', why: 'the error of sums that were rounded' },
  { path: 'pdf/layout/pages/open-page.ts', name: 'tolerancePt', why: 'the error of sums that were rounded' },
];

/** Numbers that count, halve and double; where a measure stands, even they are one. */
const counting: ReadonlySet<number> = new Set([0, 1, 2]);

/** Glyphs are measured in thousandths of their size. */
const glyphUnits = 1000;

/** Functions that write numbers: their base and the count of their digits are no measures. */
const writingCalls = /\.(?:toString|padStart)$/u;

/** How the names of measures end. */
const measureName = /(?:Pt|Px|Ems|Leadings|Share|^top|^y|^x|^start)$/u;

/** Functions whose numbers are measures. */
const measureCalls = /^(?:spacer|withGap|withGapOf|indented)$/u;

/** Numbers in a text with blanks for others, as paths of SVG are written; not those of names and addresses. */
const textNumber = /(?<![\w#./-])-?\d+(?:\.\d+)?(?![\w/])/gu;

interface Literal {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Every number of a file that is a measure and has no name, in the order of its text; those of `except` left out. */
function findMeasures(path: string, text: string, except: readonly string[] = []): readonly Literal[] {
  const found = new Map<number, Literal>();
  const written = ({ start, end }: Span): string => text.slice(start, end);
  const add = (node: Span): void => {
    const line = text.slice(0, node.start).split('\n').length;
    found.set(node.start, { path, line, text: written(node) });
  };
  const excepted: Span[] = [];
  /** A number that stands alone where a measure stands, even a small one. */
  const addSmall = (node: Node | null): void => {
    const value = node && numberOf(node);
    if (node && value !== undefined && value !== 0) add(node);
  };
  const isMeasure = (node: Expression | ({ readonly type: 'PrivateIdentifier' } & Span)): boolean =>
    measureName.test(/[\w$]+$/u.exec(written(node))?.[0] ?? '');
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'number' && !counting.has(node.value)) add(node);
    },
    TemplateElement: (node) => {
      for (const { 0: number, index } of written(node).matchAll(textNumber)) {
        const start = node.start + index;
        if (!counting.has(Math.abs(Number(number)))) add({ start, end: start + number.length });
      }
    },
    Property: (node) => {
      if (measureName.test(written(node.key))) addSmall(node.value);
    },
    VariableDeclarator: (node) => {
      const name = written(node.id);
      if (except.includes(name)) excepted.push(node);
      if (measureName.test(name)) addSmall(node.init);
    },
    AssignmentPattern: (node) => {
      if (measureName.test(written(node.left))) addSmall(node.right);
    },
    CallExpression: (node) => {
      if (writingCalls.test(written(node.callee))) excepted.push(...node.arguments);
      if (measureCalls.test(written(node.callee))) for (const argument of node.arguments) addSmall(argument);
    },
    BinaryExpression: (node) => {
      if (node.operator === '<<') excepted.push(node.right);
      if (node.operator === '/' && numberOf(node.right) === glyphUnits) excepted.push(node.right);
      if (!/^[+-]$/u.test(node.operator)) return;
      if (isMeasure(node.left)) addSmall(node.right);
      if (isMeasure(node.right)) addSmall(node.left);
    },
  }).visit(parseSync(path, text).program);
  const isExcepted = (at: number): boolean => excepted.some(({ start, end }) => at >= start && at < end);
  return [...found]
    .filter(([at]) => !isExcepted(at))
    .toSorted(([left], [right]) => left - right)
    .map(([, literal]) => literal);
}

function numberOf(node: Node): number | undefined {
  if (node.type === 'UnaryExpression') return numberOf(node.argument);
  return node.type === 'Literal' && typeof node.value === 'number' ? node.value : undefined;
}

const files = rooms.flatMap(({ folder, tables }) =>
  readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(src, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
    .filter(({ path }) => !tables.includes(path)),
);

describe.each(rooms)('$folder', ({ folder, tables }) => {
  test('has no measure outside its tables', () => {
    const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
    expect(own.length).toBeGreaterThan(5);
    const measures = own.flatMap(({ path, text }) =>
      findMeasures(
        path,
        text,
        allowed.filter((entry) => entry.path === path).map(({ name }) => name),
      ),
    );
    expect(measures).toEqual([]);
  });

  test.each(allowed.filter(({ path }) => path.startsWith(`${folder}/`)))(
    'needs $name in $path: $why',
    ({ path, name }) => {
      const text = files.find((file) => file.path === path)?.text ?? '';
      const found = findMeasures(path, text);
      expect(findMeasures(path, text, [name]).length).toBeLessThan(found.length);
    },
  );

  test.each(tables)('needs %s', (path) => {
    expect(findMeasures(path, readFileSync(join(src, path), 'utf8'))).not.toEqual([]);
  });
});

describe('a measure is seen', () => {
  test.each([
    ['const widthPt = Math.min(120, style.widthPt);', '120'],
    ['const gap = leadingPt * 0.5;', '0.5'],
    ['const units = [spacer(7)];', '7'],
    ['withGapOf(units, 1);', '1'],
    ['const first = { ...unit, gapPt: 1 };', '1'],
    ['const barPt = 2;', '2'],
    ['const { firstIndentPt = 2 } = style;', '2'],
    ['const wide = widthPt + 2;', '2'],
    ['const left = style.x - 1;', '1'],
    ['raise(setting, -0.18);', '0.18'],
    ['const many = lines.length > 3;', '3'],
    ['const least = Math.max(room, 4);', '4'],
    ['const wide = Math.max(room, 1000);', '1000'],
    ['const leftPx = 2;', '2'],
    ['const sizes = [230];', '230'],
    ['const path = `M0 ${top}C${side} -560 1 2 0 0Z`;', '-560'],
    ['const rule = `<rect y="${y}" height="3"/>`;', '3'],
  ])('%s', (text, number) => {
    expect(findMeasures('a.ts', `const before = 1;\n${text}`)).toEqual([
      { path: 'a.ts', line: 2, text: number },
    ]);
  });

  test.each([
    'const half = widthPt / 2;',
    'const both = 2 * insetsPt.cell;',
    'const last = lines.length - 1;',
    'const first = lines[0];',
    'const rest = lines.slice(1);',
    'const widthPt = (width * sizePt) / 1000;',
    'const gapPt = 0;',
    'const odd = level % 2 === 1;',
    "const code = point.toString(16).padStart(4, '0');",
    "const text = '120';",
    'const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}">`;',
    'const moved = `translate(${x} 0) scale(-1 1)`;',
    'const colour = (red << 16) | (green << 8) | blue;',
    '// 120 points',
  ])('what is none: %s', (text) => {
    expect(findMeasures('a.ts', text)).toEqual([]);
  });
});
