import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { LinkRecord } from './list-links.ts';
import type { LinkStatus } from './check-links.ts';

/** What a person should know of the links that were checked, at every place of each: links without a status have none. */
export function reportLinks(
  records: readonly LinkRecord[],
  statuses: ReadonlyMap<string, LinkStatus>,
): readonly Message[] {
  return records.flatMap(({ target, post, place }) => {
    const status = statuses.get(target);
    if (!status || status.state === 'ok') return [];
    const found = { file: post, place };
    switch (status.state) {
      case 'broken':
        return [reportRule('link-broken', { reason: `Link to “${target}” fails: ${status.why}`, ...found })];
      case 'redirected': {
        if (!status.permanent) return [];
        return [reportRule('link-moved', { reason: `“${target}” has moved to “${status.to}”`, ...found })];
      }
      case 'unchecked': {
        if (!/^https?:/iu.test(target)) return [];
        return [
          reportRule('link-unchecked', {
            reason: `Link to “${target}” was not checked: ${status.why}`,
            ...found,
          }),
        ];
      }
    }
  });
}
