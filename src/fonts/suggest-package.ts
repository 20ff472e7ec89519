import scripts from 'unicode-properties';
import { isOfScripts } from './scripts-of.ts';
import { packageNameOf, scriptPackages, type ScriptPackage } from './script-packages.ts';

/** A font package for a script. */
export interface SuggestedPackage {
  readonly script: string;
  /** In the registry of npm. */
  readonly name: string;
  /** Whether it is used wherever it is installed; else `fonts:` names it. */
  readonly isFound: boolean;
}

/**
 * The font package that covers the script of a character, by its name; `undefined` for signs of no script. Of several languages
 * the first that is written in a script of China, Japan or Korea decides between the packages of these.
 */
export function suggestPackage(
  character: string,
  languages: readonly string[] = [],
): SuggestedPackage | undefined {
  const found = scripts.getScript(character.codePointAt(0) ?? 0);
  const script = found === 'Common' && isOfScripts(character.codePointAt(0) ?? 0, ['Han']) ? 'Han' : found;
  if (script === null || script === 'Common' || script === 'Inherited' || script === 'Unknown')
    return undefined;
  const words = script.replaceAll('_', ' ');
  const known = packageFor(script, languages);
  const name = known
    ? packageNameOf(known)
    : `@expo-google-fonts/noto-sans-${words.toLowerCase().replaceAll(' ', '-')}`;
  return { script: words, name, isFound: known !== undefined };
}

/** How a person gets the font: what is found is used as soon as it is installed. */
export function howToGet({ script, name, isFound }: SuggestedPackage, characters: number): string {
  const them = characters === 1 ? 'it' : 'them';
  return isFound
    ? `${script}; \`npm install ${name}\` brings ${them}`
    : `${script}; the package ${name} has ${them}`;
}

/** Languages that are written in Han alone. */
const chinese = /^(?:zh|cmn|wuu)\b/iu;

function packageFor(script: string, languages: readonly string[]): ScriptPackage | undefined {
  const all = scriptPackages.filter((one) => one.scripts.includes(script));
  for (const language of languages) {
    const own = all.find((one) => one.languages?.test(language));
    if (own) return own;
    // A language that is written in the script, and is in no list, has the forms that all others have.
    if (script === 'Han' && chinese.test(language)) break;
  }
  return all.find((one) => !one.languages) ?? all[0];
}

/** The package that has what a face shows in the forms of a language; `undefined` where the face has them, or there are no others. */
export function packageOfForms(
  language: string,
  { scripts = [], languages }: Partial<Pick<ScriptPackage, 'scripts' | 'languages'>>,
): string | undefined {
  if (languages?.test(language)) return undefined;
  const all = scriptPackages.filter((one) => one.scripts.some((script) => scripts.includes(script)));
  const own = all.find((one) => one.languages?.test(language));
  if (own) return packageNameOf(own);
  // Chinese that says no region is written in the forms that no other language has for itself.
  const plain = languages && chinese.test(language) ? all.find((one) => !one.languages) : undefined;
  return plain && packageNameOf(plain);
}
