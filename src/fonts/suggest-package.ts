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

function packageFor(script: string, languages: readonly string[]): ScriptPackage | undefined {
  const all = scriptPackages.filter((one) => one.scripts.includes(script));
  for (const language of languages) {
    const own = all.find((one) => one.languages?.test(language));
    if (own) return own;
    // A language that is written in the script, and is in no list, has the forms that all others have.
    if (script === 'Han' && /^(?:zh|cmn|wuu)\b/iu.test(language)) break;
  }
  return all.find((one) => !one.languages) ?? all[0];
}

/** The package that has letters of these scripts in the forms of a language alone; `undefined` where it needs none. */
export function packageOfForms(language: string, scripts: readonly string[]): string | undefined {
  const own = scriptPackages.find(
    (one) => one.languages?.test(language) && one.scripts.some((script) => scripts.includes(script)),
  );
  return own && packageNameOf(own);
}
