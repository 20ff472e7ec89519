import type { Message, Place, Result } from '../../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { KeyPath } from '../../yaml/place-in-yaml.ts';
import { checkSource } from './check-source.ts';
import type { FactSource } from './fact-source.ts';
import { mergeFacts } from './merge-facts.ts';
import type { RecordFacts } from './record-facts.ts';
import { findRetentionGaps } from './retention-gaps.ts';

/** What is known of a post that may be filed. */
export interface RecordFactsInput {
  /** The mapping at the head of the post, every scalar as text; `undefined` where it has none. */
  readonly frontMatter: unknown;
  readonly placeOf?: ((path: KeyPath) => Place | undefined) | undefined;
  /** The `series.yaml` of the post's folder and of those above it, nearest first. */
  readonly inherited: readonly FactSource[];
  /** The post as the user named it. */
  readonly file: string;
}

const recordKeys = ['record', 'retention', 'access', 'waivers'];

/**
 * The facts that a post is filed with, inherited ones among them; `undefined` where a message says what is wrong, and without any
 * message where the post itself says nothing of records.
 *
 * Without a disposition the record is `unscheduled`; a restriction that nobody names is `unknown`.
 */
export function readRecordFacts(input: RecordFactsInput): Result<RecordFacts | undefined> {
  const { frontMatter = {}, placeOf, inherited, file } = input;
  const post: FactSource = { file, values: frontMatter, ...(placeOf && { placeOf }) };
  const checked = [checkSource(post, 'post'), ...inherited.map((source) => checkSource(source, 'series'))];
  const messages: Message[] = checked.flatMap((source) => source.messages);
  if (messages.length > 0) return { value: undefined, messages };
  const { id, ...facts } = mergeFacts(checked.map(({ value }) => value));
  if (id === undefined) {
    const [key] = recordKeys.filter((name) => has(frontMatter, name));
    const reason = `The post has “${key ?? ''}”, but no “record.id”`;
    const place = placeOf?.([key ?? '']);
    return {
      value: undefined,
      messages: key === undefined ? [] : [reportRule('record-id-missing', { reason, file, place })],
    };
  }
  const gaps = findRetentionGaps(facts.retention);
  const place = placeOf?.(['retention']);
  if (gaps.length > 0) {
    const told = gaps.map((reason) => reportRule('retention-incomplete', { reason, file, place }));
    return { value: undefined, messages: told };
  }
  return { value: { id, ...facts }, messages: [] };
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
