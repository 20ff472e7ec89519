import { indentedContainer } from './indented-container.ts';
import type { LinePart } from './read-line.ts';

/**
 * A tab of MkDocs (pymdownx, “Tabbed”), `=== "Title"` with what is indented below it, as a container of micromark: `!` behind the signs
 * begins another set of tabs, `+` opens one at first.
 */
export const tab = indentedContainer('tab', readOpening);

function readOpening(line: string): readonly LinePart[] | undefined {
  const [opening] = /^===[!+]* "/u.exec(line) ?? [];
  if (opening === undefined) return undefined;
  const said = line.trimEnd();
  const [from, to] = [opening.length, said.length - 1];
  if (to <= from || !said.endsWith('"') || said.slice(from, to).includes('"')) return undefined;
  const parts: readonly LinePart[] = [
    { name: 'tabSigns', start: 0, end: from, holdsText: false },
    { name: 'divTitle', start: from, end: to, holdsText: true },
    { name: 'divSigns', start: to, end: line.length, holdsText: false },
  ];
  return parts.filter(({ start, end }) => end > start);
}
