import type { Literal, Nodes } from 'mdast';
import { replaceTags } from './html/tags.ts';

/**
 * No text has so many characters without a space between them, or so many spaces. Patterns fail over some millions, sooner or
 * later by the version of Node and by what it compiled before: far below that, the answer is the same everywhere.
 */
export const mostOfOneKind = 1_000_000;

/**
 * Whether an input has a longer run of spaces, or of other characters; of a page the latter counts in its words alone, which are
 * those of `body`, since attributes and scripts may be long.
 */
export function holdsEndlessRun(text: string, body: Nodes | undefined): boolean {
  const [spaces, others] = longestRuns(text);
  if (spaces > mostOfOneKind) return true;
  return body === undefined ? others > mostOfOneKind : holdsEndlessWord(body);
}

function holdsEndlessWord(root: Nodes): boolean {
  const rest: Nodes[] = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if ('value' in node && isEndless(node)) return true;
    if ('children' in node) for (const child of node.children) rest.push(child);
  }
  return false;
}

/** Of what is kept as HTML the words count, since a picture may stand in an attribute. */
function isEndless({ type, value }: Literal): boolean {
  if (value.length <= mostOfOneKind) return false;
  const words = type === 'html' ? replaceTags(value, () => ' ') : value;
  return longestRuns(words)[1] > mostOfOneKind;
}

/** The lengths of the longest run of spaces (also ends of lines and tabs) and of the longest of all else. */
function longestRuns(text: string): readonly [spaces: number, others: number] {
  if (text.length <= mostOfOneKind) return [0, 0];
  const longest: [number, number] = [0, 0];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const kind = isOther(text, start);
    if (at < text.length && isOther(text, at) === kind) continue;
    longest[kind] = Math.max(longest[kind], at - start);
    start = at;
  }
  return longest;
}

function isOther(text: string, at: number): 0 | 1 {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 ? 0 : 1;
}
