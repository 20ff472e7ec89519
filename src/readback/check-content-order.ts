import type { PageText } from './read-page-text.ts';
import type { StructureNode } from './structure-node.ts';

/** Marked content in the place that the tags give it. */
interface Place {
  readonly index: number;
  readonly text: string;
  /** Notes stand at the foot of pages, away from the words that lead to them. */
  readonly inNote: boolean;
  /** The cells of a row that goes on over the page begin on the first one, all of them. */
  readonly inTable: boolean;
}

/**
 * Where words are drawn in another order than the tags have them: who copies, and who reads without tags, meets words as they
 * are drawn. Words and notes are two orders, each of its own.
 */
export function checkContentOrder(root: StructureNode, pages: readonly PageText[]): readonly string[] {
  const places = placesOf(root, pages.length);
  return [false, true].flatMap((notes) => {
    const problems: string[] = [];
    let ended: Place | undefined;
    for (const [number, { marked }] of pages.entries()) {
      let last: Place | undefined;
      for (const mcid of marked.keys()) {
        const place = places[number]?.get(mcid);
        if (!place || place.text.trim() === '' || place.inNote !== notes) continue;
        const before = [last, place.inTable ? undefined : ended].find(
          (other) => other !== undefined && other.index > place.index,
        );
        if (before) problems.push(describe(number + 1, before, place));
        last = place;
        if (!place.inTable) ended = place;
      }
    }
    return problems;
  });
}

function describe(page: number, before: Place, place: Place): string {
  const [first, second] = [before, place].map(({ text }) => JSON.stringify(text.trim().slice(0, 40)));
  return `page ${page}: ${first} is drawn before ${second}, which the tags put first`;
}

/** The places of each page, by MCID. */
function placesOf(root: StructureNode, pages: number): readonly ReadonlyMap<number, Place>[] {
  const places = Array.from({ length: pages }, () => new Map<number, Place>());
  let index = 0;
  const visit = (node: StructureNode, inNote: boolean, inTable: boolean): void => {
    const [note, table] = [inNote || node.standardRole === 'Note', inTable || node.standardRole === 'Table'];
    for (const child of node.children) {
      if (child.type === 'element') visit(child, note, table);
      if (child.type !== 'marked-content') continue;
      const { page, mcid, text } = child;
      const ofPage = places[page - 1];
      if (!ofPage?.has(mcid)) ofPage?.set(mcid, { index, text, inNote: note, inTable: table });
      index += 1;
    }
  };
  visit(root, false, false);
  return places;
}
