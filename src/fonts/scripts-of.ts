import { scriptPackages } from './script-packages.ts';

/** Punctuation and wide forms of China, Japan and Korea: of no script, and in the fonts of these alone. */
const wideForms = '\\u3000-\\u303f\\uff00-\\uff65\\uffe0-\\uffe6';
const eastAsian = ['Han', 'Hangul', 'Hiragana', 'Katakana'];

/** The characters of each script that has faces of its own, those that it shares with others among them (UAX 24, `scx`). */
const patterns: ReadonlyMap<string, RegExp> = new Map(
  scriptPackages.flatMap(({ scripts }) => scripts.map((script) => [script, patternOf(script)] as const)),
);

function patternOf(script: string): RegExp {
  return new RegExp(`[\\p{scx=${script}}${eastAsian.includes(script) ? wideForms : ''}]`, 'u');
}

/** What may be of such a script: nothing that Latin text is full of. */
const others = /[\u0530-\u{10FFFF}]/u;

/** Whether a character belongs to one of these scripts. */
export function isOfScripts(codePoint: number, scripts: readonly string[]): boolean {
  const character = String.fromCodePoint(codePoint);
  return scripts.some((script) => patterns.get(script)?.test(character));
}

/** The scripts with faces of their own of which a text has characters. */
export function scriptsOf(text: string): ReadonlySet<string> {
  if (!others.test(text)) return new Set();
  return new Set([...patterns].flatMap(([script, pattern]) => (pattern.test(text) ? [script] : [])));
}
