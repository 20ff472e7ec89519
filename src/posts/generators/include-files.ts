/** A file whose words stand in a post. */
export interface IncludedFile {
  /** Inside the folder of the posts, with `/` between the parts. */
  readonly path: string;
  readonly text: string;
}

/** What including needs to know. */
export interface IncludeOptions {
  /** The words of a file of text inside the folder of the posts. */
  readonly read: (path: string) => string | undefined;
  /** The path of the post inside that folder. */
  readonly path: string;
  /** The words of a file behind its front matter. */
  readonly withoutMatter: (text: string) => string;
  /** Told of each file that was included, as often as it is. */
  readonly onInclude: (file: IncludedFile) => void;
}

/** Includes files in files so deep. */
const deepest = 8;

/** So many units of text may all files together bring into a post: reading them is part of its work. */
const most = 200_000;

type Arguments = Readonly<Record<string, string>>;

/**
 * What gives the words of the file that a tag names, with the tag's arguments put in where the file prints them, and with the files that it
 * includes itself. Nothing else of it is evaluated. `undefined` where there is no such file, where it includes itself, or where it is too much.
 */
export function includeFiles({
  read,
  path,
  withoutMatter,
  onInclude,
}: IncludeOptions): (tag: string, file: string, named: Arguments) => string | undefined {
  let left = most;
  const include = (
    tag: string,
    file: string,
    named: Arguments,
    above: readonly string[],
  ): string | undefined => {
    const from = tag === 'shortcode' ? above.toReversed() : [path];
    const found = from.flatMap((including) => candidates(tag, file, including));
    for (const candidate of found) {
      if (above.includes(candidate) || above.length >= deepest) return undefined;
      const whole = read(candidate);
      if (whole === undefined) continue;
      left -= whole.length;
      if (left < 0) return undefined;
      onInclude({ path: candidate, text: whole });
      const text = tag === 'near' ? whole : withoutMatter(whole);
      const within = [...above, candidate];
      if (tag === 'near') return text;
      if (tag === 'shortcode') {
        return text.replace(
          nestedShortcode,
          (written: string, plain?: string, first?: string, second?: string) =>
            include(tag, plain ?? first ?? second ?? '', {}, within) ?? written,
        );
      }
      return withArguments(text, named).replace(
        nested,
        (written: string, inner: string, name: string, rest: string) => {
          return include(inner, name, readNamed(rest), within) ?? written;
        },
      );
    }
    return undefined;
  };
  return (tag, file, named) => include(tag, file, named, tag === 'shortcode' ? [path] : []);
}

const nested =
  /\{%-?[ \t]*(include|include_relative|include_cached)[ \t]+([\w./-]+)(?![\w./-])([^%{}]*)%\}/gu;

const nestedShortcode =
  /\{\{[<%][ \t]*include[ \t]+(?:([^\s{}<>"']+)|"([^"{}\r\n]*)"|'([^'{}\r\n]*)')[ \t]*[%>]\}\}/gu;

/**
 * Where the file of a tag may lie: beside the post, where Jekyll and Eleventy keep such files, or at the root of the site, which may be
 * any folder that the post lies in.
 */
function candidates(tag: string, file: string, post: string): readonly string[] {
  if (tag === 'near') return nearPath(file, post);
  if (tag === 'shortcode') return pagePaths(file, post);
  const parts = file.split('/');
  if (file === '' || parts.some((part) => ['', '.', '..'].includes(part) || /[\\{}]/u.test(part))) return [];
  const folders = foldersOf(post);
  if (tag === 'include_relative') return folders.slice(0, 1).map((folder) => folder + file);
  return folders.flatMap((folder) => [`${folder}_includes/${file}`, `${folder}includes/${file}`]);
}

/** Pages as Hugo finds them: beside the post, else from the root, which is the folder of one of the languages, and without their ending. */
function pagePaths(file: string, post: string): readonly string[] {
  const fromRoot = nearPath(`/${file}`, post);
  const near = file.startsWith('/') ? [] : nearPath(file, post);
  const folders = foldersOf(post).toReversed();
  const found = [...near, ...folders.flatMap((folder) => fromRoot.map((path) => folder + path))];
  return /\.\w{1,10}$/u.test(file) ? found : found.flatMap((path) => [path, `${path}.md`]);
}

/** No path is deeper that people write. */
const mostFolders = 64;

/** The folders that a post lies in, with a stroke at their ends, from the innermost to the root, whose name is empty. */
export function foldersOf(post: string): readonly string[] {
  const parts = post.split('/').slice(0, -1);
  return Array.from(
    { length: Math.min(parts.length, mostFolders) },
    (_, index) => `${parts.slice(0, parts.length - index).join('/')}/`,
  ).concat('');
}

/** A path as a link has it, from the post or from the root; nothing where it leads out of the root. */
export function nearPath(file: string, post: string): readonly string[] {
  if (/^[a-z][a-z\d+.-]*:|[\\{}\0]/iu.test(file)) return [];
  const parts = file.startsWith('/') ? [] : post.split('/').slice(0, -1);
  for (const part of file.split('/')) {
    if (part === '..' && parts.pop() === undefined) return [];
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? [] : [parts.join('/')];
}

/** A file prints what its tag says by `{{ include.name }}`: nothing where the tag does not say it. */
function withArguments(text: string, named: Arguments): string {
  return text.replace(/\{\{-?[ \t]*include\.([\w-]+)[ \t]*-?\}\}/gu, (_all, name: string) => {
    return Object.hasOwn(named, name) ? (named[name] ?? '') : '';
  });
}

function readNamed(rest: string): Arguments {
  return Object.fromEntries(
    [...rest.matchAll(/(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)')/gu)].map(([, name = '', first, second]) => [
      name,
      first ?? second ?? '',
    ]),
  );
}
