import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildStructure } from '../../../src/pdf/structure/build-structure.ts';
import { printStructure } from '../../../src/pdf/structure/print-structure.ts';
import { readDocument } from '../../posts/read-text.ts';

test.each(['2011-12-02-strong-international-partnerships', 'feature-tour'])(
  'the tags of %s',
  async (name) => {
    const document = readDocument(await readFile(`posts/${name}.md`, 'utf8'));
    const printed = printStructure(buildStructure(document).root);
    await expect(printed).toMatchFileSnapshot(`../golden/${name}.tags.txt`);
  },
);
