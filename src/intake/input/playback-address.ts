/** What an archive plays back: a page, and when it was captured. */
export interface PlayedBack {
  readonly address: string;
  /** ISO 8601, in UTC. */
  readonly on: string;
}

// The day and the time of the capture, what kind of thing is asked for, and the address as it was: pywb and the Wayback Machine.
const playback =
  /^(?:(?:https?:)?\/\/[^/?#]+)?\/(?:[^?#]*\/)?(\d{14})(?:[a-z]{2}_)?\/(https?:\/{1,2}[^/].*)$/su;

/** What an address of an archive plays back; `undefined` where it is another address. */
export function readPlayback(address: string): PlayedBack | undefined {
  const [, digits = '', original = ''] = playback.exec(address.trim()) ?? [];
  const on = digits === '' ? undefined : playbackTime(digits);
  if (on === undefined) return undefined;
  return { address: original.replace(/^(https?):\/{1,2}/u, '$1://'), on };
}

/** `20130304201301` as ISO 8601; `undefined` where there is no such time. */
export function playbackTime(digits: string): string | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(digits) ?? [];
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const at = new Date(written);
  if (Number.isNaN(at.getTime())) return undefined;
  return at.toISOString().slice(0, 19) === written.slice(0, 19) ? written : undefined;
}
