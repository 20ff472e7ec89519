import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What can be found where the words of a post are held against what became of them. */
export const accountRules = {
  'words-unaccounted': {
    severity: 'error',
    title: 'Words of the post are in neither file',
    meaning: 'They stand in the source, but not in what was read of it, and nothing else says why.',
    clause: 'house rule',
    cure: 'Write them in a way that is read, or, if they are no words for readers, overrule the rule with a reason.',
    judgement: true,
    blocksFiling: true,
  },
  'plugin-lost-words': {
    severity: 'warning',
    title: 'Words of the post are in neither file, and plug-ins took part in reading it',
    meaning: 'A plug-in may take words away or write others; whether it was meant to, only you know.',
    clause: 'house rule',
    cure: 'Nothing to do if the plug-in is to change these words; else correct it.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<keyof typeof accountRules> = reporterOf(accountRules);
