import scripts from 'unicode-properties';

/** Packages whose name is not that of the script. */
const named: Readonly<Record<string, string>> = {
  Han: 'noto-sans-sc',
  Hiragana: 'noto-sans-jp',
  Katakana: 'noto-sans-jp',
  Bopomofo: 'noto-sans-tc',
  Hangul: 'noto-sans-kr',
};

/** The font package that covers the script of a character, by its name; `undefined` for signs of no script. */
export function suggestPackage(
  character: string,
): { readonly script: string; readonly name: string } | undefined {
  const script = scripts.getScript(character.codePointAt(0) ?? 0);
  if (script === null || script === 'Common' || script === 'Inherited' || script === 'Unknown')
    return undefined;
  const words = script.replaceAll('_', ' ');
  const name = named[script] ?? `noto-sans-${words.toLowerCase().replaceAll(' ', '-')}`;
  return { script: words, name: `@expo-google-fonts/${name}` };
}
