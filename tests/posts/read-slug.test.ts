import { expect, test } from 'vitest';
import { defaultPostLimits } from '../../src/posts/context/post-context.ts';
import { readPost } from '../../src/posts/read-post.ts';
import { readSlug } from '../../src/posts/read-slug.ts';
import { readStrings } from '../../src/project/read-strings.ts';

const strings = await readStrings(undefined);
const path = 'notes/2020-01-02-a plan.markdown';

const sources = {
  'no front matter': 'Words.',
  'a slug': '---\nslug: My plan\n---\nWords.',
  'an empty slug': '---\nslug: ""\n---\nWords.',
  'a slug twice': '---\nslug: one\nslug: two\n---\nWords.',
  'a slug that is a list': '---\nslug: [one]\n---\nWords.',
  'a slug with a control character': '---\nslug: "a\\u0007b"\n---\nWords.',
  'a slug of Hugo': '+++\nSlug = "three"\n+++\nWords.',
  'a slug in JSON': '{ "slug": "four" }\nWords.',
  'front matter behind marks': '\uFEFF\uFEFF---\nslug: five\n---\nWords.',
  'broken front matter': '---\nslug: six\nother: [\n---\nWords.',
  'front matter without end': '---\nslug: seven\nWords.',
  'a slug of signs': '---\nslug: "../.."\n---\nWords.',
  nothing: ' \n',
};

test.each(Object.entries(sources))(
  'what the files of a post are called is known without its Markdown: %s',
  (_, source) => {
    for (const datesInNames of [false, true]) {
      const options = { file: path, path, datesInNames, strings, limits: defaultPostLimits };
      const bytes = Buffer.from(source);
      expect(readSlug(bytes, options)).toBe(readPost(bytes, options).value?.metadata.slug);
    }
  },
);

test('names are told apart', () => {
  const options = { file: path, path, limits: defaultPostLimits };
  const slugs = Object.values(sources).map((source) => readSlug(Buffer.from(source), options));
  expect(slugs).toEqual([
    'a-plan',
    'My-plan',
    'a-plan',
    'two',
    'a-plan',
    'ab',
    'three',
    'four',
    'five',
    'six',
    'a-plan',
    'post',
    undefined,
  ]);
});
