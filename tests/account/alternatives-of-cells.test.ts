import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { mapLeaves } from '../../src/document/map-leaves.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const post = `---
title: T
lang: en
---

See @fig-go.

\`\`\`{r}
#| label: fig-go
#| echo: false
#| fig-cap: >
#|   Go to the file in the window.
#| fig-alt: >
#|   Picture of the tool in the
#|   window. It is a box with the cursor.
knitr::include_graphics("a.png")
\`\`\`
`;

test('words that a reference prints take none from the alternative of the picture that it names', () => {
  const found = readText(post, { dialect: 'pandoc' });
  expect(printMessages(accountWords(found, { hasPlugins: false }).messages)).toEqual([]);
});

test('of an alternative that was lost there, it is told', () => {
  const { value, messages } = readText(post, { dialect: 'pandoc' });
  const lost =
    value &&
    mapLeaves(value, {
      text: (text) => text,
      image: ({ imageId, source, type, decorative }) => ({ imageId, source, type, decorative }),
      target: (target) => target,
    });
  const { messages: told } = accountWords({ value: lost, messages }, { hasPlugins: false });
  expect(printMessages(told).join('\n')).toMatch(/error words-unaccounted “.*tool/u);
});
