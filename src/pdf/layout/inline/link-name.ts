import type { Inline, LinkTarget } from '../../../document/inline.ts';
import { spokenText } from '../../../document/spoken-text.ts';
import { fillString } from '../../../document/strings.ts';
import type { LayoutContext } from '../context.ts';

/** What a link says of itself besides its words. */
export interface Named {
  readonly target: LinkTarget;
  readonly title?: string;
}

/**
 * The accessible name of a link (ISO 14289-1 §7.18.5): its words, so that whoever sees them can say them (WCAG 2.2, SC 2.5.3),
 * its title where that says more, and its host where neither does.
 */
export function linkName(
  { target, title }: Named,
  words: string,
  { strings }: Pick<LayoutContext, 'strings'>,
): string {
  const text = withTitle(oneLine(words), oneLine(title ?? ''));
  if (target.kind === 'internal') return text;
  if (target.url.startsWith('mailto:')) return mailName(target.url, text, strings);
  const host = /^https?:\/\/([^/?#]+)/iu.exec(target.url)?.[1] ?? '';
  if (text === '') return target.url;
  return text.includes(host) ? text : fillString(strings, 'linkTo', { text, host });
}

function withTitle(words: string, title: string): string {
  if (words === '') return title;
  return words.toLowerCase().includes(title.toLowerCase()) ? words : `${words} (${title})`;
}

/** The address is said once. */
function mailName(url: string, text: string, strings: LayoutContext['strings']): string {
  const address = url.slice('mailto:'.length).split('?')[0] ?? '';
  const name = fillString(strings, 'emailTo', { address });
  return text === '' || name.includes(text) ? name : `${text} (${name})`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The words of a link as they are read aloud, those of its pictures apart from what stands beside them. */
export function linkWords(inlines: readonly Inline[]): string {
  return spokenText(inlines, ({ alt = '' }) => ` ${alt} `);
}
