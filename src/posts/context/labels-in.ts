import { termLabel } from '../generators/roles.ts';
import { findFrontMatter } from '../front-matter/find-front-matter.ts';

/** What a page of MyST calls its places: `(name)=`, the options `name` and `label`, `{#name}` of headings, and the terms of its glossaries. */
export function* labelsIn(text: string): Generator<string, void, undefined> {
  const open: Fence[] = [];
  let term = '';
  let isHead = false;
  for (const line of text.slice(findFrontMatter(text)?.close ?? 0).split(/\r?\n/u)) {
    const isFence = moveFences(line, open);
    const top = open.at(-1);
    // Code that a directive holds has a name as well, among the options above it.
    isHead = isFence ? top?.isDirective === true : isHead && option.test(line);
    if (top?.isCode !== true || isHead) {
      const name = isFence ? undefined : nameOf(line);
      if (name !== undefined) yield name;
      if (top?.isGlossary === true && term !== '' && /^(?:\s*:)?\s+\S/u.test(line))
        yield termLabel(shownOf(term));
    }
    // What is indented below a term is its meaning.
    term = isFence || /^\s/u.test(line) ? '' : line.trim();
  }
}

interface Fence {
  readonly signs: string;
  readonly isCode: boolean;
  readonly isDirective: boolean;
  readonly isGlossary: boolean;
}

/** Opens or closes the fence that a line is; whether it is one. What directives hold is Markdown, but for code and examples of it. */
function moveFences(line: string, open: Fence[]): boolean {
  const [lead = '', signs = ''] = /^ {0,3}(`{3,}|~{3,}|:{3,})/u.exec(line) ?? [];
  if (signs === '') return false;
  const rest = line.slice(lead.length);
  const top = open.at(-1);
  if (rest.trim() === '' && top !== undefined && signs.startsWith(top.signs)) open.pop();
  else if (top?.isCode !== true) {
    const name = /^\s*\{([\w:-]{1,40})\}/u.exec(rest)?.[1];
    const isCode = signs.startsWith(':') ? false : name === undefined || /^(?:code|myst$)/u.test(name);
    open.push({ signs, isCode, isDirective: name !== undefined, isGlossary: name === 'glossary' });
  }
  return true;
}

/** The words of a term without the address that it leads to, and the signs of emphasis and code. */
function shownOf(term: string): string {
  return term.replace(/\[([^[\]]{0,200})\]\([^()\s]{0,500}\)/gu, '$1').replace(/[*`]/gu, '');
}

/** An option of a directive, on a line of its own. */
const option = /^\s{0,8}:[\w-]{1,40}:(?:\s|$)/u;

/** A name stands on a line of its own, or ends a heading. */
function nameOf(line: string): string | undefined {
  const target = /^\(([^()\s][^()]{0,200})\)=\s*$/u.exec(line)?.[1];
  if (target !== undefined) return target.trim().replace(/\s+/gu, '-');
  const own = /^\s{0,8}(?::(?:name|label):|(?:name|label):) {1,4}(\S{1,200})\s*$/u.exec(line)?.[1];
  return own ?? /^#{1,6} .*\{#([^\s{}]{1,200})[^{}]{0,200}\}\s*$/u.exec(line)?.[1];
}
