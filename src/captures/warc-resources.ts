import type { ByteSource } from './byte-source.ts';
import { detached } from './detached.ts';
import type { HttpHead } from './http-entity.ts';
import { readContentType, type Resource } from './resource.ts';
import { httpHeadOf, readBody, readHeads, readRaw } from './warc-body.ts';
import {
  addressOf,
  findOriginal,
  readRepeated,
  rememberOriginal,
  repeatedKeys,
  type WarcOriginals,
} from './warc-originals.ts';
import { walkRecords, type WarcRecord } from './warc-records.ts';

/** A WARC, and what messages call it. */
export interface WarcPart {
  readonly source: ByteSource;
  /** Its path in the package that holds it. */
  readonly name?: string;
}

/**
 * What the records of WARCs hold (ISO 28500), one file after the other; what repeats an earlier capture has the body of it.
 *
 * @throws CaptureFlaw where bytes are no whole record.
 */
export async function* readWarcs(
  parts: Iterable<WarcPart> | AsyncIterable<WarcPart>,
): AsyncGenerator<Resource> {
  const originals: WarcOriginals = new Map();
  for await (const part of parts) {
    for await (const record of walkRecords(part.source))
      yield resourceOf(record, { ...part, originals, http: await httpHeadOf(part.source, record) });
  }
}

interface Around extends WarcPart {
  readonly http: HttpHead | undefined;
  readonly originals: WarcOriginals;
}

function resourceOf(record: WarcRecord, around: Around): Resource {
  const { at, blockAt, length, headers } = record;
  const { source, originals, name } = around;
  const kind = headers.get('warc-type') ?? '';
  const span = { source, at, end: blockAt + length + 4 };
  const known = answerOf(record, around);
  rememberOriginal(originals, record, { span, ...known });
  const repeated = kind === 'revisit' ? repeatedKeys(record) : undefined;
  const original = repeated && findOriginal(repeated, originals);
  const on = headers.get('warc-date');
  const digest = headers.get('warc-payload-digest');
  const leadsTo = around.http?.headers.get('location');
  return {
    role: /^(?:response|resource|revisit|conversion)$/u.test(kind) ? 'content' : 'about',
    address: detached(addressOf(record)),
    ...(on !== undefined && { on: detached(on) }),
    ...(leadsTo !== undefined && { leadsTo: detached(leadsTo) }),
    ...(digest !== undefined && { digest: detached(digest) }),
    ...known,
    ...(original && repeatedAnswer(known, original)),
    place: `the record at byte ${at}${name === undefined ? '' : ` of ${name}`}`,
    heads: () => readHeads(span),
    body: async (limit) =>
      repeated ? await readRepeated(findOriginal(repeated, originals), limit) : await readBody(span, limit),
    raw: () => readRaw(span),
  };
}

type Answer = Pick<Resource, 'status' | 'type' | 'charset'>;

function answerOf(record: WarcRecord, { http }: Around): Answer {
  const answer = record.headers.get('warc-type') === 'resource' ? undefined : http;
  const { type, charset } = readContentType(answer?.headers.get('content-type') ?? plainTypeOf(record));
  return {
    ...(answer !== undefined && { status: answer.status }),
    type: detached(type),
    ...(charset !== undefined && { charset: detached(charset) }),
  };
}

/** “Not modified” is said of what the original is; a revisit may keep no head of its own. */
function repeatedAnswer(own: Answer, { status, type, charset }: Answer): Answer {
  const isOwn = own.status !== undefined && own.status !== 304;
  const shown = isOwn ? own.status : status;
  const isTyped = own.type !== '';
  const set = isTyped ? own.charset : charset;
  return {
    ...(shown !== undefined && { status: shown }),
    type: isTyped ? own.type : type,
    ...(set !== undefined && { charset: set }),
  };
}

/** Of what was no answer over HTTP. */
function plainTypeOf({ headers }: WarcRecord): string {
  const type = headers.get('content-type') ?? '';
  return /^application\/http/iu.test(type) ? '' : type;
}
