/** One thing that a capture holds. What it says is read when it is asked for. */
export interface Resource {
  /** Whether it is what was captured, or only tells of the capture: what was asked, by what program, lists of addresses. */
  readonly role: 'content' | 'about';
  /** Where it was captured; empty where the capture does not say it. */
  readonly address: string;
  /** When, as the capture says it. */
  readonly on?: string;
  /** What the server answered, where it was asked. */
  readonly status?: number;
  /** Where the answer of the server sent its reader on to. */
  readonly leadsTo?: string;
  /** The media type without its parameters, in lower case; empty where nothing says it. */
  readonly type: string;
  readonly charset?: string;
  /** The digest that the capture states of it. */
  readonly digest?: string;
  /** Whether it is a page within another. */
  readonly isFrame?: true;
  /** Where in the capture it stands, for messages. */
  readonly place: string;
  /** Headers as they stand in the capture. */
  readonly heads: () => Promise<string>;
  /**
   * Its bytes without what they were packed in for their transfer.
   *
   * @throws CaptureFlaw where they are not all there, are not those of the stated digest, or are more than the limit.
   */
  readonly body: (limit: number) => Promise<Uint8Array>;
  /** The bytes of the capture that hold it, with its headers, where it stands in one place. */
  readonly raw?: () => Promise<Uint8Array>;
}

/** What kind of capture bytes are, by what they are. */
export type CaptureKind = 'warc' | 'wacz' | 'mhtml' | 'file';

/** What a capture holds, in its order; reading on throws a CaptureFlaw where it is damaged. */
export interface Capture {
  readonly kind: CaptureKind;
  readonly resources: AsyncIterable<Resource>;
  readonly close: () => Promise<void>;
}

/** The media type and the character set of a `Content-Type`. */
export function readContentType(value: string): { readonly type: string; readonly charset?: string } {
  const type = (value.split(';', 1)[0] ?? '').trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*["']?([^\s"';]+)/iu.exec(value)?.[1];
  return { type, ...(charset === undefined ? {} : { charset }) };
}
