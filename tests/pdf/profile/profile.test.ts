import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import type { Profile } from '../../../src/pdf/profile/profile.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { readPdf } from '../../../src/readback/read-pdf.ts';
import { assetsOf, pngAsset } from '../../epub/build-document.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { renderOptions, smallCollection } from '../small-collection.ts';
import { pdfSource } from '../../readback/pdf-source.ts';

const [accessible] = profileP1.claims;
if (!accessible) throw new Error('P1 claims nothing');

/** Nobody's profile: it differs from ours wherever a profile can. */
const madeUp: Profile = {
  version: '1.6',
  roleMap: { Aside: 'Sect', Em: 'Span', Strong: 'Span', Sub: 'Span', FENote: 'Note', H8: 'P' },
  collectionRoleMap: { Title: 'H' },
  deepestHeading: 8,
  claims: [
    {
      ...accessible,
      name: 'Made up',
      flavour: 'none',
      xmp: { ...accessible.xmp, prefix: 'made', properties: [['up', '9']] },
    },
  ],
  outputIntent: { subtype: 'GTS_PDFX', condition: 'Made up' },
  embeds: { pictures: ['image/jpeg'] },
};

const post = readDocument(
  '---\ntitle: T\nlang: en\n---\n\n:::note\nWords.\n:::\n\n<h7>Deep</h7>\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n',
);

async function bytesOf(profile: Profile, publication = publicationOfPost(post, strings)): Promise<string> {
  const { value } = await renderPdf(publication, { ...(await renderOptions()), profile });
  return pdfSource(value.bytes);
}

function roleMapOf(pdf: string): string | undefined {
  return /\/RoleMap <<\n?([^>]*)>>/u.exec(pdf)?.[1]?.trim();
}

describe('a made-up profile', () => {
  it('is what the file of a post is made by', async () => {
    const [made, ours] = [await bytesOf(madeUp), await bytesOf(profileP1)];
    expect([made.slice(0, 8), ours.slice(0, 8)]).toEqual(['%PDF-1.6', '%PDF-1.7']);
    expect(roleMapOf(made)).toBe('/Aside /Sect\n/Em /Span\n/Strong /Span\n/Sub /Span\n/FENote /Note\n/H8 /P');
    expect(made).toContain('/S /GTS_PDFX\n/Info (Made up)');
    expect(made).toContain(
      '<rdf:Description rdf:about="" xmlns:made="http://www.aiim.org/pdfua/ns/id/"><made:up>9</made:up>',
    );
    expect(made).toContain('<pdfaSchema:prefix>made</pdfaSchema:prefix>');
    for (const word of ['GTS_PDFA1', 'pdfaid:', 'pdfuaid:']) expect(made).not.toContain(word);
    for (const word of ['GTS_PDFA1', 'pdfaid:part>2', 'pdfaid:conformance>A', 'pdfuaid:part>1'])
      expect(ours).toContain(word);
  });

  it('is what a collection is made by, and what its colophon says', async () => {
    const { value } = await renderPdf(smallCollection(), { ...(await renderOptions()), profile: madeUp });
    expect(value.claims).toEqual(['Made up']);
    expect(roleMapOf(pdfSource(value.bytes))).toMatch(/^\/Title \/H\n\/Aside \/Sect\n/u);
    const last = value.publication.chapters.at(-1);
    expect(last && plainText(last.document)).toContain('\nMade up\n');
    expect(last && plainText(last.document)).toContain('\nverapdf --flavour none a-year-of-posts.pdf\n');
  });

  it('says how deep headings are told apart', async () => {
    const document = {
      ...post,
      body: [7, 8, 9].map((level) => ({
        type: 'heading' as const,
        level,
        id: `h${level}`,
        children: [{ type: 'text' as const, value: `Level ${level}`, offset: 0 }],
      })),
    };
    const roles = async (profile: Profile): Promise<readonly string[]> =>
      [...(await bytesOf(profile, publicationOfPost(document, strings))).matchAll(/\/S \/(H[2-9])\n/gu)].map(
        ([, role]) => role ?? '',
      );
    expect(await roles(madeUp)).toEqual(['H7', 'H8', 'H8']);
    expect(await roles(profileP1)).toEqual(['H7', 'H7', 'H7']);
  });

  it('refuses pictures that it does not embed', async () => {
    const shown = readDocument('---\ntitle: T\nlang: en\n---\n\n![A tree](tree.png)\n');
    const publication = publicationOfPost(shown, strings, { assets: assetsOf(pngAsset('tree.png', 4, 4)) });
    await expect(bytesOf(madeUp, publication)).rejects.toThrow('the profile has no pictures of image/png');
    expect(await bytesOf(profileP1, publication)).toContain('/Subtype /Image');
  });

  it('withholds its claims as ours does', async () => {
    const { value } = await renderPdf(
      publicationOfPost(readDocument('---\ntitle: T\nlang: en\n---\n\nಫ\n'), strings),
      {
        ...(await renderOptions()),
        profile: madeUp,
      },
    );
    expect(value.claims).toEqual([]);
    expect((await readPdf(value.bytes)).xmp).not.toContain('made:');
  });
});

/** What only a profile may know: the version of PDF, what files claim, and what our roles stand for. */
const known = /^1\.7$|PDF-1\.7|PDF\/UA-1|PDF\/A-2|GTS_PDF|pdfaid|pdfuaid/u;
const roles = new Set(Object.keys(profileP1.roleMap));

/** What a source says in strings, and the keys of its objects that are roles of ours. */
function findKnowledge(path: string, text: string): readonly string[] {
  const found: string[] = [];
  const say = (value: unknown): void => {
    if (typeof value === 'string' && known.test(value)) found.push(`${path}: ${value}`);
  };
  new Visitor({
    Literal: (node) => say(node.value),
    TemplateElement: (node) => say(node.value.cooked),
    JSXText: (node) => say(node.value),
    Property: ({ key }) => {
      if (key.type === 'Identifier' && roles.has(key.name)) found.push(`${path}: ${key.name}:`);
    },
  }).visit(parseSync(path, text).program);
  return found;
}

/** These tell files of any maker apart by what such files say; a cure names a claim to people, and loads nothing. */
const others = ['filing/metadata/format-ids.ts', 'filing/metadata/identify-format.ts', 'filing/rules.ts'];

test('nothing else knows the version of PDF, what it claims and what its roles stand for', () => {
  const src = join(import.meta.dirname, '../../../src');
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  expect(paths.length).toBeGreaterThan(300);
  const knowing = paths.filter(
    (path) => findKnowledge(path, readFileSync(join(src, path), 'utf8')).length > 0,
  );
  expect(knowing.toSorted()).toEqual([...others, 'pdf/profile/profile-p1.ts'].toSorted());
});

test.each([
  ["const version = '1.7';", 'a.ts: 1.7'],
  ['const claim = `the ${name} of PDF/UA-1`;', 'a.ts:  of PDF/UA-1'],
  ["const map = { FENote: 'Note' };", 'a.ts: FENote:'],
  ["element('pdfaid:part', '2');", 'a.ts: pdfaid:part'],
])('such knowledge is found: %s', (text, found) => {
  expect(findKnowledge('a.ts', text)).toEqual([found]);
});

test('what only looks like it is not found: a comment, another number', () => {
  expect(findKnowledge('a.ts', "// PDF/UA-1\nconst size = '11.75';\nopenElem('Aside');")).toEqual([]);
});
