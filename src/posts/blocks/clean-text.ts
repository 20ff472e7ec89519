import { codePoint } from '../../characters/code-point.ts';
import type { Place } from '../../diagnostics/message.ts';
import { placeWithin } from '../../document/place-within.ts';
import { type PostContext, report } from '../context/post-context.ts';

const privateUse = /\p{Co}/gu;
const latinLigatures = /[\ufb00-\ufb06]/gu;

/** Words as both outputs have them: Latin ligatures are spelt out; characters of private use are told. */
export function cleanText(value: string, place: Place | undefined, context: PostContext): string {
  return cleanCode(value, place, context).replace(latinLigatures, (ligature) => ligature.normalize('NFKC'));
}

/** The same of code, whose letters stay as they are. */
export function cleanCode(value: string, place: Place | undefined, context: PostContext): string {
  for (const [match] of value.matchAll(privateUse)) {
    report(context, 'pua-char', {
      reason: `Private-use character ${codePoint(match)}`,
      place: placeWithin(match, place, context.source),
    });
  }
  return value;
}
