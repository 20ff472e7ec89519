import { type LinePart, readLine } from './read-line.ts';
import type { Syntax } from './syntax.ts';

/**
 * What an abbreviation means, `*[HTML]: Hyper Text Markup Language` on a line of its own, also right below words (PHP Markdown Extra,
 * kramdown, Python-Markdown and MkDocs). An asterisk that would close emphasis makes the line words: `*[sic]: so written*`.
 */
export const abbreviation: Syntax = {
  name: 'abbreviation',
  tokenize(effects, ok, nok) {
    return readLine(effects, {
      decide: readDefinition,
      begin: () => void effects.enter('abbreviation'),
      ok: (code) => {
        effects.exit('abbreviation');
        return ok(code);
      },
      nok,
    });
  },
};

function readDefinition(line: string): readonly LinePart[] | undefined {
  const label = /^\*\[([^[\]]{1,80})\]:/u.exec(line);
  if (label?.[1] === undefined || label[1].trim() === '') return undefined;
  const signs = label[0].length;
  const meaning = line.slice(signs).trim();
  if (meaning === '' || /(?<![\s*\\])\*(?!\*)/u.test(meaning)) return undefined;
  const start = signs + line.slice(signs).indexOf(meaning);
  const parts: readonly (readonly [name: LinePart['name'], end: number])[] = [
    ['abbreviationSigns', 2],
    ['abbreviationLabel', 2 + label[1].length],
    ['abbreviationSigns', start],
    ['abbreviationMeaning', start + meaning.length],
    ['abbreviationSigns', line.length],
  ];
  return parts
    .map(([name, end], index) => ({ name, start: parts[index - 1]?.[1] ?? 0, end, holdsText: false }))
    .filter((part) => part.end > part.start);
}
