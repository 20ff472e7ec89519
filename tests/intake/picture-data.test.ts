import { expect, test } from 'vitest';
import { readPictureData } from '../../src/intake/input/picture-data.ts';

test.each([
  ['data:image/png;base64,QUJD', '.png', 'ABC'],
  ['DATA:image/JPEG;x=y;BASE64,QU%4A%44', '.jpg', 'ABC'],
  ['data:image/svg+xml;charset=utf-8,%3Csvg a="é%2"/>', '.svg', '<svg a="é%2"/>'],
  ['data:image/gif,a,b', '.gif', 'a,b'],
])('%s', (address, extension, text) => {
  const found = readPictureData(address);
  expect(found?.extension).toBe(extension);
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe(text);
});

test.each(['data:text/html,a', 'data:image/png;base64,', 'a.png', 'data:', ''])(
  '%j holds none',
  (address) => {
    expect(readPictureData(address)).toBeUndefined();
  },
);
