import { readdirSync, readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'oxfmt';
import { describe, expect, test } from 'vitest';
import type { DisplayList, RunMark } from '../../../src/pdf/layout/display-list.ts';
import type { NamedFonts } from '../../../src/fonts/face.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import type { Theme } from '../../../src/pdf/theme/theme.ts';
import { themeFileSchema } from '../../../src/pdf/theme/theme-schema.ts';
import { baseThemeFinder } from '../../../src/project/find-base-theme.ts';
import { layOutPost } from '../layout/lay-out-post.ts';

const findBase = baseThemeFinder({ cwd: process.cwd(), templates: undefined, themeAsFiled: false });
const bundled = (name: string): Promise<Theme> => readTheme(`templates/pdf/${name}.yaml`, { findBase });

const tour = readFileSync('posts/feature-tour.md', 'utf8');
const sample = readFileSync('posts/2011-12-02-strong-international-partnerships.md', 'utf8');

/** All text, that of header and footer with it. */
function runsOf({ pages }: DisplayList): readonly RunMark[] {
  return pages.flatMap(({ header, footer, placed }) => [
    ...header,
    ...placed.flatMap(({ marks }) => marks.filter((mark) => mark.type === 'run')),
    ...footer,
  ]);
}

const smallestOf = (list: DisplayList): number => Math.min(...runsOf(list).map(({ sizePt }) => sizePt));
const isSlanted = ({ runs }: RunMark): boolean => runs.some(({ face }) => face.face.italic);

// `npx vitest run tests/pdf/theme/bundled-themes.test.ts -u` writes it anew.
test('the JSON Schema in templates is made from the schema of themes', async () => {
  const schema = { title: 'Theme', ...toJsonSchema(themeFileSchema, { ignoreActions: ['transform'] }) };
  const { code: text } = await format('schema.json', JSON.stringify(schema), { printWidth: 110 });
  await expect(text).toMatchFileSnapshot('../../../templates/theme.schema.json');
});

describe('the themes of the package', () => {
  const names = readdirSync('templates/pdf').flatMap((file) => /^(.+)\.yaml$/u.exec(file)?.[1] ?? []);

  test('are these, each called after its file', async () => {
    expect(names.toSorted()).toEqual(['compact', 'high-contrast', 'large-print', 'public-sans', 'standard']);
    expect((await Promise.all(names.map(bundled))).map(({ name }) => name)).toEqual(names);
  });

  test('set the sample on one page where they are compact', async () => {
    const pages = async (name: string): Promise<number> =>
      layOutPost(sample, { theme: await bundled(name) }).list.pages.length;
    expect(await pages('compact')).toBe(1);
    expect(await pages('standard')).toBe(2);
  });

  test('have no letter below 18 pt and none that is slanted where print is large', async () => {
    const { list } = layOutPost(tour, { theme: await bundled('large-print') });
    expect(smallestOf(list)).toBe(18);
    expect(runsOf(list).filter(isSlanted)).toEqual([]);
    const control = layOutPost(tour).list;
    expect(smallestOf(control)).toBeLessThan(18);
    expect(runsOf(control).some(isSlanted)).toBe(true);
  });

  test('show what is stressed by heavy letters where print is large, and tag it as what it is', async () => {
    const post = '---\ntitle: T\nlang: en\n---\n\nSome *stressed* words of <var>n</var>.\n';
    const { list } = layOutPost(post, { theme: await bundled('large-print') });
    const heavy = runsOf(list).filter(
      ({ runs, slot }) => slot?.elem.role !== 'H1' && runs[0]?.face.face.bold,
    );
    expect(heavy.map(({ runs, slot }) => [runs.map(({ text }) => text).join(''), slot?.elem.role])).toEqual([
      ['stressed', 'Em'],
      ['n', 'Code'],
    ]);
  });

  test('are set in Public Sans where they are called after it, and headings in what is named for them', async () => {
    const theme = await bundled('public-sans');
    const facesIn = async (named: NamedFonts): Promise<readonly string[]> => {
      const { list } = layOutPost(sample, { theme, fonts: await readFonts([], '.', named) });
      const faces = runsOf(list).flatMap(({ runs }) => runs.map(({ face }) => face.face.id));
      return [...new Set(faces)].toSorted();
    };
    expect(await facesIn(theme.fonts)).toEqual([
      'public-sans/PublicSans_400Regular',
      'public-sans/PublicSans_700Bold',
    ]);
    expect(await facesIn({ ...theme.fonts, headings: '@expo-google-fonts/noto-sans' })).toEqual([
      'noto-sans/NotoSans_700Bold',
      'public-sans/PublicSans_400Regular',
      'public-sans/PublicSans_700Bold',
    ]);
  });

  test('ask for a contrast of 7:1 where they are made for it', async () => {
    const least = await Promise.all(names.map(async (name) => [name, (await bundled(name)).leastContrast]));
    expect(Object.fromEntries(least)).toEqual({
      compact: 4.5,
      'high-contrast': 7,
      'large-print': 7,
      'public-sans': 4.5,
      standard: 4.5,
    });
  });
});
