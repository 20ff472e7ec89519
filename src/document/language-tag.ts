import { parse } from 'bcp-47';

/** A language tag of BCP 47, already checked for its form, for instance `en-US`. */
export type LanguageTag = string;

/** Whether a tag is well-formed (RFC 5646 §2.2.9) and its language can be a registered one. */
export function isLanguageTag(tag: string): boolean {
  const { language, privateuse } = parse(tag);
  if (!language) return privateuse.length > 0;
  // No language subtag of more than three letters is registered, so that "english" is none.
  return language.length === 2 ? twoLetterCodes.has(language.toLowerCase()) : language.length === 3;
}

/** The two-letter language subtags of the IANA registry (RFC 5646 §3.1); they are stable. */
const twoLetterCodes: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
    'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ' +
    'ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt ' +
    'my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm ' +
    'sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);
