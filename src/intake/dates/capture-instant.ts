import { formatInstant, isInstant } from '../../files/instant.ts';
import { readMachineDate } from './machine-date.ts';

/**
 * When a program says that it captured a page, as ISO 8601 in UTC: `Mon, 04 Mar 2013 15:00:00 GMT` of HTTrack, `Mon Mar 04 2013
 * 10:00:00 GMT-0500 (Eastern Standard Time)` of SingleFile. What has no time with a zone stays as it is.
 */
export function captureInstant(said: string): string {
  const script = /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) (GMT[+-]\d{4})/u.exec(said);
  const mail = script && `${script[2]} ${script[1]} ${script[3]} ${script[4]} ${script[5]}`;
  const read = readMachineDate(mail ?? said);
  const zoned = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})\s*(?:\([^()]*\))?$/iu.test(said.trim());
  if (read?.instant === undefined || !zoned || /^\d{4}-.*Z$/u.test(said)) return said;
  const at = new Date(read.instant);
  return isInstant(at) ? formatInstant(at) : said;
}
