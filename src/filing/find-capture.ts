import { stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { sha256OfFile } from '../files/digest.ts';
import { pathInside, realPathInside } from '../files/inside.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule, type FilingRuleId } from './rules.ts';
import { safePath } from './safe-path.ts';
import type { Capture } from '../terms/record-description.ts';
import type { SourceFile } from './source-files.ts';

/** The capture of a post; no files where it names none or none is there. */
export interface FoundCapture {
  readonly files: readonly SourceFile[];
  /** When and with what the page was captured, where the post says it. */
  readonly facts: Capture | undefined;
}

/** How captures are looked for. */
export interface FindCaptureOptions {
  /** Makes it an error that none is filed. */
  readonly required: boolean;
  /** Paths of other files that are filed. */
  readonly taken: ReadonlySet<string>;
  /** Whether a person let a path be filed as it is. */
  readonly isWaived: (path: string) => boolean;
}

/**
 * The page as it was captured: the file that `source.file` names, beside the post or in the folder of the posts, under a safe name. Where the post
 * says its digest, another file by that name is an error; where no file is there, none is filed, and that is told.
 */
export async function findCapture(
  frontMatter: unknown,
  post: FoundFile,
  options: FindCaptureOptions,
): Promise<Result<FoundCapture>> {
  const source = memberOf(frontMatter, 'source');
  const name = textMember(source, 'file');
  const facts = factsOf(source);
  const tell = (ruleId: FilingRuleId, reason: string): Message =>
    reportRule(ruleId, { reason, file: post.file });
  const missing = options.required ? 'record-capture-required' : 'record-capture-missing';
  if (name === undefined) {
    const reason = 'The post names no capture (`source.file`), and none is filed';
    return { value: { files: [], facts }, messages: options.required ? [tell(missing, reason)] : [] };
  }
  const file = await captureFile(name, post, options);
  if (file === undefined) {
    const reason = `\`${name}\`, which the post was made from, is not there: no capture is filed`;
    return { value: { files: [], facts }, messages: [tell(missing, reason)] };
  }
  const digest = textMember(source, 'sha256');
  if (digest !== undefined && (await sha256OfFile(file.absolutePath)) !== digest) {
    const reason = `\`${name}\` is not the file that the post was made from: its SHA-256 differs`;
    return { value: { files: [], facts }, messages: [tell('record-capture-altered', reason)] };
  }
  const { size } = await stat(file.absolutePath);
  const empty =
    size === 0 ? [tell('record-capture-empty', `\`${name}\` has no bytes: it proves nothing`)] : [];
  return { value: { files: [file], facts }, messages: empty };
}

/** The file by its name, or in a bag by the safe name that it was filed under. */
async function captureFile(
  name: string,
  post: FoundFile,
  { taken, isWaived }: FindCaptureOptions,
): Promise<SourceFile | undefined> {
  for (const folder of [dirname(post.absolutePath), post.root]) {
    for (const written of new Set([name, safePath(name)])) {
      const absolutePath = join(folder, written);
      const path = await realPathInside(post.root, absolutePath);
      if (path === undefined) continue;
      const below = pathInside(folder, join(post.root, path));
      const safe =
        below === undefined || isWaived(path)
          ? path
          : `${path.slice(0, path.length - below.length)}${safePath(below)}`;
      const isMoved = safe !== path && !taken.has(safe);
      const original = isMoved ? { originalName: posix.basename(path) } : {};
      return { absolutePath, path: isMoved ? safe : path, role: 'capture', kind: 'capture', ...original };
    }
  }
  return undefined;
}

function factsOf(source: unknown): Capture | undefined {
  const [capturedAt, tool] = [textMember(source, 'captured'), textMember(source, 'tool')];
  if (capturedAt === undefined && tool === undefined) return undefined;
  return { ...(capturedAt !== undefined && { capturedAt }), ...(tool !== undefined && { tool }) };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textMember(value: unknown, key: string): string | undefined {
  const text = memberOf(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
