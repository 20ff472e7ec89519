import { dirname, join } from 'node:path';
import { sha256OfFile } from '../files/digest.ts';
import { realPathInside } from '../files/inside.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Capture } from '../terms/record-description.ts';
import type { SourceFile } from './source-files.ts';

/** The capture of a post; no files where it names none or none is there. */
export interface FoundCapture {
  readonly files: readonly SourceFile[];
  /** When and with what the page was captured, where the post says it. */
  readonly facts: Capture | undefined;
}

/**
 * The page as it was captured: the file that `source.file` names, beside the post or in the folder of the posts. Where the post
 * says its digest, another file by that name is an error; where no file is there, none is filed.
 */
export async function findCapture(frontMatter: unknown, post: FoundFile): Promise<Result<FoundCapture>> {
  const source = memberOf(frontMatter, 'source');
  const [name, digest] = [textMember(source, 'file'), textMember(source, 'sha256')];
  const [capturedAt, tool] = [textMember(source, 'captured'), textMember(source, 'tool')];
  const facts =
    capturedAt === undefined && tool === undefined
      ? undefined
      : { ...(capturedAt !== undefined && { capturedAt }), ...(tool !== undefined && { tool }) };
  if (name === undefined) return { value: { files: [], facts }, messages: [] };
  const messages: Message[] = [];
  for (const folder of [dirname(post.absolutePath), post.root]) {
    const absolutePath = join(folder, name);
    const path = await realPathInside(post.root, absolutePath);
    if (path === undefined) continue;
    if (digest !== undefined && (await sha256OfFile(absolutePath)) !== digest) {
      const reason = `\`${name}\` is not the file that the post was made from: its SHA-256 differs`;
      messages.push(reportRule('record-capture-altered', { reason, file: post.file }));
      return { value: { files: [], facts }, messages };
    }
    const file: SourceFile = { absolutePath, path, role: 'capture', kind: 'capture' };
    return { value: { files: [file], facts }, messages };
  }
  const reason = `\`${name}\`, which the post was made from, is not there: no capture is filed`;
  return {
    value: { files: [], facts },
    messages: [reportRule('record-capture-missing', { reason, file: post.file })],
  };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textMember(value: unknown, key: string): string | undefined {
  const text = memberOf(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
