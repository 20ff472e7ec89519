import { utf16Hex } from './utf16-hex.ts';

/** A CMap has at most so many pairs in one list (Adobe Technical Note 5014, §5). */
const mostPairs = 100;

/**
 * The CMap that says what characters the codes of a font show (ISO 32000-1 §9.10.3), each code by itself. Code 0, which no
 * text shows, has none: what a code shows is above zero (ISO 14289-1 §7.21.7, ISO 19005-2 §6.2.11.7.2).
 *
 * @param unicode The code points of each code, by its number.
 */
export function toUnicodeCMap(unicode: readonly (readonly number[] | undefined)[]): string {
  const pairs = unicode.flatMap((codePoints, code) =>
    code > 0 && codePoints !== undefined ? [`<${hex(code)}> <${utf16Hex(textOf(codePoints))}>`] : [],
  );
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...lists(pairs),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function lists(pairs: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < pairs.length; start += mostPairs) {
    const list = pairs.slice(start, start + mostPairs);
    lines.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`);
  }
  return lines;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function textOf(codePoints: readonly number[]): string {
  return codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
}
