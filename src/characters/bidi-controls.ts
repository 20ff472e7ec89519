/** A control of direction by which readers see another order than is read, or that is opened or closed alone. */
export interface BidiControl {
  readonly kind: 'override' | 'unbalanced';
  readonly character: string;
  /** What it turns around; empty for one that only closes. */
  readonly words: string;
}

interface Opened {
  readonly character: string;
  /** Where the words behind it begin in the text without controls. */
  readonly from: number;
}

const controls = /[\u202A-\u202E\u2066-\u2069]/gu;
const overrides: ReadonlySet<string> = new Set(['\u202D', '\u202E']);
const isolates: ReadonlySet<string> = new Set(['\u2066', '\u2067', '\u2068']);

/** The controls of one paragraph that turn words around or have no partner (UAX #9 §2). Embeddings and isolates in pairs are as they should be. */
export function findBidiControls(text: string): readonly BidiControl[] {
  const found: BidiControl[] = [];
  const open: Opened[] = [];
  let openIsolates = 0;
  // Parts of one string, whatever their length, cost nothing: of controls within each other each has all the words.
  const bare = text.replace(controls, '');
  let passed = 0;
  const close = ({ character, from }: Opened, at: number, isPaired: boolean): void => {
    if (isolates.has(character)) openIsolates -= 1;
    const kind = overrides.has(character) ? 'override' : 'unbalanced';
    if (kind === 'unbalanced' && isPaired) return;
    found.push({ kind, character, words: bare.slice(from, at) });
  };
  for (const { 0: character, index } of text.matchAll(controls)) {
    const at = index - passed;
    passed += 1;
    if (character === '\u202C') {
      const last = open.at(-1);
      if (last === undefined || isolates.has(last.character))
        found.push({ kind: 'unbalanced', character, words: '' });
      else {
        open.pop();
        close(last, at, true);
      }
    } else if (character === '\u2069') {
      if (openIsolates === 0) found.push({ kind: 'unbalanced', character, words: '' });
      else {
        const isolate = open.findLastIndex((opened) => isolates.has(opened.character));
        // An isolate ends what was opened in it.
        for (const [depth, opened] of open.splice(isolate).entries()) close(opened, at, depth === 0);
      }
    } else {
      if (isolates.has(character)) openIsolates += 1;
      open.push({ character, from: at });
    }
  }
  for (const opened of open) close(opened, bare.length, false);
  return found;
}
