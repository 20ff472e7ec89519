import { takeIndent } from './indented.ts';
import { readLine, type LinePart } from './read-line.ts';
import type { Syntax } from './syntax.ts';

/** A container of micromark that a line begins, and that goes on with what is indented by four columns below it. */
export function indentedContainer(
  name: string,
  decide: (line: string) => readonly LinePart[] | undefined,
): Syntax {
  return {
    name,
    tokenize(effects, ok, nok) {
      const begin = (): void => void effects.enter('div', { _container: true });
      return readLine(effects, { decide, begin, ok, nok });
    },
    continuation: { tokenize: (effects, ok, nok) => takeIndent(effects, { size: 4, ok, nok }) },
    exit: (effects) => void effects.exit('div'),
  };
}
