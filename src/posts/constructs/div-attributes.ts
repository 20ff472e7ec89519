import { parseEntities } from 'parse-entities';
import { unescapeQuotes } from '../dialects/unescape-quotes.ts';

const attribute =
  /\s*(?:\.([^\s.#={}"']+)|#([^\s.#={}"']+)|([^\s.#={}"'][^\s={}"']*)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'{}]+)))?)/uy;

/** What stands between the braces of a div, as directives have it: `id`, `class` with spaces between, other keys; a word alone is a key without a value. */
export function divAttributes(braces: string): Record<string, string> {
  const content = braces.slice(1, -1);
  const found: Record<string, string> = {};
  const classes: string[] = [];
  attribute.lastIndex = 0;
  for (let match = attribute.exec(content); match !== null; match = attribute.exec(content)) {
    const [, className, id, key, double, single, bare] = match;
    const value = parseEntities(unescapeQuotes(double ?? single ?? '') || (bare ?? ''));
    if (className !== undefined) classes.push(className);
    else if (id !== undefined) found['id'] = id;
    else if (key === 'class') classes.push(value);
    else if (key !== undefined) found[key] = value;
  }
  return classes.length === 0 ? found : { ...found, class: classes.join(' ') };
}
