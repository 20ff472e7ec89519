const inlineTag =
  /<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]{0,2000})?>/giu;
const otherTag = /<[!/?]?[a-z][^<>]{0,2000}>/giu;

/** Signs that stand between the parts of numbers and addresses, by the names that HTML has for them. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: '\u00A0',
  hyphen: '\u2010',
  dash: '\u2010',
  ndash: '\u2013',
  shy: '',
  commat: '@',
  period: '.',
  lpar: '(',
  rpar: ')',
  plus: '+',
  lowbar: '_',
};

/** Attributes that say words to people. */
const words =
  /\s(?:alt|title|content|value|placeholder|summary|aria-label)\s?=\s?(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/giu;

/**
 * What a reader sees or hears of markup: tags within a line are nothing, others part words, references are their characters; what attributes
 * say stands at the end.
 */
export function markupText(markup: string): string {
  const said = [...markup.matchAll(words)].map(([, one, other]) => `\n${one ?? other ?? ''}`).join('');
  return `${markup}${said}`
    .replace(inlineTag, '')
    .replace(otherTag, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu,
      (written, ten?: string, six?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? written;
        const point = ten === undefined ? Number.parseInt(six ?? '', 16) : Number(ten);
        return point <= 0x10_ffff ? String.fromCodePoint(point) : written;
      },
    );
}
