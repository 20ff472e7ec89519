import type { Comment } from 'hast';
import { captureInstant } from '../dates/capture-instant.ts';
import { readPlayback } from '../input/playback-address.ts';

/** What a program that saved the page says of it in a comment. */
export interface SaveComment {
  /** As written; of HTTrack without a scheme. */
  readonly address: string;
  readonly on: string | undefined;
}

/** What was saved; where an archive played it back, that. */
export function readSaveComment(comment: Comment): SaveComment | undefined {
  const read = readComment(comment);
  return (read && readPlayback(read.address)) ?? read;
}

/** Reads the comments of HTTrack, SingleFile and browsers as they are written. */
export function readComment(comment: Comment): SaveComment | undefined {
  return readTrack(comment) ?? readSingleFile(comment) ?? readSavedFrom(comment);
}

/** `saved from url=(0038)https://…` of Chrome, Edge and others: the number is the length of the address. */
function readSavedFrom({ value }: Comment): SaveComment | undefined {
  const [, digits = '', rest = ''] = /^\s*saved from url=\((\d{4})\)(\S+)/u.exec(value) ?? [];
  if (digits === '' || !/^https?:/iu.test(rest)) return undefined;
  return { address: rest.slice(0, Number(digits)), on: undefined };
}

function readTrack({ value }: Comment): SaveComment | undefined {
  const track = /^\s*Mirrored from (\S+) by HTTrack Website Copier\/[^,]*(?:,[^,]*\])?,?/u.exec(value);
  if (track?.[1] !== undefined) {
    const on = value.slice(track[0].length).trim();
    return /[\r\n\u2028\u2029]/u.test(on)
      ? undefined
      : { address: track[1], on: on === '' ? undefined : captureInstant(on) };
  }
  return undefined;
}

function readSingleFile({ value }: Comment): SaveComment | undefined {
  if (!/^\s*Page saved with SingleFile/u.test(value)) return undefined;
  const address = /^[^\S\r\n\u2028\u2029]*url:\s*(\S+)/mu.exec(value)?.[1];
  const on = /^[^\S\r\n\u2028\u2029]*saved date:\s*(\S.*)$/mu.exec(value)?.[1]?.trimEnd();
  return address === undefined ? undefined : { address, on: on && captureInstant(on) };
}
