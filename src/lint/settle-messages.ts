import type { Message, Place, Severity } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { findMessageRule, isOverrulable } from '../catalogue/message-rules.ts';
import type { Document, Suppression } from '../document/document.ts';
import { suppressionFinder } from './find-suppression.ts';

/** How serious a rule is in this project, by its id; `off` where it is not asked for. */
export type RuleLevels = Readonly<Record<string, Severity | 'off' | undefined>>;

/**
 * The messages of one post as the project and its author want them: levels changed, those overruled with a reason
 * kept at info level with that reason, and a warning for each comment that overrules nothing.
 */
export function settleMessages(
  messages: readonly Message[],
  { document, levels }: { readonly document: Document; readonly levels: RuleLevels },
): readonly Message[] {
  const used = new Set<Suppression>();
  const suppressions = document.suppressions ?? [];
  const findSuppression = suppressionFinder(suppressions);
  const settled = withLevels(messages, levels).map((message) => {
    const suppression = findSuppression(message);
    if (suppression === undefined) return message;
    used.add(suppression);
    const { reason } = suppression;
    return { ...message, severity: 'info' as const, withholds: [], suppressed: reason };
  });
  const idle = suppressions.filter((suppression) => !used.has(suppression));
  return [
    ...toldOnce(settled),
    ...idle.flatMap((suppression) => tellIdle(suppression, { document, levels })),
  ];
}

/** Rules on how a post was typed, which editors do everywhere or nowhere. */
const once: ReadonlySet<string> = new Set(['nbsp-run', 'sentence-space']);

/** Rules on what a tool writes into each element alike: told once where all words of the message are the same. */
const onceAlike: ReadonlySet<string> = new Set(['html-attr-dropped', 'html-unwrapped']);

function keyOf({ ruleId, reason, place, suppressed }: Message): string | undefined {
  if (place === undefined || suppressed !== undefined) return undefined;
  if (once.has(ruleId)) return ruleId;
  return onceAlike.has(ruleId) ? `${ruleId} ${reason}` : undefined;
}

/** The same messages, those of such a rule as one at the first place, with how many there are. What an author overruled stays apart. */
function toldOnce(messages: readonly Message[]): readonly Message[] {
  const places = new Map<string, Place[]>();
  for (const message of messages) {
    const key = keyOf(message);
    if (key === undefined || message.place === undefined) continue;
    const known = places.get(key);
    if (known) known.push(message.place);
    else places.set(key, [message.place]);
  }
  return messages.flatMap((message) => {
    const { place, reason } = message;
    const all = places.get(keyOf(message) ?? '') ?? [];
    if (place === undefined || all.length < 2) return [message];
    if (place !== all[0]) return [];
    const count = all.length - 1;
    const others = `and in ${count} more ${count === 1 ? 'place' : 'places'} of the post`;
    return [{ ...message, reason: `${reason}, ${others}`, also: all.slice(1) }];
  });
}

/** The same messages at the levels of the project, without those that are off. */
export function withLevels(messages: readonly Message[], levels: RuleLevels): readonly Message[] {
  return messages.flatMap((message) => {
    const rule = findMessageRule(message.ruleId);
    const withheld = rule?.withholds ?? ['pdf', 'epub'];
    const given = levels[message.ruleId] ?? message.severity;
    // A file that claims nothing must say why.
    const level = given === 'off' && rule?.withholdsAtAnyLevel ? 'info' : given;
    if (level === 'off') return [];
    if (level === message.severity) return [message];
    if (rule?.withholdsAtAnyLevel) return [{ ...message, severity: level, withholds: withheld }];
    return [{ ...message, severity: level, withholds: level === 'error' ? withheld : [] }];
  });
}

function tellIdle(
  { ruleId, reason, place }: Suppression,
  { document, levels }: { readonly document: Document; readonly levels: RuleLevels },
): readonly Message[] {
  if (levels[ruleId] === 'off') return [];
  const found = { file: document.file, place };
  if (findMessageRule(ruleId) === undefined) {
    return [reportRule('suppression-unused', { reason: `There is no rule “${ruleId}”`, ...found })];
  }
  if (!isOverrulable(ruleId)) {
    const why = `“${ruleId}” is proven, not suspected: it cannot be overruled`;
    return [reportRule('suppression-unused', { reason: why, ...found })];
  }
  if (reason === '') {
    return [
      reportRule('suppression-without-reason', { reason: `No reason to overrule “${ruleId}”`, ...found }),
    ];
  }
  return [reportRule('suppression-unused', { reason: `“${ruleId}” has nothing to say here`, ...found })];
}
