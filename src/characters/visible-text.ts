/** Whether a code point draws nothing where no face has it (Unicode, Default_Ignorable_Code_Point). */
export function isIgnorable(codePoint: number): boolean {
  return codePoint >= 0xad && /^\p{Default_Ignorable_Code_Point}$/u.test(String.fromCodePoint(codePoint));
}

// A braille pattern without dots is drawn as a space; anchors of annotations (U+FFF9 to U+FFFB) as nothing.
const visible = /[^\s\p{Z}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** Whether a text holds a character that can be seen or heard: spaces of all kinds and letters that draw nothing say nothing. */
export function hasVisibleText(text: string): boolean {
  return visible.test(text);
}

/** Whether a text is dots and dashes alone, as they stand where somebody had to write something. */
export function isFiller(text: string): boolean {
  return /^[\p{Pd}.…·•_*\s]+$/u.test(text);
}
