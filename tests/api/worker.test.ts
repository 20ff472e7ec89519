import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { openTagleaf, type Publication } from '../../src/index.ts';
import type { Settings } from '../../src/project/settings.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import { builtLibrary } from '../built-library.ts';
import { pngAsset } from '../epub/build-document.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const post = '---\ntitle: A post\nlang: en\n---\n\n![A map](map.png)\n\nSome words.\n';

/** Opens a project of the settings that it is sent, and answers each publication with its files. */
const worker = `
const { parentPort } = require('node:worker_threads');
const stages = import(${JSON.stringify(pathToFileURL(join(builtLibrary, 'publish/load-stages.js')).href)});
let opened;
parentPort.on('message', async ({ settings, publication }) => {
  opened ??= (await stages).loadStages(settings);
  const { pdf, epub } = await opened;
  const { bytes, claims, pageStarts } = await pdf(publication);
  parentPort.postMessage({ pdf: bytes, claims, epub: (await epub(publication, { pageStarts })).bytes });
});`;

test('a worker that is sent settings and publications answers with the same files', async () => {
  const cwd = await temporaryFolder({
    'posts/a.md': post,
    'posts/b.md': post.replace('lang: en\n', ''),
    'posts/map.png': pngAsset('map', 30, 20).bytes,
  });
  const config = {
    agency: 'The Agency',
    collections: { book: { title: 'B', lang: 'en', posts: 'posts/a.md' } },
  };
  const settings = await resolveSettings({ cwd, config });
  const tagleaf = await openTagleaf(config, { cwd });
  const read = (name: string): ReturnType<typeof tagleaf.read> =>
    tagleaf.read(name === 'a' ? post : post.replace('lang: en\n', ''), {
      file: `posts/${name}.md`,
      root: 'posts',
    });
  const publications = [
    tagleaf.publication(await read('a')),
    tagleaf.publication(await read('b')),
    await tagleaf.collection('book'),
  ];

  const thread = new Worker(worker, { eval: true });
  const ask = async (message: { settings: Settings; publication: Publication }): Promise<unknown> => {
    thread.postMessage(message);
    const [answer] = await once(thread, 'message');
    return answer;
  };
  try {
    const claims: number[] = [];
    for (const publication of publications) {
      const pdf = await tagleaf.pdf(publication);
      const epub = await tagleaf.epub(publication, { pageStarts: pdf.pageStarts });
      claims.push(pdf.claims.length);
      expect(await ask({ settings, publication })).toEqual({
        pdf: new Uint8Array(pdf.bytes),
        claims: pdf.claims,
        epub: new Uint8Array(epub.bytes),
      });
    }
    // The post without a language claims nothing there either.
    expect(claims).toEqual([2, 0, 2]);
  } finally {
    await thread.terminate();
  }
});
