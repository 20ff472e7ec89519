import * as v from 'valibot';
import { isLanguageTag } from '../document/language-tag.ts';

/** A path as a user writes it. */
export const path = v.pipe(v.string(), v.minLength(1));

/** A path or several. */
export const paths = v.union([path, v.array(path)]);

/** A language (BCP 47): what posts take over from here is not looked at again, and a PDF with it would claim to have a language. */
export const languageTag = v.pipe(v.string(), v.check(isLanguageTag, 'a language tag such as en-US'));
