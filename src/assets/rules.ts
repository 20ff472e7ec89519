import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What can be found of the pictures of a post. */
export const assetRules = {
  'img-broken': {
    severity: 'error',
    clause: 'ISO 19005-2 §6.2.8',
    cure: 'Save the picture again as PNG or JPEG.',
  },
  'img-format-unsupported': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Save the picture as PNG or JPEG.',
  },
  'img-too-large': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Make the picture smaller, or raise limits.imagePixels in tagleaf.yaml.',
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type AssetRuleId = keyof typeof assetRules | 'img-missing' | 'img-outside-root';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<AssetRuleId> = reporterOf({ ...assetRules, ...documentRules });
