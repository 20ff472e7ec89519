import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { Line, Measure } from '../../src/text/line.ts';
import type { InlineItem } from '../../src/text/inline-item.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' } as const;
let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts([], '.'));
});

function textOf(line: Line<number>): string {
  return line.pieces
    .flatMap((piece) => piece.glyphs?.runs ?? [])
    .map((run) => run.actualText ?? run.text)
    .join('');
}

/** A bar in the text ends a line. */
function broken(text: string, measure: Measure): readonly Line<number>[] {
  const items = text.split('|').flatMap((part, index): readonly InlineItem<number>[] => {
    const item = { kind: 'text', text: part, style, tag: index } as const;
    return index === 0 ? [item] : [{ kind: 'break', tag: -index }, item];
  });
  return breakLines(items, shaper, measure);
}

const lines = (text: string, measure: Measure): readonly string[] => broken(text, measure).map(textOf);

describe('balanced lines', () => {
  it('are about as long as each other, where first fit leaves a word alone', () => {
    const text = 'Operational initiatives and maintenance support';
    expect(lines(text, { widthPt: 200 })).toEqual(['Operational initiatives and maintenance ', 'support']);
    expect(lines(text, { widthPt: 200, balanced: true })).toEqual([
      'Operational initiatives ',
      'and maintenance support',
    ]);
  });

  it('leave no word alone on the last line, even where the lines are more ragged so', () => {
    const text = 'ab cd ef gh ij kl mn op qrstuvwxyzabcdefghijklmnop';
    const at = { widthPt: 152, balanced: true };
    expect(lines('ab cd ef gh ij kl mn op qrs', at)).toEqual(['ab cd ef gh ij kl mn op qrs']);
    expect(lines(text, at)).toEqual(['ab cd ef gh ij kl mn ', 'op qrstuvwxyzabcdefghijklmnop']);
  });

  it('keep a word alone where only more lines would give it another', () => {
    const text = 'Internationalization internationalizations';
    expect(lines(text, { widthPt: 120, balanced: true })).toEqual([
      'Internationalization ',
      'internationalizations',
    ]);
  });

  it('end where the author ends them, each part balanced by itself', () => {
    expect(
      lines('one two three four five|six seven eight nine ten', { widthPt: 90, balanced: true }),
    ).toEqual(['one two three ', 'four five', 'six seven ', 'eight nine ten']);
  });

  it('begin behind the first indent', () => {
    const text = 'one two three four five';
    const at = { widthPt: 90, balanced: true };
    expect(lines(text, at)).toEqual(['one two three ', 'four five']);
    expect(lines(text, { ...at, firstIndentPt: 45 })).toEqual(['one ', 'two three four five']);
  });

  it('are those of first fit where a word is wider than the line', () => {
    const text = 'a Donaudampfschifffahrtsgesellschaft b';
    expect(lines(text, { widthPt: 60, balanced: true })).toEqual(lines(text, { widthPt: 60 }));
  });

  it('are as many as those of first fit, no wider than they may be, and lose nothing', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9.,-]{1,12}$/u);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 90, max: 300 }),
        (words, widthPt) => {
          const text = words.join(' ');
          const own = broken(text, { widthPt, balanced: true });
          expect(own.map(textOf).join('')).toBe(text);
          expect(own).toHaveLength(broken(text, { widthPt }).length);
          for (const line of own) expect(line.widthPt).toBeLessThanOrEqual(widthPt + 0.001);
        },
      ),
    );
  });

  it.runIf(isLong)('take time that grows with the words', async () => {
    const work = (size: number): unknown =>
      broken('word '.repeat(size), { widthPt: 300, balanced: true, ties: 'all' });
    expect(await growth(work, 8000)).toBeLessThan(mostGrowth);
  });
});

describe('numbers tied to words', () => {
  /** Whether the first of two parts ends a line where the second would just not fit. */
  function breaksBetween(before: string, after: string, ties: Measure['ties']): boolean {
    const [start] = broken(`long words before ${before} ${after}`, { widthPt: 1000 });
    const text = `long words before ${before} ${after} and more words behind it`;
    const [first = ''] = lines(text, { widthPt: (start?.widthPt ?? 0) - 0.5, ...(ties && { ties }) });
    return first.trimEnd().endsWith(before);
  }

  it.each([
    ['Section', '5'],
    ['(Section', '5)'],
    ['page', '3'],
    ['Rev.', '4'],
    ['No.', '12'],
    ['§', '4'],
    ['10', 'May'],
    ['May', '2011,'],
    ['$5', 'million'],
    ['1,200', 'km'],
    ['25', '%'],
  ])('stay together: %s %s', (before, after) => {
    expect(breaksBetween(before, after, undefined)).toBe(true);
    expect(breaksBetween(before, after, 'names')).toBe(false);
  });

  it.each([
    ['took', '150'],
    ['Section', 'five'],
    ['2011,', 'Congress'],
    ['150', 'websites'],
    ['in', '(5)'],
    ['25', 'kmh'],
    ['2011', 'May'],
  ])('part where no name and no unit joins them: %s %s', (before, after) => {
    expect(breaksBetween(before, after, 'names')).toBe(true);
  });

  it('stay together in headings whatever the word', () => {
    expect(breaksBetween('over', '100', 'all')).toBe(false);
    expect(breaksBetween('over,', '100', 'all')).toBe(true);
  });

  it('part in a column that is too narrow for both, and never within a word for their sake', () => {
    expect(lines('Appendix 12', { widthPt: 60, ties: 'all' })).toEqual(['Appendix 12']);
    expect(lines('see Appendix 12', { widthPt: 62, ties: 'all' })).toEqual(['see Appendix ', '12']);
    expect(lines('Appendix 12', { widthPt: 48, ties: 'all' })).toEqual(['Appendix ', '12']);
  });

  it('join no more than four words', () => {
    expect(lines('May 1 May 1 May 1 May 1', { widthPt: 100, ties: 'names' })).toEqual([
      'May 1 May 1 ',
      'May 1 May 1',
    ]);
  });

  it.runIf(isLong)('take time that grows with the text', async () => {
    const work = (size: number): unknown => broken('May 10 '.repeat(size), { widthPt: 300, ties: 'names' });
    expect(await growth(work, 6000)).toBeLessThan(mostGrowth);
  });
});
