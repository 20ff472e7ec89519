/** A token of raw HTML, and where it stands; `end` is behind its last sign. */
export interface HtmlToken {
  readonly start: number;
  readonly end: number;
  readonly type: 'comment' | 'declaration' | 'tag' | 'sign';
}

// The tokens of HTML §13.2.5 that begin with `<`. `<!-->` is a whole comment, and `--!>` ends one (§13.2.5.43); a quote begins a value
// behind `=` alone.
const forms: readonly (readonly [HtmlToken['type'], RegExp])[] = [
  ['comment', /<!--(?:-?>|[^]*?--!?>)/uy],
  ['declaration', /<(?:!(?!--)|\?|\/(?![a-zA-Z]))[^>]*>/uy],
  ['tag', /<\/?[a-zA-Z](?:=\s*(?:"[^"]*"|'[^']*')|=(?!\s*["'])|[^=>])*>/uy],
  // Anything else is a sign.
  ['sign', /<(?![a-zA-Z!?/]|$)/uy],
];

/** The tokens of raw HTML in their order, and where one begins that never ends: behind it there are none. */
export function readTokens(html: string): {
  readonly tokens: readonly HtmlToken[];
  readonly open: number | undefined;
} {
  const tokens: HtmlToken[] = [];
  for (let start = html.indexOf('<'); start >= 0;) {
    const token = tokenAt(html, start);
    if (token === undefined) return { tokens, open: start };
    tokens.push(token);
    start = html.indexOf('<', token.end);
  }
  return { tokens, open: undefined };
}

function tokenAt(html: string, start: number): HtmlToken | undefined {
  for (const [type, form] of forms) {
    form.lastIndex = start;
    if (form.test(html)) return { start, end: form.lastIndex, type };
  }
  return undefined;
}
