import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One example of a suite. */
export interface Example {
  /** `spec-0001`: the file's name and the number of the example in it. */
  readonly name: string;
  readonly markdown: string;
}

const suites = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'corpora', 'suites');

/** Whether the suites lie beside the project. */
export function hasSuites(): boolean {
  return existsSync(suites);
}

/** The examples of one file of a suite in order; `→` stands for a tab there. */
export function readExamples(file: string): readonly Example[] {
  const text = readFileSync(join(suites, file), 'utf8');
  const pattern = /^`{32} example[^\n]*\n([\s\S]*?)^\.\n[\s\S]*?^`{32}$/gmu;
  const stem = file.replace(/\.txt$/u, '').replaceAll('/', '-');
  return [...text.matchAll(pattern)].map(([, markdown], index) => ({
    name: `${stem}-${String(index + 1).padStart(4, '0')}`,
    markdown: (markdown ?? '').replaceAll('\u2192', '\t'),
  }));
}
