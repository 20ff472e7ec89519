import { parse } from 'bcp-47';

/** Whether a text can be a language tag (BCP 47): well-formed, and no name of a language such as “english”. */
export function isLanguageTag(text: string): boolean {
  const { language, irregular, regular, privateuse } = parse(text);
  // The standard keeps longer ones free and none is registered.
  if (typeof language === 'string' && language.length > 3) return false;
  return (
    [language, irregular, regular].some((part) => part !== null && part !== undefined) ||
    privateuse.length > 0
  );
}
