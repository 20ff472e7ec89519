import { expect, test } from 'vitest';
import { shareTexts } from '../../../src/pdf/write/share-texts.ts';

/** What is made of each text, and the objects that were opened for them. */
function share(values: readonly string[]): { readonly made: readonly unknown[]; readonly opened: unknown[] } {
  const opened: { readonly value: unknown; ended: number }[] = [];
  const textOf = shareTexts((value) => {
    const object = { value, ended: 0, end: () => void (object.ended += 1) };
    opened.push(object);
    return object;
  });
  return { made: values.map((value) => textOf(value)), opened };
}

test('a text of 2,048 units is an object of its own, ended once, for all that have the same', () => {
  const [long, other] = ['a'.repeat(2048), 'b'.repeat(2048)];
  const { made, opened } = share([long, other, long]);
  expect(opened).toMatchObject([
    { value: new String(long), ended: 1 },
    { value: new String(other), ended: 1 },
  ]);
  expect(made.map((one) => opened.indexOf(one))).toEqual([0, 1, 0]);
});

test('a shorter one stands where it is said', () => {
  const short = 'a'.repeat(2047);
  const { made, opened } = share([short, short]);
  expect(made).toEqual([new String(short), new String(short)]);
  expect(opened).toEqual([]);
});
