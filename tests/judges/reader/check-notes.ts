import type { Reader, Screen, ScreenLink } from './open-reader.ts';
import { inFolderOf, withoutSpace, type BookText, type FileText, type Reference } from './read-book.ts';

/** A note goes on over as many screens at most. */
const longestNote = 5;

/** A place where a note is called for. */
export interface Call {
  readonly file: FileText;
  readonly reference: Reference;
}

/** All calls for notes, in reading order. */
export function callsOf({ files }: BookText): readonly Call[] {
  return files.flatMap((file) => file.references.map((reference) => ({ file, reference })));
}

/**
 * Follows references to notes, twice each: with the note in front of the page, and by going there and back. The note's
 * words must be shown, beginning with its number, and then the reference again.
 */
export async function checkNotes(
  reader: Reader,
  book: BookText,
  calls: readonly Call[],
): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const call of calls) {
    const finding = (await checkPopUp(reader, book, call)) ?? (await checkWayAndBack(reader, book, call));
    const { text, id } = call.reference;
    if (finding !== undefined) findings.push(`note ${text} (#${id}): ${finding}`);
  }
  return findings;
}

async function checkPopUp(reader: Reader, book: BookText, call: Call): Promise<string | undefined> {
  const link = await goToReference(reader, call);
  if (!link) return 'its reference is not on the screen';
  const popUp = await reader.popUp(link);
  if (!popUp || !begins(noteOf(book, call), withoutSpace(popUp.text))) return 'no note opens';
  return undefined;
}

async function checkWayAndBack(reader: Reader, book: BookText, call: Call): Promise<string | undefined> {
  const link = await goToReference(reader, call);
  if (!link) return 'its reference is not on the screen';
  const screen = await reader.follow(link);
  const note = noteOf(book, call);
  if (!screen || !showsFrom(withoutSpace(screen.text), note)) return 'its words are not on the screen';
  const backLink = await findBackLink(reader, screen, call);
  if (!backLink) return 'there is no way back';
  const back = await reader.follow(backLink);
  if (!back?.links.some(({ id }) => id === call.reference.id)) return 'its way back leads elsewhere';
  return undefined;
}

async function goToReference(reader: Reader, { file, reference }: Call): Promise<ScreenLink | undefined> {
  const { links } = await reader.goTo(`${file.file}#${reference.id}`);
  return links.find(({ id, href }) => id === reference.id && href === reference.href);
}

/** The words of the note, from its number on; nothing where the number is not that of the reference. */
function noteOf({ files }: BookText, { file, reference }: Call): string {
  const [path = '', id = ''] = reference.href.split('#');
  const target = files.find((each) => each.file === (path === '' ? file.file : inFolderOf(file.file, path)));
  const note = target?.text.slice(...(target.places.get(id) ?? [0, 0])) ?? '';
  return note.startsWith(`${reference.text}.`) ? note : '';
}

function begins(whole: string, part: string): boolean {
  return part !== '' && whole.startsWith(part);
}

/** Whether `shown` has the words, or ends with as many of them as the screen has room for. */
function showsFrom(shown: string, words: string): boolean {
  if (words === '') return false;
  const start = shown.lastIndexOf(words.slice(0, 20));
  return start >= 0 && (begins(shown.slice(start), words) || begins(words, shown.slice(start)));
}

/** The link with which the note leads back to this call of possibly several. */
async function findBackLink(
  reader: Reader,
  first: Screen,
  { file, reference }: Call,
): Promise<ScreenLink | undefined> {
  const note = reference.href.replace(/^.*#/u, '');
  const calls = file.references.filter(({ href }) => href === reference.href);
  let ahead = calls.indexOf(reference);
  let screen = first;
  for (let turned = 0; turned < longestNote; turned += 1) {
    const links = screen.links.filter((link) => link.isBackLink && link.note === note);
    const link = links[ahead];
    if (link) return link;
    ahead -= links.length;
    screen = await reader.next();
  }
  return undefined;
}
