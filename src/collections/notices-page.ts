import type { Block, Document, ListItem } from '../document/document.ts';
import { fillString, type Strings } from '../document/strings.ts';
import type { Collection } from './collection.ts';
import { chapterTitle, startOf } from '../document/publication-outline.ts';
import { generatedDocument, paragraphOf, phrase, textInline } from '../document/generated-document.ts';

/** The archive notices that stand on several posts, each once with links to them; nothing where there are none. */
export function noticesPage(
  collection: Collection,
  posts: readonly Document[],
  strings: Strings,
): Document | undefined {
  const { lang } = collection;
  const sharing = [...byNotice(posts).values()].filter((sharers) => sharers.length > 1);
  if (sharing.length === 0) return undefined;
  const body = sharing.flatMap((sharers): readonly Block[] => {
    const notice = sharers[0]?.titleBlock.find(
      (block) => block.type === 'callout' && block.kind === 'archived',
    );
    const intro = fillString(strings, 'noticeOn', { count: String(sharers.length) });
    const items = sharers.map(itemOf);
    return [
      ...(notice ? [notice] : []),
      paragraphOf(phrase(intro, strings, lang)),
      { type: 'list', numbering: 'bullet', tight: true, depth: 0, items },
    ];
  });
  return generatedDocument({ name: 'notices', title: strings.words.notices, lang, body, words: strings });
}

function byNotice(posts: readonly Document[]): ReadonlyMap<string, readonly Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    const { archived, lang } = post.metadata;
    if (!archived) continue;
    const key = JSON.stringify([archived.label, archived.notice, lang]);
    const group = groups.get(key);
    if (group) group.push(post);
    else groups.set(key, [post]);
  }
  return groups;
}

function itemOf(document: Document): ListItem {
  const { metadata } = document;
  const words = [textInline(chapterTitle({ document }))];
  const id = startOf(document);
  const link = { type: 'link', target: { kind: 'internal', id: id ?? '' }, children: words } as const;
  const lang = metadata.lang === undefined ? {} : { lang: metadata.lang };
  const children = id === undefined ? words : [{ ...link, ...lang }];
  return { type: 'list-item', children: [paragraphOf(children)] };
}
