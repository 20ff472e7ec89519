import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { pumpsOf } from './pumps.ts';
import { slowPump } from './slow-pump.ts';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src');

interface Found {
  readonly path: string;
  readonly written: string;
  readonly expression: RegExp;
}

/** All literal expressions of a file. */
function findExpressions(path: string, text: string): readonly Found[] {
  const found: Found[] = [];
  new Visitor({
    Literal: (node) => {
      if (!('regex' in node)) return;
      const { pattern, flags } = node.regex;
      const expression = new RegExp(pattern, flags);
      found.push({ path, written: `/${pattern}/${flags}`, expression });
    },
  }).visit(parseSync(path, text).program);
  return found;
}

const expressions = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .flatMap((file) => findExpressions(relative(src, file).split(sep).join('/'), readFileSync(file, 'utf8')));

/**
 * Expressions that take the square of some text, by their files. Not each of them meets texts without bound; whoever touches one makes
 * it linear and takes it out, and none is added without a reason why its texts are short.
 */
const known: readonly (readonly [path: string, written: string])[] = [
  ['collections/member-names.ts', String.raw`/(?:\/_?index)?(?:\.(?:html?|md|markdown))?\/*$/iu`],
  ['csv/read-csv.ts', String.raw`/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/gu`],
  ['csv/read-csv.ts', String.raw`/(?:"((?:[^"]|"")*)"|([^"|\r\n]*))(\||\r?\n)/gu`],
  ['intake/write-markdown.ts', String.raw`/:(?=\S{0,2000}[[{])/gu`],
  ['lint/check-fakes.ts', String.raw`/[\n.!?]\s*./u`],
  [
    'lint/fix-source.ts',
    String.raw`/(` +
      '`' +
      String.raw`+)(?!` +
      '`' +
      String.raw`)[^]*?(?<!` +
      '`' +
      String.raw`)\1(?!` +
      '`' +
      String.raw`)|<[^<>]*>|\]\([^()\s]*|(?:[ \u00A0]|&nbsp;|&#160;|&#x0*a0;)+/giu`,
  ],
  ['lint/fix-source.ts', String.raw`/&[^;]+;/gu`],
  ['filing/metadata/identify-format.ts', String.raw`/pdfaid:part(?:>|=")([^<"]*)[<"]/u`],
  ['filing/metadata/identify-format.ts', String.raw`/pdfaid:conformance(?:>|=")([^<"]*)[<"]/u`],
  [
    'intake/html/metadata.ts',
    String.raw`/^\s*Mirrored from (\S+) by HTTrack Website Copier\/[^,]*(?:,[^,]*\])?,?\s*(.*?)\s*$/u`,
  ],
  ['intake/html/metadata.ts', String.raw`/^\s*url:\s*(\S+)/mu`],
  ['intake/html/metadata.ts', String.raw`/^\s*saved date:\s*(.+?)\s*$/mu`],
  ['intake/input/decode-input.ts', String.raw`/<!--[^]*?-->/gu`],
  ['intake/input/decode-input.ts', String.raw`/<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/iu`],
  ['posts/blocks/build-inlines.ts', String.raw`/\[\^([^\]\s]+)\]/gu`],
  ['posts/generators/find-markup.ts', String.raw`/^\{([A-Za-z][\w:.-]*)\}[ \t]*(.*)$/u`],
  [
    'posts/generators/include-files.ts',
    String.raw`/\{%-?[ \t]*(include|include_relative|include_cached)[ \t]+([\w./-]+)([^%{}]*)%\}/gu`,
  ],
  ['posts/generators/read-braces.ts', String.raw`/\{(?:::([a-z]+)[^{}\r\n]{0,500}?|:\/([a-z]*))\}/uy`],
  [
    'posts/generators/read-call.ts',
    String.raw`/\s*,?\s*(?:([\w-]+)\s*(?:=|:(?!\/\/))\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"',][^\s,]*))/uy`,
  ],
  [
    'posts/generators/read-call.ts',
    String.raw`/(^|[\s,:=])"(.*?)"(?=\s+"|\s*,?\s*[\w-]+\s*[:=]|\s*,\s*"|\s*$)/gsu`,
  ],
  ['posts/generators/roles.ts', String.raw`/^(.*?)\s*\(([^()]*)\)\s*$/su`],
  ['posts/generators/roles.ts', String.raw`/^(.*?)\s*<([^<>]+)>\s*$/su`],
  ['posts/html/close-tokens.ts', String.raw`/<!--(?:-?>|[^]*?--!?>)/gu`],
  ['posts/html/limit-raw-nesting.ts', String.raw`/<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/giu`],
  ['posts/html/report-html.ts', String.raw`/<[?!](?!doctype)[^>]*>/giu`],
  ['posts/html/settle-html.ts', String.raw`/(?:\s+#+)?\s*$/u`],
  [
    'posts/leftovers/signs.ts',
    String.raw`/(?<=^|\n)\|[ :]{0,4}-{2,}[-:| ]{0,200}(?=\n|$)|(?<=^|\n)\+[-=]{3}[-=+]{0,200}(?=\n|$)/gu`,
  ],
  ['posts/source/limit-depth.ts', String.raw`/[ \t]*(?:>|[-+*:]|\d{1,9}[.)])/gu`],
  [
    'posts/source/read-suppressions.ts',
    String.raw`/^<!--\s*a11y-ignore\s+([a-z][a-z0-9-]*)\s*(?::\s*(.*?))?\s*-->\s*$/su`,
  ],
];

const isKnown = ({ path, written }: Found): boolean =>
  known.some(([itsPath, expression]) => itsPath === path && expression === written);

describe('an expression of src', { timeout: 120_000 }, () => {
  test('takes no more than its length on any text that pumps one of its parts', () => {
    expect(expressions.length).toBeGreaterThan(500);
    const tried = new Map(
      expressions.filter((found) => !isKnown(found)).map((found) => [found.written, found]),
    );
    const slow = [...tried.values()].flatMap(({ path, written, expression }) => {
      const pump = slowPump(expression, pumpsOf(expression));
      return pump === undefined ? [] : [{ path, written, pump }];
    });
    expect(slow).toEqual([]);
  });

  test.each(known)('of those known to be slow stands in %s: %s', (path, written) => {
    expect(expressions.some((found) => found.path === path && found.written === written)).toBe(true);
  });
});

describe('an expression is seen that takes', { timeout: 120_000 }, () => {
  test.each([
    ['a power', /\S+[:@.]\/*\S+\/\S+|\bwww\.\S+/gu],
    ['a square from each start', /-+$/u],
    ['a square within one match', /^(\w+)[\w-]*=$/u],
    ['a square over what is never closed', /<!--[^]*?-->/gu],
  ])('%s', (_name, expression) => {
    expect(slowPump(expression, pumpsOf(expression))).toBeDefined();
  });

  test.each([/(?<!-)-+$/u, /^\s*\w+/u, /[a-z]+/gu, /<[a-z]{1,20}>/giu])('and not %s', (expression) => {
    expect(pumpsOf(expression)).not.toEqual([]);
    expect(slowPump(expression, pumpsOf(expression))).toBe(undefined);
  });
});
