import type { Place } from '../../diagnostics/message.ts';
import { type PostContext, report } from '../context/post-context.ts';

const address = /^xref:([\w-]{1,100})(\/[^#]*)?(?:#(.*))?$/u;

/**
 * Where a link of MyST leads in another project (`xref:spec/tables#example`), by the address that `references` of the nearest `myst.yml` has
 * for its name. On which page a place lies whose page is not named only the inventory of that project says: the link then leads to its
 * beginning, which is told. `undefined` for any other address.
 */
export function otherProject(
  href: string,
  place: Place | undefined,
  context: PostContext,
): string | undefined {
  const [, name, page = '', fragment = ''] = address.exec(href) ?? [];
  if (name === undefined || context.dialect !== 'myst') return undefined;
  const key = `project.references.${name}`;
  const base = context.variable?.(key, 'xref') ?? context.variable?.(`${key}.url`, 'xref');
  if (base === undefined || !/^https?:\/\//iu.test(base)) return undefined;
  const path = page.replace(/^\/+/u, '');
  if (path !== '')
    return `${base.replace(/(?<!\/)\/+$/u, '')}/${path}${fragment === '' ? '' : `#${fragment}`}`;
  if (fragment !== '') {
    const reason = `Link to “${href}” leads to the beginning of “${base}”: which page has “#${fragment}” is not known`;
    report(context, 'link-address-unknown', { reason, place });
  }
  return base;
}
