import { takeIndent } from './indented.ts';
import { type LinePart, readLine } from './read-line.ts';
import type { Syntax } from './syntax.ts';

/**
 * A tab of MkDocs (pymdownx, “Tabbed”), `=== "Title"` with what is indented below it, as a container of micromark: `!` behind the signs
 * begins another set of tabs, `+` opens one at first.
 */
export const tab: Syntax = {
  name: 'tab',
  tokenize(effects, ok, nok) {
    return readLine(effects, {
      decide: readOpening,
      begin: () => void effects.enter('div', { _container: true }),
      ok,
      nok,
    });
  },
  continuation: { tokenize: (effects, ok, nok) => takeIndent(effects, { size: 4, ok, nok }) },
  exit: (effects) => void effects.exit('div'),
};

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
