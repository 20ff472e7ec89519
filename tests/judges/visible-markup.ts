import { execFileSync } from 'node:child_process';

/**
 * What a reader would call markup, by the look of a line alone. Shares nothing with what the reading of posts knows: Poppler
 * says what stands on the page, in which lines, and in which face.
 */
const looks: readonly (readonly [name: string, look: RegExp])[] = [
  ['call or variable', /\{\{|\}\}|\{%|%\}|\{<|>\}/u],
  ['fence', /^:::|^```|^~~~|^\+\+\+$/u],
  ['alert', /^\[!\p{L}/u],
  ['admonition', /^(?:!!!|\?\?\?) ?\w/u],
  ['abbreviation', /^\*\[.*\]:/u],
  ['attributes', /\{[:#.][\w :#.="-]*\}|\{\w+=[^{}]*\}/u],
  ['emphasis', /(?:^|\s)\*\*\w.*\*\*|(?:^|\s)__\w.*__/u],
  ['link', /\]\((?:https?:|mailto:|\/|#)/u],
  ['shortcode', /\[\/?(?:caption|gallery|embed|video|audio)\b[^\]]*\]/u],
  ['formula', /\$\$.*[\\^_].*\$\$|\\begin\{/u],
];

/** The lines of a PDF that show markup to its readers, after the name of what they show. Code is passed over: it is set in a face of its own. */
export function visibleMarkup(path: string): readonly string[] {
  const options = ['-xml', '-i', '-q', '-enc', 'UTF-8', '-stdout', path];
  const xml = execFileSync('pdftohtml', options, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const fixed = new Set(
    [...xml.matchAll(/<fontspec id="(\d+)"[^>]* family="([^"]*)"/gu)]
      .filter(([, , family = '']) => family.includes('Mono'))
      .map(([, id]) => id),
  );
  const lines = new Map<string, string>();
  let page = '';
  for (const [, number, place = '', id, words = ''] of xml.matchAll(
    /<page number="(\d+)"|<text top="(\d+)"[^>]* font="(\d+)">(.*?)<\/text>/gu,
  )) {
    if (number !== undefined) page = number;
    else {
      // Faces of one line stand at heights that differ by a pixel or two.
      const line = `${page}:${Math.round(Number(place) / 6)}`;
      const plain = words
        .replace(/<[^<>]*>/gu, '')
        .replace(
          /&(lt|gt|amp|quot);/gu,
          (_all, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '"',
        );
      lines.set(line, (lines.get(line) ?? '') + (fixed.has(id) ? '\u25a1' : plain));
    }
  }
  return [...lines.values()].flatMap((line) => {
    const [name] = looks.find(([, look]) => look.test(line.trim())) ?? [];
    return name === undefined ? [] : [`${name}: ${line.trim()}`];
  });
}
