/**
 * The characters of each script that has faces of its own, those that it shares with others among them (UAX 24, `scx`), with the
 * punctuation and the wide forms of China, Japan and Korea, which are of no script and in the fonts of these alone.
 */
const patterns: Readonly<Record<string, RegExp>> = {
  Arabic: /\p{scx=Arabic}/u,
  Hebrew: /\p{scx=Hebrew}/u,
  Devanagari: /\p{scx=Devanagari}/u,
  Bengali: /\p{scx=Bengali}/u,
  Tamil: /\p{scx=Tamil}/u,
  Telugu: /\p{scx=Telugu}/u,
  Thai: /\p{scx=Thai}/u,
  Gujarati: /\p{scx=Gujarati}/u,
  Gurmukhi: /\p{scx=Gurmukhi}/u,
  Kannada: /\p{scx=Kannada}/u,
  Malayalam: /\p{scx=Malayalam}/u,
  Oriya: /\p{scx=Oriya}/u,
  Sinhala: /\p{scx=Sinhala}/u,
  Khmer: /\p{scx=Khmer}/u,
  Lao: /\p{scx=Lao}/u,
  Myanmar: /\p{scx=Myanmar}/u,
  Ethiopic: /\p{scx=Ethiopic}/u,
  Armenian: /\p{scx=Armenian}/u,
  Georgian: /\p{scx=Georgian}/u,
  Tibetan: /\p{scx=Tibetan}/u,
  Thaana: /\p{scx=Thaana}/u,
  Syriac: /\p{scx=Syriac}/u,
  Han: /[\p{scx=Han}\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/u,
  Bopomofo: /\p{scx=Bopomofo}/u,
  Hiragana: /[\p{scx=Hiragana}\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/u,
  Katakana: /[\p{scx=Katakana}\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/u,
  Hangul: /[\p{scx=Hangul}\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/u,
};

/** What may be of such a script: nothing that Latin text is full of. */
const others = /[\u0530-\u{10FFFF}]/u;

/** Whether a character belongs to one of these scripts. */
export function isOfScripts(codePoint: number, scripts: readonly string[]): boolean {
  const character = String.fromCodePoint(codePoint);
  return scripts.some((script) => patterns[script]?.test(character));
}

/** The scripts with faces of their own of which a text has characters. */
export function scriptsOf(text: string): ReadonlySet<string> {
  if (!others.test(text)) return new Set();
  return new Set(
    Object.entries(patterns).flatMap(([script, pattern]) => (pattern.test(text) ? [script] : [])),
  );
}
