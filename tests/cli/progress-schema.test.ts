import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'oxfmt';
import { expect, test } from 'vitest';
import { progressSchema } from '../../src/cli/progress-schema.ts';

// `npx vitest run tests/cli/progress-schema.test.ts -u` writes it anew.
test('the JSON Schema in templates is made from the schema of the events', async () => {
  const schema = { title: 'A line of tagleaf build --json-progress', ...toJsonSchema(progressSchema) };
  const { code: text } = await format('schema.json', JSON.stringify(schema), { printWidth: 110 });
  await expect(text).toMatchFileSnapshot('../../templates/progress.schema.json');
});
