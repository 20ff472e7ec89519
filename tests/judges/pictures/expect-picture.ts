import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, inject } from 'vitest';
import { comparePictures } from './compare-pictures.ts';
import { readGreyPng, writeGreyPng, type GreyPicture } from './grey-picture.ts';

/** What was drawn instead of a picture that differs, to be looked at. */
const differing = join(import.meta.dirname, '..', '.cache', 'pictures');
const update = inject('updatePictures');

/** Compares a page with the picture at `path`, or writes the picture where the run may do so. */
export function expectPicture(path: string, found: GreyPicture): void {
  const name = basename(path);
  if (update === 'all' || (update === 'new' && !existsSync(path))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, writeGreyPng(found));
  }
  const difference = comparePictures(readGreyPng(readFileSync(path)), found);
  if (difference === undefined) return;
  mkdirSync(differing, { recursive: true });
  writeFileSync(join(differing, name), writeGreyPng(found));
  expect.fail(
    `${name}: ${difference}. What was drawn is in tests/judges/.cache/pictures; --update takes it.`,
  );
}
