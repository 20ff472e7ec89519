import type { Dialect } from '../../document/dialect.ts';
import { hasConstruct } from './dialect.ts';

/** What hides a block or a phrase: its class alone, or a condition that does not hold of the files that are made. */
export type Hiding = 'hidden' | `${'when' | 'unless'}-${string}`;

/** Classes and other attributes in braces. */
export interface Braces {
  readonly classes: readonly string[];
  readonly named: Readonly<Record<string, string | null | undefined>>;
}

/** What decides of conditions. */
export interface Conditions {
  readonly dialect: Dialect;
  /** What the front matter says, by its keys. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Why the pages of a dialect do not show what has such classes, `undefined` where they do. Quarto, which reads Pandoc's, hides `.hidden`, and of
 * `.content-visible` and `.content-hidden` what is not for the format that is made. In other dialects a class hides only what a style sheet says.
 */
export function hidingOf({ classes, named }: Braces, { dialect, params }: Conditions): Hiding | undefined {
  if (!hasConstruct(dialect, 'conditions')) return undefined;
  if (dialect === 'pandoc' && classes.includes('hidden')) return 'hidden';
  const hides = classes.includes('content-hidden');
  if (!hides && !classes.includes('content-visible')) return undefined;
  const conditions = Object.keys(named).filter((name) => condition.test(name));
  const failing = conditions.find((name) => !holds(name, named[name] ?? '', params));
  if ((failing === undefined) !== hides) return undefined;
  const deciding = failing ?? conditions[0];
  // Sound: only names that begin so are among the conditions.
  return deciding === undefined ? 'hidden' : (`${deciding}="${named[deciding] ?? ''}"` as Hiding);
}

/** Whether a class or an attribute only says when something is shown: once that is decided, nothing of it is lost. */
export function saysWhen(name: string): boolean {
  return name === 'content-visible' || name === 'content-hidden' || condition.test(name);
}

/** The condition for which something is hidden; `undefined` where it is hidden for another reason. */
export function failedCondition(hidden: unknown): string | undefined {
  return typeof hidden === 'string' && /^(?:when|unless)-/u.test(hidden) ? hidden : undefined;
}

const condition = /^(?:when|unless)-(?:format|meta|profile)$/u;

function holds(name: string, value: string, params: Conditions['params']): boolean {
  return isSo(name.slice(name.indexOf('-') + 1), value, params) === name.startsWith('when-');
}

/** Files that are printed show what a site prints; no profile is active, and what the front matter does not say is not so. */
function isSo(of: string, value: string, params: Conditions['params']): boolean {
  if (of === 'format') return ofPrint.has(value.toLowerCase());
  if (of !== 'meta' || !Object.hasOwn(params, value)) return false;
  return params[value] !== 'false' && params[value] !== '';
}

/** Names of formats that mean a file to be printed: a post has one version for both of its files, and that is the one that PDF would have. */
const ofPrint: ReadonlySet<string> = new Set(['pdf', 'latex']);
