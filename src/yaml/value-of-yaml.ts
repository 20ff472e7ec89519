import { isAlias, type Document, visit } from 'yaml';

/** What is said of aliases that are refused, and the cure. */
export const aliasesRefused =
  'aliases stand for more than is taken in; write out what each `*name` stands for';

/**
 * So many nodes may be gone over for aliases. To follow one, yaml 2.9 goes through the whole document, and more than once where the
 * value that it stands for holds others: a document full of them would take the square of its length.
 */
const mostSteps = 1_000_000;

/**
 * What a document says, as plain values. Its aliases can make a small file grow without end, and take long where they do not.
 *
 * @throws ReferenceError where an alias has no anchor, one stands for more than `aliases` values, or all take too long to follow.
 */
export function valueOfYaml(document: Document.Parsed, aliases: number): unknown {
  let found = 0;
  let nodes = 0;
  visit(document, {
    Node: (_key, node) => {
      nodes += 1;
      if (isAlias(node)) found += 1;
    },
  });
  if (found * nodes > mostSteps) throw new ReferenceError(aliasesRefused);
  try {
    return document.toJS({ maxAliasCount: aliases });
  } catch (error) {
    if (!(error instanceof ReferenceError) || !error.message.startsWith('Excessive')) throw error;
    throw new ReferenceError(aliasesRefused, { cause: error });
  }
}
