/** A package of faces for scripts that the faces for running text do not have. */
export interface ScriptPackage {
  readonly name: string;
  /** Names of the scripts (UAX 24) whose characters it has; of no others is it used. */
  readonly scripts: readonly string[];
  /** The languages that have forms of their own there: for these it comes first, for others last. */
  readonly languages?: RegExp;
  /** Whether it comes with Tagleaf; else it is used where it is installed. */
  readonly comes?: true;
}

/** All are under the SIL Open Font License 1.1. Of several for a script, the first is for languages that none names. */
export const scriptPackages: readonly ScriptPackage[] = [
  { name: 'noto-naskh-arabic', scripts: ['Arabic'], comes: true },
  { name: 'noto-nastaliq-urdu', scripts: ['Arabic'], languages: /^ur\b/iu },
  { name: 'noto-sans-hebrew', scripts: ['Hebrew'], comes: true },
  { name: 'noto-sans-devanagari', scripts: ['Devanagari'], comes: true },
  { name: 'noto-sans-bengali', scripts: ['Bengali'], comes: true },
  { name: 'noto-sans-tamil', scripts: ['Tamil'], comes: true },
  { name: 'noto-sans-telugu', scripts: ['Telugu'], comes: true },
  { name: 'noto-sans-thai', scripts: ['Thai'], comes: true },
  { name: 'noto-sans-gujarati', scripts: ['Gujarati'] },
  { name: 'noto-sans-gurmukhi', scripts: ['Gurmukhi'] },
  { name: 'noto-sans-kannada', scripts: ['Kannada'] },
  { name: 'noto-sans-malayalam', scripts: ['Malayalam'] },
  { name: 'noto-sans-oriya', scripts: ['Oriya'] },
  { name: 'noto-sans-sinhala', scripts: ['Sinhala'] },
  { name: 'noto-sans-khmer', scripts: ['Khmer'] },
  { name: 'noto-sans-lao', scripts: ['Lao'] },
  { name: 'noto-sans-myanmar', scripts: ['Myanmar'] },
  { name: 'noto-sans-ethiopic', scripts: ['Ethiopic'] },
  { name: 'noto-sans-armenian', scripts: ['Armenian'] },
  { name: 'noto-sans-georgian', scripts: ['Georgian'] },
  { name: 'noto-serif-tibetan', scripts: ['Tibetan'] },
  { name: 'noto-sans-thaana', scripts: ['Thaana'] },
  { name: 'noto-sans-syriac', scripts: ['Syriac'] },
  { name: 'noto-sans-sc', scripts: ['Han', 'Bopomofo'] },
  { name: 'noto-sans-hk', scripts: ['Han', 'Bopomofo'], languages: /^(?:zh|yue)\b.*-HK\b/iu },
  {
    name: 'noto-sans-tc',
    scripts: ['Han', 'Bopomofo'],
    languages: /^(?:zh|yue)\b.*-(?:Hant|TW|MO)\b/iu,
  },
  { name: 'noto-sans-jp', scripts: ['Han', 'Hiragana', 'Katakana'], languages: /^ja\b/iu },
  { name: 'noto-sans-kr', scripts: ['Hangul', 'Han'], languages: /^ko\b/iu },
];

/** Its name in the registry of npm. */
export function packageNameOf({ name }: ScriptPackage): string {
  return `@expo-google-fonts/${name}`;
}
