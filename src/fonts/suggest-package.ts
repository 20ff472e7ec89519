import scripts from 'unicode-properties';

/** Packages whose name is not that of the script. */
const named: Readonly<Record<string, string>> = {
  Han: 'noto-sans-sc',
  Hiragana: 'noto-sans-jp',
  Katakana: 'noto-sans-jp',
  Bopomofo: 'noto-sans-tc',
  Hangul: 'noto-sans-kr',
};

/** Of what Chinese, Japanese and Korean share, the letters have other forms in each: the language says which. */
const hanOf: readonly (readonly [RegExp, string])[] = [
  [/^ja\b/iu, 'noto-sans-jp'],
  [/^ko\b/iu, 'noto-sans-kr'],
  [/^(?:zh|yue)\b.*-HK\b/iu, 'noto-sans-hk'],
  [/^(?:zh|yue)\b.*-(?:Hant|TW|MO)\b/iu, 'noto-sans-tc'],
  [/^(?:zh|cmn|wuu)\b/iu, 'noto-sans-sc'],
];

/** Punctuation and wide forms of China, Japan and Korea: of no script, and in the fonts of these alone. */
const signOfHan = /^[\p{scx=Han}\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/u;

/**
 * The font package that covers the script of a character, by its name; `undefined` for signs of no script. Of several languages
 * the first that is written in a script of China, Japan or Korea decides between the packages of these.
 */
export function suggestPackage(
  character: string,
  languages: readonly string[] = [],
): { readonly script: string; readonly name: string } | undefined {
  const found = scripts.getScript(character.codePointAt(0) ?? 0);
  const script = found === 'Common' && signOfHan.test(character) ? 'Han' : found;
  if (script === null || script === 'Common' || script === 'Inherited' || script === 'Unknown')
    return undefined;
  const words = script.replaceAll('_', ' ');
  const name =
    (script === 'Han' ? hanFor(languages) : undefined) ??
    named[script] ??
    `noto-sans-${words.toLowerCase().replaceAll(' ', '-')}`;
  return { script: words, name: `@expo-google-fonts/${name}` };
}

function hanFor(languages: readonly string[]): string | undefined {
  for (const language of languages) {
    const found = hanOf.find(([form]) => form.test(language));
    if (found) return found[1];
  }
  return undefined;
}
