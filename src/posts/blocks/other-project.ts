import type { Place } from '../../diagnostics/message.ts';
import { type PostContext, report } from '../context/post-context.ts';

const xref = /^xref:([\w-]{1,100})(?:\/([^#]*))?(?:#(.*))?$/u;
/** A page (`jb:file-types/notebooks.md`, made of a role), or a place somewhere in the project (`#myst:intro/get-started`). */
const sphinx = /^(?:([\w-]{1,100}):([^#]+)\.md|#([\w-]{1,100}):(.+))$/u;

/**
 * Where a link of MyST leads in another project: `xref:spec/tables#example` by the address that `references` of the nearest `myst.yml` has
 * for its name, `jb:file-types/notebooks` by that of `intersphinx_mapping` of `conf.py`. On which page a place lies whose page is not named
 * only the inventory of that project says: the link then leads to its beginning, which is told. `undefined` for any other address.
 */
export function otherProject(
  href: string,
  place: Place | undefined,
  context: PostContext,
): string | undefined {
  const { name, page, fragment } = partsOf(href);
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

interface Parts {
  readonly name: string | undefined;
  readonly page: string;
  readonly fragment: string;
}

function partsOf(href: string): Parts {
  const [isXref, name, page = '', fragment = ''] = xref.exec(href) ?? [];
  if (isXref !== undefined) return { name, page, fragment };
  const [, ofPage, file = '', ofPlace, label = ''] = sphinx.exec(href) ?? [];
  // Sphinx makes a page of HTML of each file.
  if (ofPage !== undefined) return { name: ofPage, page: `${file}.html`, fragment: '' };
  return { name: ofPlace, page: '', fragment: label };
}
