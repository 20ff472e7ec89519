import type { MadeFile, MadePart } from '../publish/made.ts';
import type { Outcome } from '../publish/outcome.ts';
import type { ContentStore } from './content-store.ts';

/** Puts what was made into the store, its files apart; gives the digest of the rest. */
export async function putOutcome(outcome: Outcome, store: ContentStore): Promise<string> {
  const files: MadeFile[] = [];
  for (const file of outcome.made.files) {
    const parts: MadePart[] = [];
    for (const { content, ...part } of file.parts) {
      if (content) await store.put(content);
      parts.push({ ...part, content: undefined });
    }
    files.push({ ...file, parts });
  }
  return store.put(Buffer.from(JSON.stringify({ ...outcome, made: { ...outcome.made, files } })));
}

/** What was made, with its files; `undefined` where the store does not have all of it whole. */
export async function getOutcome(sha256: string, store: ContentStore): Promise<Outcome | undefined> {
  const bytes = await store.get(sha256);
  if (!bytes) return undefined;
  // Sound: the digest says that these are the bytes that a worker of the same version put there.
  const outcome = JSON.parse(Buffer.from(bytes).toString('utf8')) as Outcome;
  const files: MadeFile[] = [];
  for (const file of outcome.made.files) {
    const parts: MadePart[] = [];
    for (const part of file.parts) {
      const content = await store.get(part.sha256);
      if (!content) return undefined;
      parts.push({ ...part, content });
    }
    files.push({ ...file, parts });
  }
  return { ...outcome, heard: outcome.heard, made: { ...outcome.made, files } };
}
