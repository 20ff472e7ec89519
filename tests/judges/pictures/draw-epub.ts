import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { inflatePng, pngChannels, readPng } from '../../../src/assets/read-png.ts';
import { filterStep, unfilterRow } from '../../../src/assets/unfilter-row.ts';
import type { Browser, Route } from '../reader/browser.ts';
import type { GreyPicture } from './grey-picture.ts';

/** How a document of an EPUB is shown: so wide, with type of so many per cent. */
export interface Shown {
  readonly widthPx: number;
  readonly percent: number;
}

// The top-level domain `invalid` never resolves (RFC 6761 §6.4); all that is asked of it is answered here.
const site = 'https://book.invalid/';
const types: Readonly<Record<string, string>> = {
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ttf': 'font/ttf',
};

/** The same letters on every machine: a browser without a book's fonts takes those of its system. */
const faces: Readonly<Record<string, string>> = {
  'Text.ttf': 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'Bold.ttf': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'Italic.ttf': 'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'Code.ttf': 'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
};
const modules = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/', import.meta.url));

const ownFaces = `
  @font-face { font-family: Text; src: url(/faces/Text.ttf) }
  @font-face { font-family: Text; font-weight: bold; src: url(/faces/Bold.ttf) }
  @font-face { font-family: Text; font-style: italic; src: url(/faces/Italic.ttf) }
  @font-face { font-family: Code; src: url(/faces/Code.ttf) }
  * { font-family: Text !important }
  code, kbd, samp, var, pre, .code figcaption { font-family: Code !important }
  pre * { font-family: Code !important }`;

/** Draws a whole document of an EPUB in Chromium, as one long page without screens. */
export async function drawEpub(
  browser: Browser,
  epub: Uint8Array,
  { file = 'OEBPS/post.xhtml', widthPx, percent }: Shown & { readonly file?: string },
): Promise<GreyPicture> {
  const files = unzipSync(epub);
  const draw = async (height: number): Promise<{ readonly shot: Buffer; readonly height: number }> => {
    const page = await browser.newPage({ viewport: { width: widthPx, height } });
    await page.route('**/*', (route) => serve(route, files));
    await page.goto(site + file);
    const css = `${ownFaces} html { font-size: ${percent}% !important }`;
    await page.evaluate(`document.head.appendChild(Object.assign(
      document.createElementNS('http://www.w3.org/1999/xhtml', 'style'), { textContent: ${JSON.stringify(css)} }))`);
    await page.evaluate('Promise.all([...document.fonts].map((face) => face.load()))');
    const drawn = Number(await page.evaluate('document.documentElement.getBoundingClientRect().height'));
    const shot = await page.screenshot({});
    await page.close();
    return { shot, height: Math.ceil(drawn) };
  };
  return greyOf((await draw((await draw(100)).height)).shot);
}

function serve(route: Route, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const path = route.request().url().slice(site.length);
  const face = path.startsWith('faces/') ? faces[path.slice(6)] : undefined;
  const body = face === undefined ? files[path] : readFileSync(modules + face);
  const contentType = types[extname(path)];
  if (body === undefined || contentType === undefined) return route.abort();
  return route.fulfill({ contentType, body: Buffer.from(body) });
}

/**
 * The greys of a PNG of 8 bits a colour, as Chromium writes them.
 * @throws Error where it is another kind of PNG.
 */
function greyOf(shot: Uint8Array): GreyPicture {
  const png = readPng(shot);
  const rows = typeof png === 'string' ? png : inflatePng(png);
  if (typeof png === 'string' || typeof rows === 'string') throw new Error(String(rows));
  const { widthPx, heightPx, colourType, bits } = png;
  if (bits !== 8 || (colourType !== 2 && colourType !== 6))
    throw new Error('Chromium drew no colours of 8 bits');
  const channels = pngChannels[colourType];
  const pixels = new Uint8Array(widthPx * heightPx);
  let above = new Uint8Array(widthPx * channels);
  for (let row = 0; row < heightPx; row += 1) {
    const start = row * (above.length + 1);
    const target = new Uint8Array(above.length);
    unfilterRow(rows.subarray(start, start + above.length + 1), { above, target, step: filterStep(png) });
    for (let column = 0; column < widthPx; column += 1) {
      const [red = 0, green = 0, blue = 0] = target.subarray(column * channels);
      // Rec. 601.
      pixels[row * widthPx + column] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    }
    above = target;
  }
  return { widthPx, heightPx, pixels };
}
