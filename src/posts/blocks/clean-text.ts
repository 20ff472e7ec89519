import type { Place } from '../../diagnostics/message.ts';
import { placeWithin } from '../../document/place-within.ts';
import { type PostContext, report } from '../context/post-context.ts';

// Everything but tab and line ends that XML 1.0 §2.2 forbids, C1 controls, and noncharacters.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]/gu;
const privateUse = /\p{Co}/gu;
const latinLigatures = /[\ufb00-\ufb06]/gu;

/** The characters as both outputs can carry them: no control characters, Latin ligatures spelt out (mapping §1.3). */
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
  return value.replace(control, (found) => {
    report(context, 'control-char', {
      reason: `Control character ${codePoint(found)} removed`,
      place: placeWithin(found, place, context.source),
    });
    return '';
  });
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
