import type {
  MarkupCall,
  MarkupCalloutKind,
  MarkupHandler,
  MarkupHandlers,
  MarkupMeaning,
} from './markup.ts';
import { firstOf, pictureOf } from './picture-of.ts';

/**
 * What the markup of Jekyll, Hugo, Eleventy and MyST means, by its name: tags, shortcodes, included files, filters and directives that
 * carry content. What is not here is kept as text.
 */
export const markupHandlers: MarkupHandlers = {
  image: (call) => pictureOf(call, orPlaced(call, 1)),
  image_with_class: (call) => pictureOf(call, orPlaced(call, 2)),
  img: (call) => pictureOf(call, orPlaced(call, 1)),
  figure: (call) =>
    pictureOf(call, { path: firstOf(call.named, ['src', 'image', 'image_path']) ?? call.args[0] }),
  'linked-figure': (call) => pictureOf(call),
  link: ({ args }) => linkBehindWords(args) ?? addressOf(args[0]),
  page: ({ args }) => addressOf(args[0]),
  post_url: postUrl,
  ref: pageOf,
  relref: pageOf,
  url: filter,
  relative_url: filter,
  absolute_url: filter,
  relURL: filter,
  absURL: filter,
  youtube: (call) => videoOf(call, 'https://www.youtube.com/watch?v='),
  youtubeplayer: (call) => videoOf(call, 'https://www.youtube.com/watch?v='),
  video: hostedVideo,
  embed: framed,
  iframe: framed,
  vimeo: (call) => videoOf(call, 'https://vimeo.com/'),
  tweet: postOf,
  twitter: postOf,
  x: postOf,
  instagram: ({ args, named }) => placeOn('https://www.instagram.com/p/', [named['id'] ?? args[0]]),
  gist: ({ args }) => placeOn('https://gist.github.com/', args.slice(0, 2)),
  param: saidInMatter,
  meta: saidInMatter,
  pagebreak: () => ({ type: 'nothing' }),
  qr: codeToPhotograph,
  highlight: codeOf,
  'code-toggle': dataOf,
  // What stands without a name is the title, which code has no place for.
  codeblock: (call) =>
    call.args.length > 0 ? undefined : codeOf({ ...call, args: [call.named['lang'] ?? ''] }),
  comment: () => ({ type: 'nothing' }),
  note: callout('note'),
  tip: callout('tip'),
  hint: callout('tip'),
  important: callout('important'),
  warning: callout('warning'),
  attention: callout('warning'),
  caution: callout('caution'),
  danger: callout('danger'),
  error: callout('danger'),
  info: callout('note'),
  seealso: callout('note'),
  notice: calloutOfKind,
  alert: calloutOfKind,
  callout: calloutOfKind,
  admonition: calloutOfKind,
  details: group,
  dropdown: group,
  expand: group,
};

/** Address and alternative, by their names or else by their places among the arguments. */
function orPlaced({ args, named }: MarkupCall, altAt: number): { path?: string; alt?: string } {
  const path = firstOf(named, ['src', 'path']) ?? args[0];
  const alt = named['alt'] ?? args[altAt];
  return { ...(path !== undefined && { path }), ...(alt !== undefined && { alt }) };
}

function addressOf(path: string | undefined): MarkupMeaning | undefined {
  return path === undefined || path === '' ? undefined : { type: 'address', path };
}

/** Hexo's `link words address`. */
function linkBehindWords(args: readonly string[]): MarkupMeaning | undefined {
  const at = args.findIndex(isWebAddress);
  const href = args[at];
  return at < 1 || href === undefined ? undefined : { type: 'link', href, text: args.slice(0, at).join(' ') };
}

/** A page shown within this one. */
function framed({ args: [address] }: MarkupCall): MarkupMeaning | undefined {
  return isWebAddress(address) ? { type: 'link', href: address, text: address } : undefined;
}

/** A post of the site by the name of its file. */
function postUrl({ args: [path] }: MarkupCall): MarkupMeaning | undefined {
  return path === undefined || path === '' ? undefined : { type: 'address', path, isPost: true };
}

/** A page of the site: where its address is printed, it leads there. */
function pageOf({ args, named }: MarkupCall): MarkupMeaning | undefined {
  const path = named['path'] ?? args[0];
  return path === undefined || path === '' ? undefined : { type: 'address', path, isPage: true };
}

/** What the front matter of the post says by that name, as it is written, else in whatever case. */
function saidInMatter({ args: [key = ''], params }: MarkupCall): MarkupMeaning | undefined {
  const name = Object.hasOwn(params, key)
    ? key
    : Object.keys(params).find((each) => each.toLowerCase() === key.toLowerCase());
  return textMeaning(name === undefined ? undefined : params[name]);
}

/** A post of a service, by who wrote it and its number: `tweet user="agency" id="12"`, `x agency 12`. */
function postOf({ args, named }: MarkupCall): MarkupMeaning | undefined {
  const id = named['id'] ?? args.at(-1);
  const user = named['user'] ?? (args.length > 1 ? args[0] : 'i');
  return placeOn('https://x.com/', [user, 'status', id]);
}

/** A link to a place of a service, whose words are its address; `undefined` where one of its parts can be none. */
function placeOn(service: string, path: readonly (string | undefined)[]): MarkupMeaning | undefined {
  if (path.length === 0 || !path.every((part) => part !== undefined && /^[\w-]+$/u.test(part)))
    return undefined;
  const href = service + path.join('/');
  return { type: 'link', href, text: href };
}

function textMeaning(value: string | undefined): MarkupMeaning | undefined {
  return value === undefined ? undefined : { type: 'text', value };
}

/** What a code to be photographed says: readers of a file follow it, or read it below what the picture is called. */
function codeToPhotograph({ named, body }: MarkupCall): MarkupMeaning | undefined {
  const text = (named['text'] ?? body)?.trim();
  const label = named['alt']?.trim();
  if (isWebAddress(text)) return { type: 'link', href: text, text: label || text };
  return label && body !== undefined ? { type: 'group', label } : textMeaning(text || undefined);
}

/** A filter that only puts the address of the site before a path. */
function filter({ args }: MarkupCall): MarkupMeaning | undefined {
  return addressOf(args[0]);
}

function videoOf({ args, named }: MarkupCall, service: string): MarkupMeaning | undefined {
  const id = named['id'] ?? named['src'] ?? named['url'] ?? args[0];
  if (id === undefined || !/^[\w./:?=&%-]+$/u.test(id)) return undefined;
  const href = /^https?:/u.test(id) ? id : `${service}${id}`;
  return { type: 'link', href, text: named['title'] || href };
}

/** The host stands among the arguments: `video id="…" provider="youtube"`. */
function hostedVideo(call: MarkupCall): MarkupMeaning | undefined {
  const { named, args } = call;
  if (named['provider'] === 'youtube') return videoOf(call, 'https://www.youtube.com/watch?v=');
  if (named['provider'] === 'vimeo') return videoOf(call, 'https://vimeo.com/');
  const address = named['src'] ?? named['url'] ?? args[0];
  if (isWebAddress(address)) return videoOf(call, '');
  const isFile = address !== undefined && /^[^\s"<>]+\.(?:mp4|m4v|mov|ogv|webm)$/iu.test(address);
  return isFile
    ? { type: 'frame', src: address, ...(named['title'] && { title: named['title'] }) }
    : undefined;
}

function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/[^\s"<>]+$/u.test(text);
}

function codeOf({ args, body }: MarkupCall): MarkupMeaning | undefined {
  if (body === undefined) return undefined;
  const value = body.replace(/^[ \t]*(?:\r\n?|\n)/u, '').trimEnd();
  const [language] = args;
  return { type: 'code', value, ...(language && { language }) };
}

/** Values of a configuration or of front matter, which Hugo's themes for documentation show in several languages. */
function dataOf(call: MarkupCall): MarkupMeaning | undefined {
  const code = codeOf({ ...call, args: [languageOfData(call.body ?? '')] });
  const { file } = call.named;
  return code?.type === 'code' && file ? { ...code, title: file } : code;
}

/** By the first line that says something: of TOML a heading or a sign of equality, of JSON a brace, of YAML a colon. */
function languageOfData(body: string): string {
  const first =
    body
      .split('\n')
      .find((line) => /^\s*[^\s#]/u.test(line))
      ?.trim() ?? '';
  if (first.startsWith('{')) return 'json';
  return /^\[|^[^:]*=/u.test(first) ? 'toml' : 'yaml';
}

function callout(kind: MarkupCalloutKind): MarkupHandler {
  return ({ args, named, body }) => calloutWith(kind, named['title'] ?? args.join(' '), { named, body });
}

const kinds: Readonly<Record<string, MarkupCalloutKind>> = {
  note: 'note',
  info: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  important: 'important',
  warn: 'warning',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'danger',
  error: 'danger',
};

/** What the words of a callout are written in, where it stands among its arguments: `callout "info", "md"`. */
const languages: ReadonlySet<string> = new Set(['md', 'markdown', 'html']);

/** The kind stands among the arguments: `notice warning "Title"`, `alert type="danger"`, of Docsy as its colour; another word is the label. */
function calloutOfKind({ args, named, body }: MarkupCall): MarkupMeaning | undefined {
  const given = named['type'] ?? named['kind'] ?? named['style'] ?? named['color'] ?? '';
  const first = args[0] ?? '';
  const known = (word: string): MarkupCalloutKind | undefined => {
    const key = word.toLowerCase();
    return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  };
  const kind = known(given) ?? known(first);
  const others = known(given) === undefined && known(first) !== undefined ? args.slice(1) : args;
  const words = others.filter((word) => !languages.has(word));
  return calloutWith(kind ?? 'note', named['title'] ?? named['heading'] ?? words.join(' '), { named, body });
}

function calloutWith(
  kind: MarkupCalloutKind,
  title: string,
  { named, body }: { readonly named: MarkupCall['named']; readonly body: string | undefined },
): MarkupMeaning | undefined {
  const label = title.trim() === '' ? {} : { label: title.trim() };
  if (body !== undefined) return { type: 'callout', kind, ...label };
  const text = named['content'] ?? named['text'] ?? named['message'];
  return text === undefined ? undefined : { type: 'callout', kind, ...label, text };
}

function group({ args, named, body }: MarkupCall): MarkupMeaning | undefined {
  if (body === undefined) return undefined;
  const label = (named['title'] ?? named['summary'] ?? args.join(' ')).trim();
  return { type: 'group', ...(label && { label }) };
}
