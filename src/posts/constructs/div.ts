import { readDivOpening } from './read-div-opening.ts';
import { readLine } from './read-line.ts';
import type { ParserContext, Syntax } from './syntax.ts';

/** Deeper than any limit of the document: every line goes through all divs that are open. */
const deepest = 100;

/** The innermost div that goes on in a line, for each document that is being parsed. */
const innermost = new WeakMap<ParserContext, { readonly line: number; readonly state: DivState }>();

interface DivState {
  readonly depth: number;
  /** The line that ended it. */
  endedAt: number | undefined;
}

const states = new WeakMap<object, DivState>();

/**
 * A div between lines of colons, as a container of micromark: it goes on up to the next line of nothing but three colons or more that no
 * div inside it takes (Pandoc, Divs and Spans), and in code a line of colons is code. `isFree` as in `readDivOpening`.
 */
export function divSyntax(isFree: boolean): readonly Syntax[] {
  return [divEnd, div(isFree)];
}

function div(isFree: boolean): Syntax {
  return {
    name: 'div',
    tokenize(effects, ok, nok) {
      const container = this.containerState ?? {};
      const outer = openDiv(this);
      const depth = (outer?.depth ?? 0) + 1;
      if (depth > deepest) return nok;
      states.set(container, { depth, endedAt: undefined });
      return readLine(effects, {
        decide: (line) => readDivOpening(line, isFree),
        begin: () => void effects.enter('div', { _container: true }),
        ok,
        nok,
      });
    },
    continuation: {
      tokenize(_effects, ok, nok) {
        const state = states.get(this.containerState ?? {});
        if (state === undefined || state.endedAt !== undefined) return nok;
        innermost.set(this, { line: this.now().line, state });
        return ok;
      },
    },
    exit: (effects) => void effects.exit('div'),
  };
}

/** The innermost div that goes on in this line. */
function openDiv(context: ParserContext): DivState | undefined {
  const { line } = context.now();
  const found = innermost.get(context);
  if (found?.line !== line) return undefined;
  // A line is read twice, first to see whether it opens or ends anything.
  const { state } = found;
  return state.endedAt === undefined || state.endedAt === line ? state : undefined;
}

const divEnd: Syntax = {
  name: 'div',
  tokenize(effects, ok, nok) {
    const open = openDiv(this);
    if (open === undefined) return nok;
    return readLine(effects, {
      decide: (line) =>
        /^:{3,} *$/u.test(line)
          ? [{ name: 'divSigns', start: 0, end: line.length, holdsText: false }]
          : undefined,
      begin: () => {
        open.endedAt = this.now().line;
        effects.enter('divEnd', { _container: true });
      },
      ok,
      nok,
    });
  },
  continuation: { tokenize: (_effects, _ok, nok) => nok },
  exit: (effects) => void effects.exit('divEnd'),
};
