import { join, posix } from 'node:path';
import { readIfThere } from '../files/read-if-there.ts';
import { appendAll } from '../lists/append-all.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document } from '../document/document.ts';
import { readRawFrontMatter } from '../posts/front-matter/raw-front-matter.ts';
import type { FactSource } from '../ledger/facts/fact-source.ts';
import { parseSeriesFile } from '../ledger/facts/parse-series-file.ts';
import { readRecordFacts } from '../ledger/facts/read-record-facts.ts';
import type { RecordFacts } from '../ledger/facts/record-facts.ts';
import type { SourceFile } from './source-files.ts';

/** What a post is filed with. */
export interface PostFacts {
  /** Absent where a message says what is wrong or missing. */
  readonly record: RecordFacts | undefined;
  /** As written, for what else of it is filed. */
  readonly frontMatter: unknown;
  readonly seriesFiles: readonly SourceFile[];
}

const seriesName = 'series.yaml';

/** Reads the facts of a post from its front matter and from every `series.yaml` between it and the folder of the posts. */
export async function readPostFacts(document: Document, post: FoundFile): Promise<Result<PostFacts>> {
  const { values, placeOf } = readRawFrontMatter(document.source ?? '');
  const messages: Message[] = [];
  const inherited: FactSource[] = [];
  const seriesFiles: SourceFile[] = [];
  for (const folder of foldersOf(post.path)) {
    const path = posix.join(folder, seriesName);
    const absolutePath = join(post.root, path);
    const bytes = await readIfThere(absolutePath);
    if (bytes === undefined) continue;
    const name = post.file.endsWith(post.path) ? post.file.slice(0, -post.path.length) + path : path;
    const series = parseSeriesFile(bytes.toString('utf8'), name);
    appendAll(messages, series.messages);
    inherited.push(series.value);
    seriesFiles.push({ absolutePath, path, role: 'source', kind: 'series' });
  }
  const facts = readRecordFacts({ frontMatter: values, placeOf, inherited, file: post.file });
  appendAll(messages, facts.messages);
  if (!facts.value && facts.messages.length === 0) {
    const reason = 'The post has no “record.id”, so it cannot be filed';
    messages.push(reportRule('record-id-missing', { reason, file: post.file }));
  }
  return { value: { record: facts.value, frontMatter: values, seriesFiles }, messages };
}

/** The folder of a file and those above it, nearest first; `.` is the folder of the posts. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    folders.push(folder);
    if (folder === '.') return folders;
  }
}
