import type { Root } from 'mdast';
import { Document, isMap, isScalar, Scalar } from 'yaml';
import { formatPlainDate } from '../document/plain-date.ts';
import type { InputFacts } from './input/input-record.ts';
import { writeMarkdown } from './write-markdown.ts';
import { withReferences } from '../xml/references.ts';

/** The file that a post was made from. */
export interface PostSource {
  /** Where it lies beside the post, else its path below the folder given, or its name; parts separated by `/`. */
  readonly file: string;
  /** That path or name, where `file` is its copy. */
  readonly original?: string;
  /** Of the original, where `file` holds a part of it alone. */
  readonly originalSha256?: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}

/** The Markdown file of a post: front matter with the facts that are there, then the body. */
export function writePost(facts: InputFacts, body: Root, source: PostSource): string {
  return `---\n${writeFrontMatter(facts, source)}---\n\n${writeMarkdown(body)}`;
}

const bylineLead =
  /^(?:(?:posted|written|published|submitted|reported)?\s*by|(?:publicado )?por|(?:publié )?par|(?:veröffentlicht )?von|authors?(?=\s*:)|autor(?=\s*:)|auteur(?=\s*:))(?:\s?:)?\s+/iu;

function writeFrontMatter(facts: InputFacts, source: PostSource): string {
  const { title, byline, released, releasedAsShown, updated, updatedAsShown, archived, captured } = facts;
  const author = byline?.replace(bylineLead, '').trim();
  const values = {
    title,
    byline,
    authors: author ? [author] : undefined,
    released: released && formatPlainDate(released),
    released_as_shown: releasedAsShown,
    updated: updated && formatPlainDate(updated),
    updated_as_shown: updatedAsShown,
    lang: facts.lang,
    agency: facts.agency,
    archived: archived && { label: archived.label, notice: archived.notice },
  };
  const from = {
    url: facts.url,
    file: source.file,
    original: source.original,
    original_sha256: source.originalSha256,
    sha256: source.sha256,
    captured: captured?.on,
    digest: captured?.digest,
  };
  const document = new Document({
    ...inCharacters(withoutUndefined(values)),
    source: withoutUndefined(from),
  });
  const notice = document.getIn(['archived', 'notice'], true);
  if (isScalar(notice)) notice.type = Scalar.BLOCK_FOLDED;
  if (isMap(document.contents)) document.contents.flow = false;
  return document.toString({ lineWidth: 100, singleQuote: true });
}

/** What looks like a character reference in a fact is written so that it is read as it stands. */
function inCharacters(facts: object): object {
  const written = (value: unknown): unknown => {
    if (typeof value === 'string') return withReferences(value, /&(?=[#\w]+;)/gu);
    if (Array.isArray(value)) return value.map(written);
    return typeof value === 'object' && value !== null ? inCharacters(value) : value;
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, written(value)]));
}

function withoutUndefined(values: object): object {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
      if (value === undefined) return [];
      const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [[key, isMapping ? withoutUndefined(value) : value]];
    }),
  );
}
