import { readTags } from './read-tags.ts';
import type { FoundMarkup } from './stretches.ts';
import { saysWords } from './saying-names.ts';
import type { Stretch } from './stretches.ts';

const ends: Readonly<Record<string, string>> = { '{%': '%}', '{{': '}}' };

/** Calls of generators, and lists of attributes in braces, in their order. */
export function findCalls(source: string): readonly Stretch[] {
  const calls: Stretch[] = [];
  const missing = new Set<string>();
  const opening = /\{[%{]|\{:?[^{}\r\n]*\}/gu;
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    const sign = ends[match[0]];
    const found = sign === undefined || missing.has(sign) ? -1 : source.indexOf(sign, opening.lastIndex);
    if (sign !== undefined && found < 0) {
      missing.add(sign);
      continue;
    }
    const end = sign === undefined ? opening.lastIndex : found + sign.length;
    calls.push({ start: match.index, end });
    opening.lastIndex = end;
  }
  return calls;
}

const quoted = /"([^"]*)"|'([^']*)'|\u201c([^\u201c\u201d]*)\u201d/gu;
// What names a file of the site or a parameter: an address or words are made from it, or it is told.
const namingCall = /^\{[%{][<%\s-]*(?:ref|relref|link|page|post_url|param)\s/u;
const unread: ReadonlySet<string> = new Set(['class', 'id', 'style', 'width', 'height']);
// Options of a listing: `{{< highlight go "linenos=table, hl_lines=2 4-5" >}}`.
const options = /^[a-z_]{1,30}=[^\s,=]*(?: \d[\d -]*)?(?:, ?[a-z_]{1,30}=[^\s,=]*(?: \d[\d -]*)?)*$/iu;
// Names of classes for the picture of a call that says it takes them: `{% image_with_class "x.png" "border left" "A leaf" %}`.
const classCall = /^\{%-?\s{0,9}[\w-]{0,60}class[\w-]{0,60}\s/iu;
const classNames = /^[a-z][a-z\d_:/-]{0,80}(?: [a-z][a-z\d_:/-]{0,80})*$/u;
// What a callout is, and what its words are written in: `{% callout "info", "md" %}`.
const calloutCall = /^\{[%{][<%\s-]{0,9}(?:callout|notice|alert|admonition)\s/u;
const kinds =
  /^(?:note|info|tip|hint|success|important|warn|warning|attention|caution|danger|error|md|markdown|html)$/iu;
const name = /^[a-z\d]+(?:[-_][a-z\d]+)+$/u;

/**
 * Takes a call or a list of attributes apart: words stand in quotes alone, and there only where the name before them is one
 * that says words, or where they are neither an address nor a name.
 */
export function readCall(written: string, at: number, found: FoundMarkup): void {
  const holdsNoAddress = !/^\{[%{]/u.test(written) || namingCall.test(written);
  const takesClasses = classCall.test(written);
  const takesKinds = calloutCall.test(written);
  let from = 0;
  for (const { 0: all, 1: first, 2: second, 3: third, index } of written.matchAll(quoted)) {
    const before = written.slice(Math.max(from, index - 40), index);
    const key = /(?<![\w-])([\w-]+)[ \t]*[=:][ \t]*$/u.exec(before)?.[1] ?? '';
    found.signs.push({ start: at + from, end: at + index });
    from = index + all.length;
    const value = first ?? second ?? third ?? '';
    if (value.includes('<')) readTags(value, at + index + 1, found);
    if (saysWords(key)) {
      // A code to be photographed says an address, which may lead there under other words.
      if (/^https?:\/\/\S+$/iu.test(value)) found.addresses.push({ start: at + index, end: at + from });
      continue;
    }
    const isKind = takesKinds && key === '' && kinds.test(value);
    if (
      isKind ||
      (key === '' && options.test(value)) ||
      unread.has(key) ||
      (takesClasses && key === '' && classNames.test(value) && value.includes('-'))
    ) {
      found.signs.push({ start: at + index, end: at + from });
      continue;
    }
    const stretch = { start: at + index, end: at + from };
    const hasSpace = /\s/u.test(value);
    const isAddress = /^\/|:\/\//u.test(value) || (key === '' && !name.test(value));
    if (holdsNoAddress || (!hasSpace && !isAddress)) found.signs.push(stretch);
    else if (!hasSpace) found.addresses.push(stretch);
  }
  found.signs.push({ start: at + from, end: at + written.length });
}
