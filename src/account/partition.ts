import type { Message } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { countUpTo } from '../lists/count-up-to.ts';
import { followedSchemes } from '../document/followed-schemes.ts';
import { findFrontMatter } from '../posts/front-matter/find-front-matter.ts';
import { claimAttributes, claimTexts } from './claim-model.ts';
import { claimSpan } from './claim-span.ts';
import { createRegister } from './claim-words.ts';
import { commentsOf, markupStretches, programsIn } from './markup-stretches.ts';
import { type HeldByModel, heldByModel } from './model-words.ts';
import { decodedWords, type SourceWord, sourceWords, wordsOf } from './source-words.ts';
import { coveredBy, type Stretch } from './stretches.ts';
import { type Told, toldBy } from './told-stretches.ts';

/**
 * How a word of a source can end: as content of the model, as front matter, as markup (which holds no words for readers), as a
 * comment among authors, or in a message that names it.
 */
export type Ending = 'content' | 'metadata' | 'markup' | 'comment' | 'message';

/** A source, taken apart by what became of it. */
export interface Partition {
  /** Every word in the order of the source; without an ending where it ended nowhere. */
  readonly words: readonly (SourceWord & { readonly ending: Ending | undefined })[];
  /** How many words ended in each way. */
  readonly counts: Readonly<Record<Ending, number>>;
  /** Words that ended nowhere; those between which no other word stands are one stretch. */
  readonly residue: readonly Stretch[];
}

/**
 * Holds the words of a source against its model and what was said of it. Knows nothing of how the post was read: words are
 * runs of letters and digits, found again in the places and the order of the model; markup is known by its form.
 */
export function partition(source: string, document: Document, messages: readonly Message[]): Partition {
  const words = sourceWords(source);
  const { signs, addresses, titles } = markupStretches(source);
  const inAddress = coveredBy(addresses);
  const inSigns = coveredBy(signs);
  const register = createRegister(words, { isSign: inSigns, isAddress: inAddress });
  const endings: (Ending | undefined)[] = Array.from(words, () => undefined);
  const end = (ending: Ending, ends: (word: SourceWord, index: number) => boolean): void => {
    words.forEach((word, index) => {
      if (endings[index] !== undefined || !ends(word, index)) return;
      endings[index] = ending;
      register.take(index);
    });
  };
  const isTaken = (_: SourceWord, index: number): boolean => register.isTaken(index);
  const matterEnd = findFrontMatter(source)?.close ?? 0;
  end('metadata', ({ start }) => start < matterEnd);
  const told = toldBy(messages);
  // What was left out as a whole stands where its message says: the model's words are not looked for there.
  const quotes = told.quotes.filter(
    ({ quote, last, isLeftOut, ...within }) =>
      !isLeftOut || last !== undefined || !register.claimRun(wordsOf(quote), within),
  );
  end('message', isTaken);
  // Programs hold words of programs alone.
  end('markup', coveredBy(programsIn(source).filter(coveredBy(told.leftOut))));
  const held = heldByModel(document);
  claimTexts(held.words, register, source.length);
  end('content', isTaken);
  const included = (document.included ?? []).map(({ path }) => path);
  const isKnown = knownAddresses(held.addressed, [...held.addresses, ...told.addresses, ...included]);
  end('markup', (word) => inAddress(word) && isKnown(word));
  end('markup', (word) => word.decoded === '' || source[word.start - 1] === '&' || inSigns(word));
  claimAttributes(held.words, register);
  end('content', coveredBy(titles.filter(saidElsewhere(source, held.words, told.quotes))));
  end('content', isTaken);
  end('comment', coveredBy(commentsOf(source)));
  const isBad = coveredBy([...told.badAddresses, ...addressesAround(told.badAddresses, addresses)]);
  end('message', (word) => inAddress(word) && isBad(word));
  for (const { quote, last, ...within } of quotes) {
    if (last === undefined) register.claim(wordsOf(quote), within);
    else claimSpan({ first: wordsOf(quote), last: wordsOf(last), within }, words, register);
  }
  end('message', isTaken);
  return summed(words.map((word, index) => ({ ...word, ending: endings[index] })));
}

/** The addresses that something lies in of which it is told: a variable or a call that is not known takes the rest of its address with it. */
function addressesAround(inner: readonly Stretch[], addresses: readonly Stretch[]): readonly Stretch[] {
  const sorted = inner.toSorted((one, other) => one.end - other.end);
  const latestStart: number[] = [];
  for (const { start } of sorted) latestStart.push(Math.max(start, latestStart.at(-1) ?? 0));
  return addresses.filter(({ start, end }) => {
    const upTo = countUpTo(sorted, end, (stretch) => stretch.end) - 1;
    return upTo >= 0 && (latestStart[upTo] ?? 0) >= start;
  });
}

/** Whether the words of an address are in the model: its node has one, or another node or the name of an included file has the words. */
function knownAddresses(
  addressed: readonly Stretch[],
  addresses: readonly string[],
): (word: SourceWord) => boolean {
  const known = new Set([...followedSchemes, ...addresses.flatMap((address) => wordsOf(address))]);
  const inNode = coveredBy(addressed);
  return (word) => inNode(word) || known.has(word.value);
}

/** Whether the words of a title are, together, words of the model or of a message. */
function saidElsewhere(
  source: string,
  words: HeldByModel['words'],
  quotes: Told['quotes'],
): (title: Stretch) => boolean {
  let said: ReadonlySet<string> | undefined;
  return ({ start, end }) => {
    said ??= new Set(
      [...words.map((held) => held.words), ...quotes.map(({ quote }) => wordsOf(quote))].map((list) =>
        list.join(' '),
      ),
    );
    return said.has(decodedWords(source.slice(start, end)).join(' '));
  };
}

function summed(words: Partition['words']): Partition {
  const counts = { content: 0, metadata: 0, markup: 0, comment: 0, message: 0 };
  const residue: Stretch[] = [];
  let open: Stretch | undefined;
  for (const { ending, start, end } of words) {
    if (ending !== undefined) {
      counts[ending] += 1;
      open = undefined;
      continue;
    }
    if (open !== undefined) residue.pop();
    open = { start: open?.start ?? start, end };
    residue.push(open);
  }
  return { words, counts, residue };
}
