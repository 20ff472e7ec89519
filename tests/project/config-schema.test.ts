import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'oxfmt';
import { expect, test } from 'vitest';
import { configSchema } from '../../src/project/config-schema.ts';

// `npx vitest run tests/project/config-schema.test.ts -u` writes it anew.
test('the JSON Schema in templates is made from the schema of the configuration', async () => {
  const schema = {
    title: 'tagleaf.yaml',
    ...toJsonSchema(configSchema, { ignoreActions: ['check', 'transform'] }),
  };
  const { code: text } = await format('schema.json', JSON.stringify(schema), { printWidth: 110 });
  await expect(text).toMatchFileSnapshot('../../templates/tagleaf.schema.json');
});

/** Of a source of schemas: each key, with the docstring before it and the description in its schema. */
function documented(
  source: string,
): readonly { key: string; doc: string | undefined; description: string }[] {
  const keys = source.matchAll(/(?:^  \/\*\* (.*) \*\/\n)?^  (\w+): ((?:.*\n(?=   |  \)))*.*)$/gmu);
  return [...keys].flatMap(([, doc, key = '', value = '']) => {
    // The lists of keys at the end of the source are no schemas.
    if (value.startsWith('Object.')) return [];
    const description = /v\.description\(\s*(?:'([^']*)'|"([^"]*)")/u.exec(value);
    return [{ key, doc, description: description?.[1] ?? description?.[2] ?? '' }];
  });
}

test('the declarations say of every key what the JSON Schema says of it', () => {
  const keys = ['config-schema', 'collection-schema'].flatMap((name) =>
    documented(readFileSync(new URL(`../../src/project/${name}.ts`, import.meta.url), 'utf8')),
  );
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter(({ doc, description }) => doc !== description)).toEqual([]);
  expect(documented("  /** One. */\n  one: v.pipe(v.description('Two.')),\n")).toEqual([
    { key: 'one', doc: 'One.', description: 'Two.' },
  ]);
  expect(documented('  one: text,\n')).toEqual([{ key: 'one', doc: undefined, description: '' }]);
});
