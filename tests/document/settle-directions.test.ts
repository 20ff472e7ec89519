import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/document/inline.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { readDocument } from '../posts/read-text.ts';

/** The spans of a post in that language, with the direction that each says. */
function directions(lang: string, body: string): readonly (readonly [Span['kind'], string | undefined])[] {
  const document = readDocument(`---\ntitle: T\nlang: ${lang}\n---\n\n${body}\n`);
  return [...walkDocument(document)].flatMap((node) =>
    node.type === 'span' ? [[node.kind, node.dir] as const] : [],
  );
}

describe('code in a line from the right', () => {
  test('is read from the left, in emphasis, links, items and cells too', () => {
    const body =
      'نص `--a;` و **`b(`** [`c;`](https://example.org/)\n\n- نص `d;`\n\n| نص `e;` |\n|---|\n| `f;` |';
    expect(directions('ar', body)).toEqual([
      ['code', 'ltr'],
      ['strong', undefined],
      ...Array.from({ length: 5 }, () => ['code', 'ltr']),
    ]);
    expect(directions('ar', 'نص <samp>a;</samp> <kbd>b</kbd> *c*')).toEqual([
      ['sample', 'ltr'],
      ['keyboard', undefined],
      ['emphasis', undefined],
    ]);
  });

  test('keeps the direction that its author says', () => {
    expect(directions('ar', 'نص <code dir="rtl">أ;</code>')).toEqual([['code', 'rtl']]);
  });

  test('says nothing among words from the left, in a paragraph of such words as well', () => {
    expect(directions('en', 'Text `a;` and <span dir="rtl">نص</span>')[0]).toEqual(['code', undefined]);
    expect(directions('ar', 'Text `a;` only.')).toEqual([['code', undefined]]);
    expect(directions('en', '<div dir="rtl">\n\nنص `a;`\n\n</div>')).toEqual([['code', 'ltr']]);
  });
});
