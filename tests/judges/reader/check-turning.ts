import type { Reader } from './open-reader.ts';
import { withoutSpace, type BookText } from './read-book.ts';

/** What turning pages has come to. */
export interface Turning {
  readonly turned: number;
  readonly findings: readonly string[];
}

/** Reads the documents with the longest and the widest table, whole or for `most` pages each. */
export async function checkTables(reader: Reader, book: BookText, most: number): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const measure of ['length', 'columns'] as const) {
    const sizes = book.files.map(({ tables }) => Math.max(0, ...tables.map((table) => table[measure])));
    const file = book.files[sizes.indexOf(Math.max(...sizes))];
    if (!file || file.tables.length === 0) continue;
    await reader.goTo(file.file);
    findings.push(...(await checkTurning(reader, { files: [file] }, most)).findings);
  }
  return findings;
}

/**
 * Turns pages from the one that is shown until `most` are turned or the book ends. Every screen must go on with the very
 * word, or picture, at which the one before has ended.
 */
export async function checkTurning(reader: Reader, book: BookText, most: number): Promise<Turning> {
  const findings: string[] = [];
  let screen = await reader.screen();
  let index = book.files.findIndex(({ file }) => file === screen.file);
  let at = book.files[index]?.text.indexOf(withoutSpace(screen.text)) ?? -1;
  if (at < 0) return { turned: 0, findings: [`${screen.file} is shown with other words than it has`] };
  for (let turned = 0; ; turned += 1) {
    const words = withoutSpace(screen.text);
    const { file = '', text = '' } = book.files[index] ?? {};
    if (screen.broken.length > 0) findings.push(`${file}: no picture for ${screen.broken.join(', ')}`);
    if (screen.file !== file || words === '' || !text.startsWith(words, at)) {
      findings.push(`${file}: ${differenceOf(text.slice(at), words)}`);
      return { turned, findings };
    }
    at += words.length;
    if (at === text.length) [index, at] = [index + 1, 0];
    if (turned === most || index === book.files.length) return { turned, findings };
    screen = await reader.next();
  }
}

/** What was due, and what was shown, from where they differ. */
function differenceOf(due: string, shown: string): string {
  let start = 0;
  while (start < shown.length && due[start] === shown[start]) start += 1;
  return `“${due.slice(start, start + 30)}” was due, not “${shown.slice(start, start + 30)}”`;
}
