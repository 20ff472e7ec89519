import type { Message, Result } from '../../diagnostics/message.ts';
import { reportRule, type PostRuleId } from '../rules.ts';
import type { ReadPostOptions } from '../context/post-context.ts';

/** The characters of a post without the byte order marks before them, of which programs that join files leave several; `undefined` where it is empty, too large or not UTF-8 (RFC 3629). */
export function decodePost(
  bytes: Uint8Array,
  options: Pick<ReadPostOptions, 'file' | 'limits'>,
): Result<string | undefined> {
  const refuse = (ruleId: PostRuleId, reason: string): Result<undefined> => {
    const messages: readonly Message[] = [reportRule(ruleId, { reason, file: options.file })];
    return { value: undefined, messages };
  };
  if (bytes.length > options.limits.bytes) {
    return refuse('file-too-large', `The file has ${bytes.length} bytes, more than ${options.limits.bytes}`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('file-encoding', `Invalid UTF-8 at byte offset ${invalidOffset(bytes)}`);
  }
  if (text.trim() === '') return refuse('file-empty', 'The file is empty');
  return { value: text.replace(/^\uFEFF+/u, ''), messages: [] };
}

/** The offset of the first byte that cannot belong to UTF-8: the start of the sequence that fails. */
function invalidOffset(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // The longest valid prefix, by bisection; a sequence cut by the prefix is not yet an error.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // `low` may lie inside the sequence that fails: step back over its lead.
  for (let start = low; start > low - 4 && start >= 0; start -= 1) {
    if (isComplete(bytes.subarray(0, start))) return start;
  }
  return low;
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isComplete(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
