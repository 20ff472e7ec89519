/**
 * A path as NARA takes names (Bulletin 2015-04 appendix B: a-z, 0-9, `-` and `_`, one period): `Mill Road.warc.gz` becomes
 * `mill-road-warc.gz`. A path that is safe stays as it is.
 */
export function safePath(path: string): string {
  const parts = path.split('/');
  return parts
    .map((part, index) => {
      const dot = index === parts.length - 1 ? part.lastIndexOf('.') : -1;
      const [stem, ending] = dot < 1 ? [part, ''] : [part.slice(0, dot), part.slice(dot + 1)];
      const [safe, end] = [safeWord(stem) || 'capture', safeWord(ending)];
      return end === '' ? safe : `${safe}.${end}`;
    })
    .join('/');
}

function safeWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
