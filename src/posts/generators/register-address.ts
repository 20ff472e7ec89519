/** Where the registers are whose names MyST takes for schemes of addresses (external references). */
const registers: Readonly<Record<string, string>> = {
  doi: 'https://doi.org/',
  ror: 'https://ror.org/',
  rrid: 'https://scicrunch.org/resolver/RRID:',
};

/** An address on the web, with what it is called. */
export interface RegisterAddress {
  readonly href: string;
  readonly name: string;
}

/** The address of `doi:10.5555/x`, `wiki:Page_name` or `wiki:fr:Page` and their like; `undefined` for all others. */
export function registerAddress(href: string): RegisterAddress | undefined {
  const [, scheme = '', entry = ''] = /^([a-z]+):([^\s]+)$/iu.exec(href) ?? [];
  const register = scheme.toLowerCase();
  if (entry === '' || entry.startsWith('//')) return undefined;
  if (register === 'wiki') {
    const [, language = 'en', page = entry] = /^([a-z]{2,3}):(.+)$/u.exec(entry) ?? [];
    return { href: `https://${language}.wikipedia.org/wiki/${page}`, name: page.replaceAll('_', ' ') };
  }
  const base = Object.hasOwn(registers, register) ? registers[register] : undefined;
  return base === undefined ? undefined : { href: base + entry.replace(/^RRID:/u, ''), name: href };
}
