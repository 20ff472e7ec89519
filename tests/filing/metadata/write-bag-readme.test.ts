import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { writeBagReadme } from '../../../src/filing/metadata/write-bag-readme.ts';
import { bareRecord, files, payloadFile, record } from './sample-record.ts';

const input = {
  record,
  bag: 'dhs-2011-0042_v0001',
  files,
  pdfClaims: profileP1.claims,
  software: { tagleaf: '0.1.0' },
};
const readme = writeBagReadme(input);

describe('the text', () => {
  test('says what is inside, what was kept and how it is checked', async () => {
    await expect(readme.text).toMatchFileSnapshot('golden/readme.txt');
  });

  test('names what is inside and every command', () => {
    for (const { path } of files) expect(readme.text).toContain(`  ${path}\n`);
    const commands = readme.text.match(/^ {4}(?:sha|bagit|verapdf|java).*$/gmu)?.map((line) => line.trim());
    expect(commands).toEqual([
      'sha256sum -c manifest-sha256.txt',
      'sha512sum -c manifest-sha512.txt',
      'sha512sum -c tagmanifest-sha512.txt',
      'bagit.py --validate .',
      'verapdf --flavour ua1 data/renderings/post.pdf',
      'verapdf --flavour 2a data/renderings/post.pdf',
      'java -jar epubcheck.jar data/renderings/post.epub',
    ]);
    expect(readme.text).toContain('--expect-head');
  });

  test('has short lines but for what is one word, and ends with one line feed', () => {
    const long = readme.text.split('\n').filter((line) => line.length > 78 && line.trim().includes(' '));
    expect(long).toEqual([]);
    expect(readme.text).toMatch(/[^\n]\n$/u);
  });
});

describe('the page', () => {
  test('says the same as the text', async () => {
    await expect(readme.html).toMatchFileSnapshot('golden/readme.html');
  });

  test('is HTML without errors', () => {
    const errors: string[] = [];
    parse(readme.html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  test('has a language, a title, headings in order and headed tables, and no script', () => {
    expect(readme.html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/u);
    expect(readme.html).toContain('<title>Record dhs-2011-0042</title>');
    expect(readme.html.match(/<h[1-6]/gu)).toEqual(['<h1', '<h2', '<h2', '<h2', '<h2', '<h2']);
    expect(readme.html.match(/<th scope="(?:row|col)"/gu)).toHaveLength(
      readme.html.match(/<th\b/gu)?.length ?? 0,
    );
    expect(readme.html).not.toMatch(/<script|\son\w+=|https?:\/\/[^<]*<\/script/u);
    expect(readme.html).toContain('<td lang="en-US">Strong partnerships &amp; &lt;more&gt;</td>');
  });

  test('links to every file', () => {
    const links = [...readme.html.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href);
    expect(links).toEqual(files.map(({ path }) => path));
  });
});

test('facts that nobody gave are not there, and words of a record are never markup or commands', () => {
  const hostile = {
    ...bareRecord,
    title: '<script>alert(1)</script>\u0007',
  };
  const { html, text } = writeBagReadme({
    ...input,
    record: hostile,
    files: [payloadFile("data/renderings/a';rm.pdf", 'record-copy')],
  });
  expect(html).toContain('<td>&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD</td>');
  expect(html).not.toContain('<script');
  expect(text).toContain("verapdf --flavour ua1 'data/renderings/a'\\'';rm.pdf'");
  for (const word of ['Agency', 'Taken from', 'Archive notice']) expect(text).not.toContain(word);
});
