import { Document, parseDocument } from 'yaml';

/** A collection of the posts of a folder. */
export interface FolderCollection {
  readonly id: string;
  /** The folder as the configuration names it. */
  readonly posts: string;
}

/**
 * The text of a configuration with one more collection, its other lines and comments as they were; the same text where it
 * has a collection of that name. `undefined` where the configuration is no YAML that a collection can be added to.
 */
export function addCollection(config: string, { id, posts }: FolderCollection): string | undefined {
  const document = config.trim() === '' ? new Document({}) : parseDocument(config);
  if (document.errors.length > 0) return undefined;
  if (document.hasIn(['collections', id])) return config;
  try {
    document.setIn(
      ['collections', id],
      document.createNode({ title: id, posts: [posts], order: 'released' }),
    );
  } catch {
    // What stands there is no map.
    return undefined;
  }
  return document.toString();
}
