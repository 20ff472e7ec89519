/** A tag as it is written, its name in lower case, and where it stands. */
export interface Tag {
  readonly written: string;
  readonly name: string;
  readonly isEnd: boolean;
  readonly offset: number;
}

const rawTextElements = new Set(
  'script style textarea title xmp iframe noembed noframes noscript'.split(' '),
);

// No name of an element is longer.
const tagStart = /^<(\/?)([a-z][^\s/>]{0,98})/iu;

/**
 * A page with its tags replaced. Comments, and elements whose content is no markup, stay as they are. Patterns would not
 * do: of a tag, comment or script of some millions of characters they exhaust the stack.
 */
export function replaceTags(html: string, replaced: (tag: Tag) => string): string {
  const out: string[] = [];
  const endOf = tagEnds(html);
  let done = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const after = afterRawText(html, at);
    if (after === undefined) {
      const tag = tagAt(html, at, endOf);
      if (tag === undefined) at += 1;
      else {
        out.push(html.slice(done, at), replaced(tag));
        at += tag.written.length;
        done = at;
      }
    } else at = after;
    at = html.indexOf('<', at);
  }
  out.push(html.slice(done));
  return out.join('');
}

function tagAt(html: string, offset: number, endOf: (from: number) => number): Tag | undefined {
  const [start = '', slash, name = ''] = tagStart.exec(html.slice(offset, offset + 101)) ?? [];
  if (name === '') return undefined;
  const end = endOf(offset + start.length);
  if (end < 0) return undefined;
  return { written: html.slice(offset, end), name: name.toLowerCase(), isEnd: slash === '/', offset };
}

/** Behind a comment, or an element that holds no markup, that begins at a place. */
function afterRawText(html: string, at: number): number | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return end < 0 ? html.length : end + 3;
  }
  const name = /^<([a-z]{3,8})(?=[\s/>])/iu.exec(html.slice(at, at + 12))?.[1]?.toLowerCase();
  if (name === undefined || !rawTextElements.has(name)) return undefined;
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  end.lastIndex = at;
  const found = end.exec(html);
  if (found === null) return html.length;
  const close = html.indexOf('>', found.index);
  return close < 0 ? html.length : close + 1;
}

/**
 * Finds where tags end: behind the next `>` outside quotes. Where a quote is never closed, quotes are no longer looked at,
 * so that the time stays in proportion to the length.
 */
function tagEnds(html: string): (from: number) => number {
  const last = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'"), '>': html.lastIndexOf('>') };
  let mindsQuotes = true;
  const quotedEnd = (from: number): number => {
    for (let at = from; at <= last['>']; at += 1) {
      const character = html.charAt(at);
      if (character === '>') return at + 1;
      if (character !== '"' && character !== "'") continue;
      if (at >= last[character]) return -1;
      at = html.indexOf(character, at + 1);
    }
    return -1;
  };
  return (from) => {
    if (from > last['>']) return -1;
    const end = mindsQuotes ? quotedEnd(from) : -1;
    if (end >= 0) return end;
    mindsQuotes = false;
    return html.indexOf('>', from) + 1;
  };
}
