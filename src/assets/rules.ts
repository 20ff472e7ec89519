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
  'img-format-unsupported': {
    severity: 'error',
    title: 'A picture is neither PNG nor JPEG',
    meaning: 'These two can be in PDF/A and are shown by every reading system.',
    clause: 'house rule',
    cure: 'Save the picture as PNG or JPEG.',
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
