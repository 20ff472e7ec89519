import { termLabel } from '../generators/roles.ts';
import { readMatter } from '../front-matter/read-matter.ts';

/** What a page of MyST calls its places: `(name)=`, the options `name` and `label`, `{#name}` of headings, and the terms of its glossaries. */
export function* labelsIn(text: string): Generator<string, void, undefined> {
  let fence = '';
  let isGlossary = false;
  let term = '';
  for (const line of text.slice(readMatter(text)?.block.close ?? 0).split(/\r?\n/u)) {
    const name = nameOf(line);
    if (name !== undefined && (fence === '' || !line.startsWith('('))) yield name;
    const [, signs = '', rest = ''] = /^ {0,3}(`{3,}|~{3,}|:{3,})(.*)$/u.exec(line) ?? [];
    if (fence === '' && signs !== '') {
      [fence, isGlossary] = [signs, /^\s*\{glossary\}/u.test(rest)];
    } else if (fence !== '' && signs.startsWith(fence)) [fence, isGlossary] = ['', false];
    if (isGlossary && term !== '' && /^\s*:\s/u.test(line)) yield termLabel(shownOf(term));
    term = line.trim();
  }
}

/** The words of a term without the address that it leads to, and the signs of emphasis and code. */
function shownOf(term: string): string {
  return term.replace(/\[([^[\]]{0,200})\]\([^()\s]{0,500}\)/gu, '$1').replace(/[*`]/gu, '');
}

/** A name stands on a line of its own, or ends a heading. */
function nameOf(line: string): string | undefined {
  const target = /^\(([^()\s][^()]{0,200})\)=\s*$/u.exec(line)?.[1];
  if (target !== undefined) return target.trim().replace(/\s+/gu, '-');
  const option = /^\s{0,8}(?::(?:name|label):|(?:name|label):) {1,4}(\S{1,200})\s*$/u.exec(line)?.[1];
  return option ?? /^#{1,6} .*\{#([^\s{}]{1,200})[^{}]{0,200}\}\s*$/u.exec(line)?.[1];
}
