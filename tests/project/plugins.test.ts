import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../publish/build.ts';
import { ResourceError, UsageError } from '../../src/diagnostics/errors.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const post = '---\ntitle: T\nlang: en\n---\n\nHello {% shout "you" %}.\n';
const shout =
  "export default { handlers: { shout: ({ args: [who] }) => ({ type: 'text', value: `${who.toUpperCase()}!` }) } };\n";
const upper = `export default function () {
  return (tree) => {
    const visit = (node) => {
      if (node.type === 'text') node.value = node.value.replace('Hello', 'Goodbye');
      (node.children ?? []).forEach(visit);
    };
    visit(tree);
  };
}
`;

async function words(cwd: string): Promise<string> {
  return (await readEpub(await readFile(join(cwd, 'out/post.epub')))).text;
}

function site(plugins: string, files: Readonly<Record<string, string>>): Promise<string> {
  return temporaryFolder({
    'posts/post.md': post,
    'tagleaf.yaml': `plugins: ${plugins}\nformats: [epub]\nout: out\n`,
    ...files,
  });
}

test('files of the project run where the caller allows it: handlers of markup, and remark plugins', async () => {
  const cwd = await site('[./shout.mjs, ./upper.mjs]', { 'shout.mjs': shout, 'upper.mjs': upper });
  const report = await build({ cwd, allowPlugins: true, verify: true });
  expect(report.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([
    'plugin-lost-words “Hello” stands in the post, but in neither file',
    'plugin-lost-words “you” stands in the post, but in neither file',
  ]);
  expect(await words(cwd)).toContain('Goodbye YOU!.');
});

test('without leave they do not run', async () => {
  const cwd = await site('[./shout.mjs]', { 'shout.mjs': shout });
  await expect(build({ cwd })).rejects.toThrow(
    new UsageError('plugins: ./shout.mjs is a file of yours; it runs only with --allow-plugins'),
  );
});

test.each([
  ['a name that leads out of the packages', '[tags/../../shout.mjs]', { 'shout.mjs': shout }],
  [
    'the project by its own name',
    '[mine]',
    { 'package.json': '{"name":"mine","exports":"./shout.mjs"}', 'shout.mjs': shout },
  ],
  [
    'an import that the project names',
    "['#mine']",
    { 'package.json': '{"imports":{"#mine":"./shout.mjs"}}', 'shout.mjs': shout },
  ],
])('without leave %s does not run', async (_, plugins, files) => {
  const installed = {
    'node_modules/tags/package.json': '{"name":"tags"}',
    'node_modules/tags/index.js': '',
    ...files,
  };
  const name = /[^[\]']+/u.exec(plugins)?.[0] ?? '';
  const cwd = await site(plugins, installed);
  await expect(build({ cwd })).rejects.toThrow(
    new UsageError(`plugins: ${name} is a file of yours; it runs only with --allow-plugins`),
  );
  await build({ cwd, allowPlugins: true });
  expect(await words(cwd)).toContain('Hello YOU!.');
});

test('packages run as they are named, those that only export modules too', async () => {
  const cwd = await site('[tags]', {
    'node_modules/tags/package.json': '{"name":"tags","exports":{".":{"import":"./index.mjs"}}}',
    'node_modules/tags/index.mjs': shout,
  });
  await build({ cwd });
  expect(await words(cwd)).toContain('Hello YOU!.');
});

test('a package that is not there, and a module that is no plugin', async () => {
  await expect(build({ cwd: await site('[no-such-plugin]', {}) })).rejects.toThrow(ResourceError);
  const cwd = await site('[./x.mjs]', { 'x.mjs': 'export default 3;\n' });
  await expect(build({ cwd, allowPlugins: true })).rejects.toThrow(
    new UsageError('plugins: ./x.mjs exports neither a remark plugin nor `{handlers}` by default'),
  );
});

test('a plugin that fails leaves the post as it was, with an error', async () => {
  const cwd = await site('[./bad.mjs]', {
    'bad.mjs': "export default () => () => { throw new Error('no'); };\n",
    'posts/post.md': post.replace(' {% shout "you" %}', ' you'),
  });
  const report = await build({ cwd, allowPlugins: true });
  expect(report.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([
    'plugin-failed A plugin says: no',
  ]);
  expect(await words(cwd)).toContain('Hello you.');
});

test('a folder of templates that is not there is no empty one', async () => {
  const cwd = await site('[]', {});
  const config = { templates: 'no-such', formats: ['epub' as const] };
  await expect(build({ cwd, config })).rejects.toThrow(/^templates: there is no folder .*no-such$/u);
});
