import * as hb from 'harfbuzzjs';
import scripts from 'unicode-properties';
import type { Face, Fonts } from '../fonts/face.ts';
import { openFace, type OpenFace } from '../fonts/open-face.ts';
import { isIgnorable } from '../characters/visible-text.ts';
import { isOfScripts } from '../fonts/scripts-of.ts';
import { clustersOf } from './clusters.ts';
import { fallbackChain } from './fallback-chain.ts';
import { withLongRuns, withoutLongRuns } from './long-runs.ts';
import type { TextStyle } from './text-style.ts';

/** One glyph; lengths in thousandths of the font size. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** The characters that it shows, together with the glyphs without any that follow it: a cluster has its text once. */
  readonly text: string;
}

/** Glyphs of one face, in logical order. */
export interface GlyphRun {
  readonly face: OpenFace;
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** Sum of the advances, thousandths of the font size. */
  readonly width: number;
  /** The first glyph stands rightmost. */
  readonly rightToLeft: boolean;
  /** Where the glyphs stand for other characters than they show, since no face covers these: those characters. */
  readonly actualText?: string;
}

/** Shapes text in the faces of one run; keeps what it shaped. */
export interface Shaper {
  /** `text` has one direction: a part of a line with one embedding level. */
  readonly shape: (text: string, style: TextStyle, rightToLeft?: boolean) => readonly GlyphRun[];
  /** A sign in half its width, where its face has it so (OpenType, `halt`). */
  readonly halved: (sign: string, style: TextStyle) => Glyph | undefined;
}

type CachedRuns = Map<string, readonly GlyphRun[]>;

const cacheLimit = 50_000;
const noLigatures = ['liga', 'clig', 'calt', 'dlig'];
const halfWidth = 'halt';

/** A shaper over the given faces. Its cache is its own, so that a run never sees another run's faces. */
export function createShaper(fonts: Fonts): Shaper {
  const caches = new Map<string, CachedRuns>();
  let cached = 0;
  const buffer = new hb.Buffer();
  const plainFeatures = noLigatures.map((tag) => new hb.Feature(tag, 0));
  const chains = new Map<string, readonly Face[]>();

  const chainOf = (style: TextStyle): readonly Face[] => {
    const key = `${style.role}${style.bold}${style.italic}${style.lang}`;
    let chain = chains.get(key);
    if (!chain) chains.set(key, (chain = fallbackChain(fonts, style)));
    return chain;
  };

  const halves = new Map<Face, Map<string, Glyph | undefined>>();
  const halfFeature = new hb.Feature(halfWidth, 1);

  const shapeItem = (item: Item, style: TextStyle, asked: boolean, half = false): GlyphRun => {
    const rightToLeft = asked && item.shown === item.text;
    buffer.clearContents();
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_GRAPHEMES);
    buffer.setFlags(hb.BufferFlag.REMOVE_DEFAULT_IGNORABLES);
    const short = withoutLongRuns(item.shown);
    buffer.addText(short.text);
    buffer.setLanguage(style.lang);
    buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.guessSegmentProperties();
    hb.shape(item.face.font, buffer, half ? [halfFeature] : style.role === 'code' ? plainFeatures : []);
    const shaped = readGlyphs(buffer, { text: short.text, scale: item.face.scale, rightToLeft });
    const glyphs = withLongRuns(shaped, short);
    const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    const run = { face: item.face, text: item.shown, glyphs, width, rightToLeft };
    return item.shown === item.text ? run : { ...run, actualText: item.text };
  };

  /** What was shaped in a style and a direction; asked for word by word, mostly for the same as before. */
  let last:
    | { readonly style: TextStyle; readonly rightToLeft: boolean; readonly runs: CachedRuns }
    | undefined;
  const cacheOf = (style: TextStyle, rightToLeft: boolean): CachedRuns => {
    if (last?.style === style && last.rightToLeft === rightToLeft) return last.runs;
    const face = `${style.role}${style.bold ? 'b' : ''}${style.italic ? 'i' : ''}`;
    const key = `${face}${rightToLeft ? '<' : '>'}${style.lang}`;
    const runs: CachedRuns = caches.get(key) ?? new Map();
    caches.set(key, runs);
    last = { style, rightToLeft, runs };
    return runs;
  };

  const shape = (text: string, style: TextStyle, rightToLeft = false): readonly GlyphRun[] => {
    const known = cacheOf(style, rightToLeft).get(text);
    if (known) return known;
    if (cached >= cacheLimit) {
      caches.clear();
      [cached, last] = [0, undefined];
    }
    const runs = itemise(text, { chain: chainOf(style), lang: style.lang }).map((item) =>
      shapeItem(item, style, rightToLeft),
    );
    cacheOf(style, rightToLeft).set(text, runs);
    cached += 1;
    return runs;
  };

  const halved = (sign: string, style: TextStyle): Glyph | undefined => {
    const [item] = itemise(sign, { chain: chainOf(style), lang: style.lang });
    if (!item || item.shown !== item.text) return undefined;
    const known = halves.get(item.face.face) ?? new Map<string, Glyph | undefined>();
    halves.set(item.face.face, known);
    const key = `${style.lang} ${sign}`;
    if (!known.has(key)) {
      const [full, half] = [false, true].map((is) => shapeItem(item, style, false, is).glyphs[0]);
      known.set(key, full && half && half.advance < full.advance ? half : undefined);
    }
    return known.get(key);
  };
  return { shape, halved };
}

/** A piece of text in one face and one script. `shown` differs from `text` where no face covers it. */
interface Item {
  readonly face: OpenFace;
  readonly text: string;
  readonly shown: string;
}

/** The faces to try in turn, and the language that decides where several have a sign in forms of their own. */
interface Choice {
  readonly chain: readonly Face[];
  readonly lang: string;
}

function itemise(text: string, choice: Choice): readonly Item[] {
  const [first] = choice.chain;
  if (first && /^[ -~]+$/u.test(text) && hasAscii(first))
    return [{ face: openFace(first), text, shown: text }];
  const items: { face: OpenFace; text: string; shown: string; script: string }[] = [];
  for (const cluster of clustersOf(text)) {
    const codePoints = Array.from(cluster, (char) => char.codePointAt(0) ?? 0);
    const visible = codePoints.filter((codePoint) => !isIgnorable(codePoint));
    const last = items.at(-1);
    if (visible.length === 0) {
      if (last && last.text === last.shown) {
        last.text += cluster;
        last.shown += cluster;
      }
      continue;
    }
    const face = faceFor(visible, { ...choice, current: last?.face });
    if (!face) {
      const first = choice.chain[0];
      if (!first) continue;
      const shown = visible.map((codePoint) => `[U+${hex4(codePoint)}]`).join('');
      items.push({ face: openFace(first), text: cluster, shown, script: 'Missing' });
      continue;
    }
    const script = scriptOf(visible[0] ?? 0);
    if (last && last.face === face && joins(last.script, script)) {
      last.text += cluster;
      last.shown += cluster;
      if (last.script === 'Common') last.script = script;
    } else {
      items.push({ face, text: cluster, shown: cluster, script });
    }
  }
  return items;
}

/** Faces of letters by whether they have every printable character of ASCII: those that do need no search for most words. */
const withAscii = new WeakMap<Face, boolean>();

function hasAscii(face: Face): boolean {
  const known = withAscii.get(face);
  if (known !== undefined) return known;
  const codePoints = Array.from({ length: 0x5f }, (_, index) => 0x20 + index);
  const isPlain = face.role !== 'symbols' && face.scripts === undefined;
  const has = isPlain && codePoints.every((codePoint) => openFace(face).hasGlyph(codePoint));
  withAscii.set(face, has);
  return has;
}

function hex4(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0');
}

function joins(before: string, script: string): boolean {
  if (before === 'Missing') return false;
  return before === script || script === 'Common' || script === 'Inherited' || before === 'Common';
}

function scriptOf(codePoint: number): string {
  if (codePoint < 0x250) return isLatinLetter(codePoint) ? 'Latin' : 'Common';
  return scripts.getScript(codePoint) ?? 'Unknown';
}

function isLatinLetter(codePoint: number): boolean {
  const letter = (codePoint | 32) - 97;
  return codePoint >= 0xc0 || (letter >= 0 && letter < 26);
}

/** Scripts whose letters a face of signs may show: they need no shaping. */
const unshaped: ReadonlySet<string> = new Set([
  'Common',
  'Inherited',
  'Latin',
  'Greek',
  'Cyrillic',
  'Braille',
]);

/** Quotation marks, dashes and dots, which Chinese and Japanese have as wide as a letter, and other languages narrow. */
const wideSigns = new Set([0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]);
const apostrophe = 0x2019;

/** Whether a sign is as wide as a letter: not the apostrophe behind a letter of another face. */
function isWideSign(
  codePoint: number,
  { lang, current }: Choice & { readonly current: OpenFace | undefined },
): boolean {
  if (!wideSigns.has(codePoint) || !/^(?:ja|zh|cmn|yue|wuu)\b/iu.test(lang)) return false;
  return codePoint !== apostrophe || !current || isOfHan(current.face);
}

function isOfHan({ scripts }: Face): boolean {
  return scripts?.includes('Han') === true;
}

/** The first face of the chain that covers all; a space stays in the face of the words before it, never in one of signs. */
function faceFor(
  codePoints: readonly number[],
  from: Choice & { readonly current: OpenFace | undefined },
): OpenFace | undefined {
  const covers = (face: OpenFace): boolean => codePoints.every((codePoint) => face.hasGlyph(codePoint));
  const { current } = from;
  const isSpace = codePoints[0] === 0x20;
  const roles = ['fallback', from.chain[0]?.role];
  if (isSpace && current && roles.includes(current.face.role) && covers(current)) return current;
  const wide = isWideSign(codePoints[0] ?? 0, from) && from.chain.find(isOfHan);
  if (wide && covers(openFace(wide))) return openFace(wide);
  const signs = unshaped.has(scriptOf(codePoints[0] ?? 0));
  for (const face of from.chain) {
    if (face.role === 'symbols' && !signs) continue;
    if (face.scripts && !isOfScripts(codePoints[0] ?? 0, face.scripts)) continue;
    const open = openFace(face);
    if (covers(open)) return open;
  }
  return undefined;
}

/** The glyphs in logical order: HarfBuzz gives those of a right-to-left run from the left. */
function readGlyphs(
  buffer: hb.Buffer,
  from: { readonly text: string; readonly scale: number; readonly rightToLeft: boolean },
): readonly Glyph[] {
  const { text, scale } = from;
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  if (from.rightToLeft) {
    infos.reverse();
    positions.reverse();
  }
  let end = text.length;
  const glyphs: Glyph[] = [];
  for (let index = infos.length - 1; index >= 0; index -= 1) {
    const { codepoint: id, cluster } = infos[index] ?? { codepoint: 0, cluster: 0 };
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const isFirst = cluster !== infos[index - 1]?.cluster;
    // What shapes its neighbours and was taken out is told with the letter before it.
    const start = index > 0 ? afterIgnorable(text, cluster) : 0;
    glyphs.push({
      id,
      advance: xAdvance * scale,
      dx: xOffset * scale,
      dy: yOffset * scale,
      text: isFirst ? text.slice(start, end) : '',
    });
    if (isFirst) end = start;
  }
  return glyphs.reverse();
}

function afterIgnorable(text: string, start: number): number {
  let at = start;
  for (let code = text.codePointAt(at); code !== undefined && isIgnorable(code); code = text.codePointAt(at))
    at += code > 0xffff ? 2 : 1;
  return at;
}
