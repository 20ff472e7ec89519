import { readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import type { NamedFonts } from '../../src/fonts/face.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { createShaper } from '../../src/text/shape-text.ts';
import type { TextStyle } from '../../src/text/text-style.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const publicSans = '@expo-google-fonts/public-sans';
const regular = readFileSync(`node_modules/${publicSans}/400Regular/PublicSans_400Regular.ttf`);

/** The faces in which a text is set, in order. */
async function facesOf(
  text: string,
  named: NamedFonts,
  style: Partial<TextStyle> = {},
): Promise<readonly string[]> {
  const { shape } = createShaper(await readFonts([], '.', named));
  const runs = shape(text, { role: 'text', bold: false, italic: false, sizePt: 12, lang: 'en', ...style });
  return runs.map(({ face }) => face.face.id);
}

describe('the fonts that a theme names', () => {
  test('set what they are named for, and the bundled ones what they lack', async () => {
    const named = { text: publicSans };
    expect(await facesOf('Wort', named)).toEqual(['public-sans/PublicSans_400Regular']);
    expect(await facesOf('Wort', named, { bold: true })).toEqual(['public-sans/PublicSans_700Bold']);
    expect(await facesOf('λόγος', named)).toEqual(['noto-sans/NotoSans_400Regular']);
    expect(await facesOf('code', named, { role: 'code' })).toEqual([
      'atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono_400Regular',
    ]);
  });

  test('set headings alone where they are named for these', async () => {
    const named = { headings: publicSans };
    const own = 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_400Regular';
    expect(await facesOf('Wort', named, { role: 'heading' })).toEqual(['public-sans/PublicSans_400Regular']);
    expect(await facesOf('Wort', named)).toEqual([own]);
    expect(await facesOf('Wort', {}, { role: 'heading' })).toEqual([own]);
  });

  test('have an id for each use', async () => {
    const { faces } = await readFonts([], '.', { text: publicSans, headings: publicSans, mono: publicSans });
    const ids = faces.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /_400Regular(?:@|$)/u.test(id) && id.startsWith('public'))).toEqual([
      'public-sans/PublicSans_400Regular',
      'public-sans/PublicSans_400Regular@2',
      'public-sans/PublicSans_400Regular@3',
    ]);
  });

  test('are no part of a run whose theme names none', async () => {
    const { faces } = await readFonts([], '.');
    expect(faces.filter(({ id }) => id.startsWith('public-sans'))).toEqual([]);
    expect(faces.filter(({ role }) => role === 'heading')).toEqual([]);
    expect(await readFonts([], '.', { text: '@expo-google-fonts/atkinson-hyperlegible-next' })).toEqual({
      faces,
    });
  });

  test('may lie in a folder of the project', async () => {
    const folder = await temporaryFolder({ 'fonts/own/Own-Regular.ttf': regular });
    const { faces } = await readFonts([], folder, { text: './fonts/own' });
    expect(faces[0]).toMatchObject({ id: 'own/Own-Regular', role: 'text', bold: false });
  });
});

describe('a font that a theme names is refused', () => {
  const refused = (named: NamedFonts, from = '.'): Promise<unknown> =>
    readFonts([], from, named).catch((error: unknown) => {
      if (error instanceof ResourceError) return error.message;
      throw error;
    });

  test('where it is not installed', async () => {
    expect(await refused({ text: '@none/none' })).toBe(
      'The font package @none/none is not installed. Install it with npm, or correct `fonts:`.',
    );
  });

  test('and says in its cause where it was looked for', async () => {
    const failing = readFonts([], '.', { text: '@none/none' });
    await expect(failing).rejects.toMatchObject({ cause: { code: 'MODULE_NOT_FOUND' } });
  });

  test.each(['a/../../fonts', '@a/../b', 'a/b', '@a', 'a\\b', '.a', ''])(
    'where its name leads out of the folder of packages: %j',
    async (name) => {
      const said = `The font package ${name} is not named as npm names packages: a folder is written with \`./\` before it.`;
      const from = await temporaryFolder({
        'package.json': '{}',
        'fonts/package.json': '{}',
        'fonts/Own-Regular.ttf': regular,
      });
      if (!name.startsWith('.')) expect(await refused({ text: name }, from)).toBe(said);
      await expect(readFonts([name], from)).rejects.toThrow(
        name.startsWith('.') ? 'There is no font folder' : said,
      );
    },
  );

  test.each(['..', '../fonts', '/', './link'])(
    'where its folder is outside of the project: %s',
    async (text) => {
      const outside = await temporaryFolder({ 'fonts/Own-Regular.ttf': regular });
      const from = await temporaryFolder({ 'a.md': '' });
      await symlink(join(outside, 'fonts'), join(from, 'link'));
      expect(await refused({ text }, from)).toBe(
        `The theme names the font folder ${text}, which is not there or lies outside of the project: name one below it, or an npm package.`,
      );
    },
  );

  test('where it lacks common letters', async () => {
    expect(await refused({ headings: '@expo-google-fonts/noto-emoji' })).toMatch(
      /^The font @expo-google-fonts\/noto-emoji lacks “.”.* and \d+ more, which every text may need: name another/u,
    );
  });

  test('where it may not be embedded', async () => {
    const bytes = Buffer.from(regular);
    const table = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
      (at) => bytes.toString('latin1', at, at + 4) === 'OS/2',
    );
    // Restricted licence (ISO/IEC 14496-22, OS/2 fsType).
    bytes.writeUInt16BE(2, bytes.readUInt32BE((table ?? 0) + 8) + 8);
    const folder = await temporaryFolder({ 'f/Own-Regular.ttf': bytes });
    expect(await refused({ mono: './f' }, folder)).toMatch(
      /^The licence bits of the font .* forbid embedding/u,
    );
  });

  test('where it has no regular weight', async () => {
    const folder = await temporaryFolder({ 'f/Own-Bold.ttf': regular });
    expect(await refused({ text: './f' }, folder)).toBe(
      'The font ./f has no regular weight; name another in the theme.',
    );
  });
});
