import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What can be found of the pictures of a post. */
export const assetRules = {
  'img-broken': {
    severity: 'error',
    title: 'A picture cannot be decoded',
    meaning: 'Readers would see nothing, or a part of it.',
    clause: 'ISO 19005-2 §6.2.8',
    cure: 'Copy the file again from where it came; if it is damaged there too, save the picture anew and look whether all of it is there.',
    blocksFiling: true,
  },
  'img-animated': {
    severity: 'warning',
    title: 'A picture moves',
    meaning: 'The PDF shows its first frame alone, and no reader of the EPUB can stop it.',
    clause: 'WCAG 2.2 SC 2.2.2',
    cure: 'Give the picture as one that stands still, or say in words what moves; see that nothing in it flashes.',
    blocksFiling: false,
    withholds: [],
  },
  'img-format-unsupported': {
    severity: 'error',
    title: 'A picture is of a kind that cannot be published',
    meaning: 'Readers see its alternative in its place.',
    clause: 'EPUB 3.3 §3.2',
    cure: 'Save the picture as PNG, JPEG, GIF, WebP or SVG, or install what the message names.',
    blocksFiling: true,
  },
  'img-incomplete': {
    severity: 'error',
    title: 'A picture shows what is not in it',
    meaning: 'A part of it would be missing without a word; readers see its alternative in its place.',
    clause: 'house rule',
    cure: 'Save the SVG with its pictures and styles inside and its text as text or as outlines, and add a font package for its script under `fonts:` in tagleaf.yaml; or save it as PNG.',
    blocksFiling: true,
  },
  'img-saved-changed': {
    severity: 'error',
    title: 'A saved picture is another one than was saved',
    meaning: 'Nobody knows any more whether the post showed this picture; readers see its alternative.',
    clause: 'house rule',
    cure: 'Save the picture anew from where it was, or put the SHA-256 of the right file into pictures.csv.',
    blocksFiling: true,
  },
  'img-too-large': {
    severity: 'error',
    title: 'A picture is too large',
    meaning: 'Decoding it could take all the memory of the machine, so it was left out.',
    clause: 'house rule',
    cure: 'Make the picture smaller, or raise limits.imagePixels in tagleaf.yaml.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type AssetRuleId = keyof typeof assetRules | 'img-missing' | 'img-outside-root';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<AssetRuleId> = reporterOf({ ...assetRules, ...documentRules });
