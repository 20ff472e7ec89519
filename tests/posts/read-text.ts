import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Message, Result } from '../../src/diagnostics/message.ts';
import type { Document } from '../../src/document/document.ts';
import type { Strings } from '../../src/document/strings.ts';
import { defaultPostLimits, type ReadPostOptions } from '../../src/posts/context/post-context.ts';
import { readPost } from '../../src/posts/read-post.ts';

// Sound: the file is the project's own and has the shape of its type; a test of the strings holds it to that.
export const strings: Strings = parse(
  readFileSync(new URL('../../templates/strings/en.yaml', import.meta.url), 'utf8'),
) as Strings;

/** Reads a post that is given as text or bytes. */
export function readText(
  text: string | Uint8Array,
  options: Partial<ReadPostOptions> = {},
): Result<Document | undefined> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readPost(bytes, {
    file: 'post.md',
    path: 'post.md',
    strings: () => strings,
    limits: defaultPostLimits,
    ...options,
  });
}

/** Reads a post that can be built. */
export function readDocument(text: string, options: Partial<ReadPostOptions> = {}): Document {
  const { value } = readText(text, options);
  if (value === undefined) throw new Error('The post was not built');
  return value;
}

/** Messages as `line:column severity rule reason`, one each. */
export function printMessages(messages: readonly Message[]): readonly string[] {
  return messages.map(({ place, severity, ruleId, reason }) => {
    const at = place ? `${place.start.line}:${place.start.column}` : '-';
    return `${at} ${severity} ${ruleId} ${reason}`;
  });
}
