import type { List, ListItem, Numbering } from './document.ts';

const bullets = ['•', '◦', '▪'];

/** The printed label of an item: a bullet, a number with its full stop, or a ballot box. Generated, not part of the plain text. */
export function listLabel(list: List, item: ListItem): string {
  const box = item.checked === undefined ? '' : item.checked ? '☑' : '☐';
  if (list.numbering !== 'bullet')
    return `${formatNumber(item.value ?? 1, list.numbering)}. ${box}`.trimEnd();
  return box || (bullets[list.depth % bullets.length] ?? '•');
}

/** The structure attribute `ListNumbering` that matches the label (ISO 32000-1 Table 347). */
export function listNumbering(list: List): string {
  if (list.numbering === 'bullet' && list.items.some((item) => item.checked !== undefined)) return 'None';
  switch (list.numbering) {
    case 'bullet':
      return ['Disc', 'Circle', 'Square'][list.depth % 3] ?? 'Disc';
    case 'decimal':
      return 'Decimal';
    case 'lower-alpha':
      return 'LowerAlpha';
    case 'upper-alpha':
      return 'UpperAlpha';
    case 'lower-roman':
      return 'LowerRoman';
    case 'upper-roman':
      return 'UpperRoman';
  }
}

function formatNumber(value: number, numbering: Numbering): string {
  switch (numbering) {
    case 'lower-alpha':
      return alphabetic(value).toLowerCase();
    case 'upper-alpha':
      return alphabetic(value);
    case 'lower-roman':
      return romanNumeral(value).toLowerCase();
    case 'upper-roman':
      return romanNumeral(value);
    default:
      return String(value);
  }
}

/** 1 is A, 26 is Z, 27 is AA; decimal where letters cannot say it. */
function alphabetic(value: number): string {
  if (value < 1) return String(value);
  let rest = value;
  let letters = '';
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Roman numerals for 1 to 3999, upper case; decimal elsewhere. */
export function romanNumeral(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let letters = '';
  for (const [worth, numeral] of numerals) {
    while (rest >= worth) {
      letters += numeral;
      rest -= worth;
    }
  }
  return letters;
}
