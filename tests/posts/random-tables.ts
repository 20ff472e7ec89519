/** A sequence of numbers below 1 that is the same in every run (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Small tables in HTML as nobody should write them: rows without cells, spans beyond the table, parts in any order. */
export function randomTable(chance: () => number): string {
  const one = <T>(choices: readonly T[]): T | undefined => choices[Math.floor(chance() * choices.length)];
  const several = (most: number, make: () => string): string =>
    Array.from({ length: Math.floor(chance() * (most + 1)) }, make).join('');
  const span = (name: string): string => (chance() < 0.3 ? ` ${name}=${one([0, 1, 2, 3, 5, 70])}` : '');
  const cell = (): string => {
    const name = one(['td', 'td', 'th']);
    const scope = name === 'th' && chance() < 0.3 ? ` scope=${one(['row', 'col'])}` : '';
    return `<${name}${span('colspan')}${span('rowspan')}${scope}>${one(['a', 'b', 'c', '', '&nbsp;'])}</${name}>`;
  };
  const row = (): string => `<tr>${several(4, cell)}</tr>`;
  const part = (): string => {
    const name = one(['thead', 'tbody', 'tbody', 'tfoot', '']);
    return name ? `<${name}>${several(3, row)}</${name}>` : several(3, row);
  };
  const caption = chance() < 0.2 ? '<caption>C</caption>' : '';
  return `<table>${caption}${several(4, part)}</table>`;
}

/** Small definition lists in HTML: terms and definitions in any order, empty ones among them. */
export function randomDefinitions(chance: () => number): string {
  const parts = [
    '<dt>t</dt>',
    '<dt>u</dt>',
    '<dd>d</dd>',
    '<dd>e</dd>',
    '<dt></dt>',
    '<dd></dd>',
    '<div><dt>v</dt></div>',
    '<div><dt>w</dt><dd>x</dd></div>',
    '<dt><dfn>a <dfn>b</dfn></dfn></dt>',
    'words',
  ];
  const count = Math.floor(chance() * 6);
  const name = chance() < 0.2 ? ' id="list"' : '';
  return `<dl${name}>${Array.from({ length: count }, () => parts[Math.floor(chance() * parts.length)]).join('')}</dl>`;
}
