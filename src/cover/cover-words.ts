import { shorten } from '../characters/shorten.ts';
import type { Message } from '../diagnostics/message.ts';
import { coverMetrics } from './cover-metrics.ts';
import { reportRule } from './rules.ts';
import { howToGet, suggestPackage } from '../fonts/suggest-package.ts';
import type { Shaper } from '../text/shape-text.ts';
import type { TextStyle } from '../text/text-style.ts';

/** What a cover says. */
export interface CoverWords {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly creators: readonly string[];
  readonly publisher?: string | undefined;
  /** BCP 47; chooses language-specific glyph forms. */
  readonly lang?: string | undefined;
}

/** The part of a cover that words belong to. */
export type CoverPart = 'title' | 'subtitle' | 'creators' | 'publisher';

/** The paragraphs of each part as they can be drawn; a part without words is empty. */
export type DrawableWords = Readonly<Record<CoverPart, readonly string[]>>;

/** More than fits on a cover in the smallest size. */
const longest = 2000;
/** How many characters a message lists. */
const listedAtMost = 8;

/**
 * The words as they can be drawn, white space made plain. Signs that no face covers are left out; a part with such a
 * letter or digit is left out as a whole, since what remained would be other words (`cover-glyph-missing`).
 */
export function settleWords(
  words: CoverWords,
  { shaper, file, style }: { readonly shaper: Shaper; readonly file: string; readonly style: TextStyle },
): { readonly value: DrawableWords; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  const settle = (part: CoverPart, texts: readonly string[]): readonly string[] => {
    const paragraphs = texts.filter((text) => text !== '');
    const shaped = paragraphs.map((text) => shaper.shape(text, style));
    const missing = new Set(shaped.flat().flatMap(({ actualText }) => actualText ?? []));
    if (missing.size === 0) return paragraphs;
    const unreadable = [...missing].some((cluster) => /[\p{L}\p{N}]/u.test(cluster));
    const outcome = unreadable ? `the cover is drawn without its ${part}` : 'the cover is drawn without it';
    messages.push(
      reportRule('cover-glyph-missing', {
        reason: `${noFontCovers([...missing], style.lang)}: ${outcome}`,
        file,
      }),
    );
    if (unreadable) return [];
    return shaped
      .map((runs) => plain(runs.map((run) => (run.actualText === undefined ? run.text : '')).join('')))
      .filter((text) => text !== '');
  };
  const { title, subtitle = '', creators, publisher = '' } = words;
  const names = creators.map(plain).filter((name) => name !== '');
  const value = {
    title: settle('title', [plain(title)]),
    subtitle: settle('subtitle', [plain(subtitle)]),
    creators: settle('creators', names.length > coverMetrics.creators.ownLines ? [listNames(names)] : names),
    publisher: settle('publisher', [plain(publisher)]),
  };
  return { value, messages };
}

/** The names one after the other, none of them to be broken. */
function listNames(names: readonly string[]): string {
  const line = names.map((name) => name.replaceAll(' ', '\u00A0')).join('\u00A0· ');
  return shorten(line, longest);
}

/** One line of words; spaces that forbid a break are kept. Controls have no glyph. */
function plain(text: string): string {
  const line = text.replace(/(?:[^\S\u00A0\u202F]|\p{Cc})+/gu, ' ').trim();
  return shorten(line, longest);
}

function noFontCovers(missing: readonly string[], lang: string): string {
  const listed = missing.slice(0, listedAtMost).join(' ');
  const more = missing.length > listedAtMost ? ` and ${missing.length - listedAtMost} more` : '';
  const font = missing
    .map((character) => suggestPackage(character, [lang]))
    .find((found) => found !== undefined);
  const cure = font ? ` (${howToGet(font, missing.length)})` : '';
  return `No font covers “${listed}”${more}${cure}`;
}
