import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { readDocument } from '../read-text.ts';

const read = (body: string): ReturnType<typeof readDocument> =>
  readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}\n`);

test.each([
  ["[[module.mounts]]\n# *a* note\nsource = 'assets'", 'toml'],
  ['# a note\n\ntitle = "Example"', 'toml'],
  ['{"title": "Example"}', 'json'],
  ['title: Example = one\nlist:\n- a', 'yaml'],
])('%j is code of %s, with the name of its file above it', (values, language) => {
  const { body } = read(`{{< code-toggle file=hugo copy=true >}}\n${values}\n{{< /code-toggle >}}`);
  expect(body).toMatchObject([
    {
      type: 'code-block',
      language,
      title: [{ value: 'hugo' }],
      lines: values.split('\n').map((value) => ({ value })),
    },
  ]);
});

test('without values it is told as any call that is not known', () => {
  expect(plainText(read('{{< code-toggle config=build />}}'))).toContain('{{< code-toggle config=build />}}');
});

test.each(['code-toggle config=build', 'highlight go', 'details', 'unknown'])(
  'what closes itself holds nothing, though the same is closed behind it: %s',
  (call) => {
    const [name = ''] = call.split(' ');
    const document = read(`{{< ${call} />}}\n\n*Words*\n\n{{< ${name} >}}\na: b\n{{< /${name} >}}`);
    expect(
      document.body.find(
        (block) =>
          block.type === 'paragraph' &&
          plainText({ ...document, titleBlock: [], body: [block] }) === 'Words\n',
      ),
    ).toBeDefined();
  },
);
