import type { LinePart } from './read-line.ts';

/** The tokens of the line that opens a div. */
type DivToken = 'divSigns' | 'divName' | 'divTitle' | 'divAttributes';

/**
 * The parts of a line of colons that opens a div; `undefined` where it is none. Always read is `:::name[Title]{key=value}`; where `isFree`,
 * also what Pandoc, Quarto, Docusaurus and The Carpentries write: `::: {.name}`, `:::name Title`, `:::: name ::::`.
 */
export function readDivOpening(line: string, isFree: boolean): readonly LinePart[] | undefined {
  const [colons = ''] = /^:*/u.exec(line) ?? [];
  if (colons.length < 3) return undefined;
  const said = line.trimEnd();
  const braces = bracesAtEnd(said);
  const words = said.slice(colons.length, said.length - braces.length);
  const [name = ''] = /^[A-Za-z][\w.-]*/u.exec(words) ?? [];
  const rest = words.slice(name.length);
  const isLabelled = rest.startsWith('[') && rest.endsWith(']') && rest.length > 1;
  if (name !== '' && (rest === '' || isLabelled)) {
    const label = isLabelled ? (['[', rest.slice(1, -1), ']'] as const) : (['', '', ''] as const);
    return placed(line, [
      ['divSigns', colons],
      ['divName', name],
      ['divSigns', label[0]],
      ['divTitle', label[1]],
      ['divSigns', label[2]],
      ['divAttributes', braces],
    ]);
  }
  return isFree ? readFree(line, colons) : undefined;
}

function readFree(line: string, colons: string): readonly LinePart[] | undefined {
  const before = spacesAt(line, colons.length);
  const said = withoutColons(line);
  const [name = ''] = /^[A-Za-z][\w.-]*/u.exec(said.slice(colons.length + before.length)) ?? [];
  const after = spacesAt(said, colons.length + before.length + name.length);
  const from = colons.length + before.length + name.length + after.length;
  const braces = bracesAtEnd(said.slice(from));
  const title = said.slice(from, said.length - braces.length).trimEnd();
  // Without a name, braces must say what it is; a sign right behind a name makes it another word.
  if (name === '' ? braces === '' || title !== '' : after === '' && title !== '') return undefined;
  return placed(line, [
    ['divSigns', colons + before],
    ['divName', name],
    ['divSigns', after],
    ['divTitle', title],
    ['divSigns', said.slice(from + title.length, said.length - braces.length)],
    ['divAttributes', braces],
  ]);
}

function spacesAt(line: string, from: number): string {
  let end = from;
  while (line[end] === ' ') end += 1;
  return line.slice(from, end);
}

function bracesAtEnd(text: string): string {
  const open = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  return open < 0 ? '' : text.slice(open);
}

/** The line without the colons that Pandoc allows behind what opens a div. */
function withoutColons(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ':' || line[end - 1] === ' ')) end -= 1;
  return line.slice(0, end);
}

/** The parts one behind the other; what is left of the line are signs. */
function placed(line: string, texts: readonly (readonly [DivToken, string])[]): readonly LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  const add = (name: DivToken, text: string): void => {
    const end = from + text.length;
    if (end > from) parts.push({ name, start: from, end, holdsText: name === 'divTitle' });
    from = end;
  };
  for (const [name, text] of texts) add(name, text);
  add('divSigns', line.slice(from));
  return parts;
}
