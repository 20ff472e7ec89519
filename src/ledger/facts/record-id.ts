const longest = 100;
const safeName = /^[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9]))*$/;
const versionAtEnd = /_v\d{4,}$/;
// Windows gives these names to devices, whatever follows a full stop.
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** What a record id is, in words for messages. */
export const recordIdWords: string = `a name of at most ${longest} characters of a-z, 0-9, “-”, “_” and “.” that begins with a letter or digit, has no “.” at its end or beside another, does not end like a version (“_v0001”), and is not the name of a device (“con”, “nul”)`;

/** Whether a text can be the id of a record: a name that is safe on every file system, as `recordIdWords` says. */
export function isRecordId(text: string): boolean {
  if (text.length > longest || !safeName.test(text)) return false;
  return !versionAtEnd.test(text) && !deviceName.test(text);
}

/** The name of the bag folder of one version of a record: `<id>_v0001`. */
export function bagName(id: string, version: number): string {
  return `${id}_v${String(version).padStart(4, '0')}`;
}
