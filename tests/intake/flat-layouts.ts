import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of the corpora with what is known of it. */
export interface KnownText {
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly paragraphs: readonly string[];
}

/** A page as a scraper leaves it, and what it says. */
export interface FlatLayout {
  readonly text: string;
  /** The words of the body; those that the layout adds and that are no fact stay out of it only where they are furniture. */
  readonly body: string;
}

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const folders = [
  'posts-18f/content/posts',
  'posts-whitehouse/statements-releases',
  'posts-whitehouse/speeches-remarks',
];

/** Whether the corpora lie beside the project. */
export const areThere = folders.every((folder) => existsSync(join(corpora, folder)));

/** Texts of the corpora without their markup, in the order of their names: `most` of each folder at the most. */
export function knownTexts(most: number): readonly KnownText[] {
  return folders.flatMap((folder) =>
    readdirSync(join(corpora, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .flatMap((name) => textOf(readFileSync(join(corpora, folder, name), 'utf8')))
      .slice(0, most),
  );
}

function textOf(source: string): readonly KnownText[] {
  const [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/u.exec(source) ?? [];
  const title = (/^title: *"?(.*(?:\n {2}.*)*?)"?$/mu.exec(head)?.[1] ?? '')
    .replace(/\\_/gu, ' ')
    .replace(/\\?\s*\n\s*\\?/gu, ' ')
    .replace(/^["'|>-]+|["']+$/gu, '')
    .trim();
  const day = /^date: *'?(\d{4}-\d{2}-\d{2})/mu.exec(head)?.[1];
  const slug = /^authors:\s*\n\s*- *([a-z-]+)/mu.exec(head)?.[1] ?? 'ana-ruiz';
  const author = slug.replace(/(?:^|-)([a-z])/gu, (_, letter: string) => ` ${letter.toUpperCase()}`).trim();
  const paragraphs = body
    .split(/\n\s*\n/u)
    .map((block) => block.replace(/\s+/gu, ' ').trim())
    .filter((block) => !/^[{<!|`~:-]|^\[\^|\{%|\{\{/u.test(block))
    .map((block) => block.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[*_`\\]|^#+ |^> /gu, ''))
    .filter((block) => /\p{L}/u.test(block));
  const isPlain = title.length > 0 && !/[\\{<]/u.test(title) && paragraphs.length >= 3;
  return day !== undefined && isPlain ? [{ title, author, day, paragraphs }] : [];
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

function parts(day: string): { readonly named: string; readonly numeric: string; readonly british: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = months[Number(month) - 1] ?? '';
  return {
    named: `${name} ${Number(date)}, ${year}`,
    numeric: `${month}/${date}/${year}`,
    british: `${Number(date)} ${name.slice(0, 3)} ${year}`,
  };
}

const notice =
  'This page is archived, and may contain outdated information that does not reflect current policy.';

/** Six layouts of a text. */
export const layouts: Readonly<Record<string, (of: KnownText) => FlatLayout>> = {
  'the sample’s: byline, text, label, notice and title glued, dates': ({
    title,
    author,
    day,
    paragraphs,
  }) => ({
    text: [
      `Posted by ${author}`,
      ...paragraphs,
      'Archived Content',
      `${notice}${title}`,
      `Release Date: ${parts(day).named}`,
    ].join('\n'),
    body: paragraphs.join('\n'),
  }),
  'title first, then the date; notice and “Return to top” at the end': ({ title, day, paragraphs }) => ({
    text: [
      title,
      `Release Date: ${parts(day).named}`,
      ...paragraphs,
      'Archived Content',
      notice,
      'Return to top',
    ].join('\n'),
    body: paragraphs.join('\n'),
  }),
  'title, by, posted with a numeric date': ({ title, author, day, paragraphs }) => ({
    text: [title, `By ${author}`, `Posted ${parts(day).numeric}`, '', ...paragraphs].join('\n\n'),
    body: paragraphs.join('\n'),
  }),
  'the frame of a site, a date without a label, notice and contact': ({ title, day, paragraphs }) => ({
    text: [
      'Skip to main content',
      'Home/News',
      title,
      `Monday, ${parts(day).named} - 10:30am`,
      ...paragraphs,
      'Contact the press office: press@agency.gov',
      'Archived Content',
      notice,
      'Return to top',
    ].join('\n'),
    body: [...paragraphs, 'Contact the press office: press@agency.gov'].join('\n'),
  }),
  'a press release': ({ title, day, paragraphs }) => ({
    text: ['FOR IMMEDIATE RELEASE', parts(day).british, '', title, '', ...paragraphs, '###'].join('\n\n'),
    body: ['FOR IMMEDIATE RELEASE', ...paragraphs, '###'].join('\n'),
  }),
  'notice first, a byline that has the date, a path that ends with the title': ({
    title,
    author,
    day,
    paragraphs,
  }) => ({
    text: [
      'ARCHIVED',
      notice,
      `Home > Blog > ${title}`,
      title,
      `Submitted by ${author} on ${parts(day).named} - 18:00`,
      ...paragraphs,
      'Log in to post comments',
      'Printer-friendly version',
    ].join('\n'),
    body: paragraphs.join('\n'),
  }),
};
