import { UsageError } from '../diagnostics/errors.ts';
import type { SiteFacts, SiteSurvey } from '../sites/survey/site-facts.ts';
import { parseConfig } from './read-config.ts';

/** A configuration that was made of what a folder says. */
export interface FirstConfig {
  /** The content of `tagleaf.yaml`. */
  readonly text: string;
  /** What stands in it, by its keys, each on a line, for people. */
  readonly found: readonly string[];
  /** Whether it has a book. */
  readonly hasBook: boolean;
}

/** What one key is set to, and what is said of it. */
interface Entry {
  readonly key: string;
  readonly comment: string;
  /** The key with its value, as YAML. */
  readonly yaml: string;
}

/**
 * The configuration of a project by what its folder says, with a comment for each key. What a site's configuration says and ours
 * cannot hold is left out, and a comment says so. `folderName` is the title of a book that has none.
 */
export function firstConfig(survey: SiteSurvey, folderName: string): FirstConfig {
  const parts = [headOf(survey)];
  const found: string[] = [];
  let hasBook = false;
  for (const entry of entriesOf(survey.facts, folderName)) {
    const fits = isValid(entry.yaml);
    parts.push(`# ${entry.comment}\n${fits ? entry.yaml : commented(entry.yaml)}`);
    if (!fits) continue;
    found.push(entry.yaml.trimEnd());
    hasBook ||= entry.key === 'collections';
  }
  return { text: `${parts.join('\n')}`, found, hasBook };
}

function headOf({ generator, foundBy, notRead }: SiteSurvey): string {
  const what =
    generator === undefined
      ? 'No site generator was found in this folder.'
      : `Found here: ${generator} (${foundBy ?? ''})${notRead === undefined ? '' : `, whose configuration ${notRead}`}.`;
  return `# ${what}\n# Every key may be changed or left out. Paths are relative to this file; flags of the command line win.\n`;
}

function entriesOf(facts: SiteFacts, folderName: string): readonly Entry[] {
  const { posts = ['.'], lang, base, permalink, chapters, dialect } = facts;
  const entries: Entry[] = [
    { key: 'posts', comment: 'Where the posts are.', yaml: `posts: ${listOf(posts)}\n` },
    {
      key: 'lang',
      comment: 'The language of posts that name none (BCP 47).',
      yaml: lang === undefined ? '#? lang: en-US\n' : `lang: ${quoted(lang.replaceAll('_', '-'))}\n`,
    },
    {
      key: 'dialect',
      comment:
        'How the posts are written; `auto` goes by the configuration of the site generator, and reads all that can hardly mean anything else where that does not tell.',
      yaml: `dialect: ${dialect ?? 'auto'}\n`,
    },
    {
      key: 'links',
      comment: "The site's address, and the pattern of its posts' addresses: its own links then lead there.",
      yaml: linksOf(base, permalink),
    },
  ];
  if (chapters && chapters.length > 0)
    entries.push({
      key: 'collections',
      comment: 'The book, with its chapters in order.',
      yaml: bookOf(facts, folderName),
    });
  return entries;
}

function linksOf(base: string | undefined, permalink: SiteFacts['permalink']): string {
  if (base === undefined) return "#? links: { base: 'https://www.example.gov' }\n";
  const alone = `links: { base: ${quoted(base)} }\n`;
  if (permalink === undefined) return alone;
  const pattern = typeof permalink === 'string' ? quoted(permalink) : patternsOf(base, permalink);
  const both = `links: { base: ${quoted(base)}, permalink: ${pattern} }\n`;
  return isValid(both) ? both : alone;
}

/** The patterns that ours can hold, as YAML. */
function patternsOf(base: string, permalinks: Readonly<Record<string, string>>): string {
  const lines = Object.entries(permalinks).map(
    ([folder, pattern]) => `${quoted(folder)}: ${quoted(pattern)}`,
  );
  const fitting = lines.filter((line) =>
    isValid(`links: { base: ${quoted(base)}, permalink: { ${line} } }\n`),
  );
  return `{ ${fitting.join(', ')} }`;
}

function bookOf({ title, creators, chapters = [] }: SiteFacts, folderName: string): string {
  const posts = chapters.map((chapter) =>
    typeof chapter === 'string'
      ? `      - ${quoted(chapter)}\n`
      : `      - part: ${quoted(chapter.part)}\n        posts: ${listOf(chapter.posts)}\n`,
  );
  return [
    'collections:\n  book:\n',
    `    title: ${quoted(title ?? folderName)}\n`,
    creators ? `    creators: ${listOf(creators)}\n` : '',
    `    posts:\n${posts.join('')}`,
  ].join('');
}

function listOf(texts: readonly string[]): string {
  const [only, ...others] = texts.map(quoted);
  return others.length === 0 ? (only ?? "''") : `[${[only, ...others].join(', ')}]`;
}

/** A text as YAML: bare where nothing in it could mean anything else. */
function quoted(text: string): string {
  return text === '.' ||
    (/^[A-Za-z_][\w./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/iu.test(text))
    ? text
    : JSON.stringify(text);
}

function isValid(yaml: string): boolean {
  if (yaml.startsWith('#?')) return false;
  try {
    parseConfig(yaml, 'tagleaf.yaml');
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** A key that waits for a person: not found, or not what the key can hold. */
function commented(yaml: string): string {
  const isExample = yaml.startsWith('#? ');
  const lines = yaml
    .slice(isExample ? 3 : 0)
    .trimEnd()
    .split('\n');
  const said = isExample
    ? 'Nothing was found of it, for instance:'
    : 'What was found is not what this key can hold:';
  return `# ${said}\n${lines.map((line) => `# ${line}\n`).join('')}`;
}
