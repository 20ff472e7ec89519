import type { Message } from '../diagnostics/message.ts';
import type { CollectionFiles } from '../project/find-collection-posts.ts';
import type { ListDifference } from '../project/find-listed.ts';
import { shownPath } from '../project/shown-path.ts';
import { reportRule, type PublishRuleId } from './rules.ts';

type Report = (what: string) => { readonly ruleId: PublishRuleId; readonly reason: string };

const reports: Readonly<Record<ListDifference['kind'], Report>> = {
  missing: (what) => ({
    ruleId: 'contents-missing',
    reason: `“${what}” is listed, but there is no such file`,
  }),
  unread: (what) => ({
    ruleId: 'contents-unread',
    reason: `“${what}” is listed, but is no Markdown file of the book`,
  }),
  twice: (what) => ({
    ruleId: 'contents-unread',
    reason: `“${what}” is listed twice; it stands where it is listed first`,
  }),
  unlisted: (what) => ({
    ruleId: 'contents-unlisted',
    reason: `\`${what}\` is not listed, and no part of the book`,
  }),
};

/** How the lists of contents differ from the files, in the order of the lists. */
export function reportDifferences(
  differences: CollectionFiles['differences'],
  cwd: string,
): readonly Message[] {
  return differences.map(({ kind, what, list }) => {
    const { ruleId, reason } = reports[kind](kind === 'unlisted' ? shownPath(what, cwd) : what);
    return reportRule(ruleId, { reason, file: list });
  });
}
