import { readRegularText } from '../files/regular-file.ts';
import type { Dialect } from '../document/dialect.ts';

// Its extensions are a list of names, which hardly any other program has.
const extensions = /^extensions {0,4}(?:\+?=|:)/mu;
const myst = /(?:"|')myst_(?:parser|nb)(?:"|')/u;

/** Whether a `conf.py` is that of Sphinx: it names extensions. It is a program, and is not run. */
export async function isSphinxConfig(path: string): Promise<boolean> {
  return extensions.test(await textOf(path));
}

/** The dialect of Markdown that a site of Sphinx reads: that of the parser among its extensions, which other words for it may hide. */
export async function sphinxDialect(path: string): Promise<Dialect> {
  return myst.test(await textOf(path)) ? 'myst' : 'auto';
}

const assignment = /^(\w{1,40}) {0,4}= {0,4}(["'])([^"'\\\r\n]{1,200})\2/gmu;

/** The words that stand in it plainly, each as the value of a name. */
export async function sphinxWords(path: string): Promise<ReadonlyMap<string, string>> {
  const found = (await textOf(path)).matchAll(assignment);
  return new Map([...found].map(([, name = '', , value = '']) => [name, value]));
}

async function textOf(path: string): Promise<string> {
  return readRegularText(path).catch(() => '');
}
