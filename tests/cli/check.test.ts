import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { callCli } from './call-cli.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';
const bad = `${head}To apply, [click here](https://example.org/).\n`;

test('--format sarif and json', async () => {
  const cwd = await temporaryFolder({
    'posts/a b.md': `${bad}\n<!-- a11y-ignore nbsp-run: a form -->\n\nName:&nbsp;&nbsp;Jane\n`,
  });
  const sarif: unknown = JSON.parse((await callCli(['check', '--format', 'sarif'], { cwd })).out);
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tagleaf', rules: [{ id: 'link-generic' }, { id: 'nbsp-run' }] } },
        results: [
          {
            ruleId: 'link-generic',
            ruleIndex: 0,
            level: 'warning',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'posts/a%20b.md' },
                  region: { startLine: 6, startColumn: 11, endLine: 6, endColumn: 45 },
                },
              },
            ],
          },
          {
            ruleId: 'nbsp-run',
            level: 'note',
            suppressions: [{ kind: 'inSource', justification: 'a form' }],
          },
        ],
      },
    ],
  });
  const json: unknown = JSON.parse((await callCli(['check', '--format', 'json'], { cwd })).out);
  expect(json).toMatchObject({ counts: { messages: { error: 0, warning: 1, info: 1 } } });
});

test('SARIF has all that code hosts ask for', async () => {
  const cwd = await temporaryFolder({
    'posts/a #1.md': '---\ntitle: T\n---\nWords.\n',
    'other/b.md': `${head}Words.\n`,
  });
  const run = async (input: string, from: string): Promise<unknown> =>
    JSON.parse((await callCli(['check', input, '--format', 'sarif'], { cwd: from })).out);
  const rule = {
    id: 'lang-missing',
    shortDescription: { text: expect.stringContaining('Add `lang:`') },
    fullDescription: { text: expect.stringContaining('(ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.1)') },
    help: { text: expect.stringContaining('WCAG 2.2 SC 3.1.1: Add `lang:`') },
  };
  const log = (uri: unknown): object => ({
    runs: [
      {
        tool: { driver: { rules: [rule] } },
        results: [
          {
            ruleId: 'lang-missing',
            message: { text: 'No language declared for the post' },
            locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
          },
        ],
      },
    ],
  });
  expect(await run('posts', cwd)).toMatchObject(log('posts/a%20%231.md'));
  expect(await run(join(cwd, 'posts'), cwd)).toMatchObject(log('posts/a%20%231.md'));
  const outside = expect.stringMatching(/^file:\/\/\/.*\/posts\/a%20%231\.md$/u);
  expect(await run('../posts', join(cwd, 'other'))).toMatchObject(log(outside));
});
