import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { configSchema } from '../../src/project/config-schema.ts';

// `npx vitest run tests/project/config-schema.test.ts -u` writes it anew.
test('the JSON Schema in templates is made from the schema of the configuration', async () => {
  const schema = {
    title: 'tagleaf.yaml',
    ...toJsonSchema(configSchema, { ignoreActions: ['check', 'transform'] }),
  };
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
  await expect(text).toMatchFileSnapshot('../../templates/tagleaf.schema.json');
});
