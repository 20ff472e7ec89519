/** A control of direction by which readers see another order than is read, or that is opened or closed alone. */
export interface BidiControl {
  readonly kind: 'override' | 'unbalanced';
  readonly character: string;
  /** What it turns around; empty for one that only closes. */
  readonly words: string;
}

interface Opened {
  readonly character: string;
  readonly end: number;
}

const controls = /[\u202A-\u202E\u2066-\u2069]/gu;
const overrides: ReadonlySet<string> = new Set(['\u202D', '\u202E']);
const isolates: ReadonlySet<string> = new Set(['\u2066', '\u2067', '\u2068']);

/** The controls of one paragraph that turn words around or have no partner (UAX #9 §2). Embeddings and isolates in pairs are as they should be. */
export function findBidiControls(text: string): readonly BidiControl[] {
  const found: BidiControl[] = [];
  const open: Opened[] = [];
  const close = ({ character, end }: Opened, at: number, isPaired: boolean): void => {
    const kind = overrides.has(character) ? 'override' : 'unbalanced';
    if (kind === 'unbalanced' && isPaired) return;
    found.push({ kind, character, words: text.slice(end, at).replace(controls, '') });
  };
  for (const { 0: character, index } of text.matchAll(controls)) {
    if (character === '\u202C') {
      const last = open.at(-1);
      if (last === undefined || isolates.has(last.character))
        found.push({ kind: 'unbalanced', character, words: '' });
      else {
        open.pop();
        close(last, index, true);
      }
    } else if (character === '\u2069') {
      const isolate = open.findLastIndex((opened) => isolates.has(opened.character));
      if (isolate < 0) found.push({ kind: 'unbalanced', character, words: '' });
      // An isolate ends what was opened in it.
      else for (const [depth, opened] of open.splice(isolate).entries()) close(opened, index, depth === 0);
    } else open.push({ character, end: index + 1 });
  }
  for (const opened of open) close(opened, text.length, false);
  return found;
}
