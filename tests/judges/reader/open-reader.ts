import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

import type { Browser, Page, Route } from './browser.ts';

/** What the reader shows at the moment. */
export interface Screen {
  /** The content document, as a path in the container. */
  readonly file: string;
  /** In reading order; a picture stands as its alternative text in brackets. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly headings: readonly string[];
  readonly links: readonly ScreenLink[];
  readonly boxes: readonly TextBox[];
  /** The alternative texts of pictures that cannot be drawn, anywhere in the document. */
  readonly broken: readonly string[];
}

/** A page-break marker. */
export interface Mark {
  readonly label: string;
  /** Where the words that follow it begin in the text of the screen. */
  readonly at: number;
}

/** A link, with its middle in pixels of the screen. */
export interface ScreenLink {
  readonly href: string;
  readonly id: string;
  readonly text: string;
  readonly isBackLink: boolean;
  /** The id of the note that it stands in, if any. */
  readonly note: string;
  readonly x: number;
  readonly y: number;
}

/** The first line of a text, in pixels of the screen. */
export interface TextBox {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn where it cannot be read, in one document. */
export interface Misplaced {
  /** How many words were looked at. */
  readonly words: number;
  /** Words and boxes that a screen cuts off or that reach into another column. */
  readonly beyond: readonly string[];
  /** Pairs of words that lie over each other. */
  readonly overlapping: readonly string[];
  /** Elements with more than they show, that would have to be scrolled sideways. */
  readonly scrolling: readonly string[];
  /** Words in cells that stand on several lines, though the table has room beside it. */
  readonly broken: readonly string[];
}

/** A screen, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Colours as the reading person has set them in the system. */
export interface Colours {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
}

/** An entry of the contents or of the page-list, as the engine has read it. */
export interface Entry {
  readonly label: string;
  /** Path in the container, with the fragment. */
  readonly href: string;
  readonly depth: number;
}

/** One book that is open in foliate-js in a Chromium. */
export interface Reader {
  contents(): Promise<{ readonly toc: readonly Entry[]; readonly pages: readonly Entry[] }>;
  screen(): Promise<Screen>;
  next(): Promise<Screen>;
  goTo(href: string): Promise<Screen>;
  /** Clicks a link of the screen; undefined where the click led nowhere. */
  follow(link: ScreenLink): Promise<Screen | undefined>;
  /** Clicks a reference to a note: what the engine opens in front of the page. */
  popUp(link: ScreenLink): Promise<Screen | undefined>;
  setColours(colours: Colours): Promise<void>;
  /** Adds styles of the reading person in place of those before. */
  setStyles(css: string): Promise<void>;
  /** What of the document on the screen is misplaced, on all screens that it takes. */
  misplaced(): Promise<Misplaced>;
  screenshot(path?: string): Promise<Buffer>;
  /** How far apart the text in each box and its background are, 1 to 21 (WCAG 2.2, contrast ratio). */
  contrasts(boxes: readonly TextBox[]): Promise<readonly number[]>;
  /** What the console and the page have complained of so far, and requests to elsewhere. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const engine = join(import.meta.dirname, '..', 'node_modules', 'foliate-js');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

// The top-level domain `invalid` never resolves (RFC 6761 §6.4); all that is asked of it is answered here.
const site = 'https://reader.invalid/';

/** The engine shows every content document in such a frame. */
const ofTheEngine = 'An iframe which has both allow-scripts and allow-same-origin';

/** Opens an EPUB at its first page, on a screen of the size of an e-book reader unless another is given. */
export async function openReader(
  browser: Browser,
  epub: Uint8Array,
  viewport: Viewport = { width: 600, height: 800 },
): Promise<Reader> {
  const page = await browser.newPage({ viewport });
  const complaints: string[] = [];
  page.on('console', (line) => {
    const isComplaint = line.type() === 'error' || line.type() === 'warning';
    if (isComplaint && !line.text().startsWith(ofTheEngine)) complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', (route) => serve(route, epub, complaints));
  await page.goto(`${site}index.html`);
  await page.evaluate('reader.open()');
  return readerOf(page, complaints);
}

async function serve(route: Route, epub: Uint8Array, complaints: string[]): Promise<void> {
  const url = route.request().url();
  const path = url.startsWith(site) ? url.slice(site.length) : '';
  if (path === 'book.epub')
    return route.fulfill({ contentType: 'application/epub+zip', body: Buffer.from(epub) });
  const file = path.startsWith('engine/') ? join(engine, path.slice(7)) : join(import.meta.dirname, path);
  const contentType = types[extname(path)];
  if (contentType !== undefined && existsSync(file))
    return route.fulfill({ contentType, body: readFileSync(file) });
  complaints.push(`request to ${url}`);
  return route.abort();
}

function readerOf(page: Page, complaints: readonly string[]): Reader {
  // `page.mjs` and `read-screen.mjs` return these shapes.
  const ask = async <T>(call: string): Promise<T> => (await page.evaluate(`reader.${call}`)) as T;
  const screen = (): Promise<Screen> => ask<Screen>('screen()');
  const then = async (call: string): Promise<Screen> => {
    await ask<void>(call);
    return screen();
  };
  const click = async ({ x, y }: ScreenLink, popsUp: boolean): Promise<boolean> => {
    await ask<void>(`expectClick(${popsUp})`);
    // A frame after the pointer is down, the engine scrolls to what has the focus now.
    await page.mouse.click(x, y, { delay: 100 });
    return ask<boolean>('follow()');
  };
  return {
    complaints,
    screen,
    contents: () => ask('contents()'),
    next: () => then('next()'),
    goTo: (href) => then(`goTo(${JSON.stringify(href)})`),
    follow: async (link) => ((await click(link, false)) ? screen() : undefined),
    popUp: async (link) => ((await click(link, true)) ? ask<Screen>('popUp()') : undefined),
    setColours: (colours) => page.emulateMedia({ forcedColors: 'none', ...colours }),
    setStyles: (css) => ask(`setStyles(${JSON.stringify(css)})`),
    misplaced: () => ask('misplaced()'),
    screenshot: (path) => page.screenshot(path === undefined ? {} : { path }),
    contrasts: async (boxes) => {
      const picture = (await page.screenshot({})).toString('base64');
      return ask(`contrasts(${JSON.stringify(picture)}, ${JSON.stringify(boxes)})`);
    },
    close: () => page.close(),
  };
}
