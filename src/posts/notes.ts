import type { Element } from 'hast';
import type { Block, Note, NoteReference } from '../document/document.ts';
import type { Place } from '../diagnostics/message.ts';
import type { NoteDefinition } from './to-html-tree.ts';

/** The notes of a post while it is built: numbered by their first reference in reading order. */
export interface NoteRegister {
  /** A reference, or `undefined` where no note has the identifier. */
  readonly refer: (identifier: string, place: Place | undefined) => NoteReference | undefined;
  /** Takes the notes that were referred to for the first time since the last call. */
  readonly takeWaiting: () => readonly WaitingNote[];
  /** How many references there were so far. */
  readonly count: () => number;
  /** Definitions that nothing refers to, in source order; `again` where another of the same identifier came first. */
  readonly unused: () => readonly (NoteDefinition & { readonly again: boolean })[];
}

/** A note whose place in the tree has come. */
export interface WaitingNote {
  readonly element: Element;
  /** Makes the note; its `references` grow with later references. */
  readonly note: (children: readonly Block[], place: Place | undefined) => Note;
}

interface Entry {
  readonly definition: NoteDefinition;
  readonly id: string;
  readonly label: string;
  readonly references: string[];
}

/** A register of the definitions; of several with one identifier the first counts (GFM). */
export function createNoteRegister(
  definitions: readonly NoteDefinition[],
  unique: (wanted: string) => string,
): NoteRegister {
  const first = new Map<string, NoteDefinition>();
  for (const definition of definitions) {
    if (!first.has(definition.identifier)) first.set(definition.identifier, definition);
  }
  const entries = new Map<string, Entry>();
  let waiting: Entry[] = [];
  let count = 0;
  const enter = (definition: NoteDefinition): Entry => {
    const label = String(entries.size + 1);
    const entry = { definition, id: unique(`fn-${label}`), label, references: [] };
    entries.set(definition.identifier, entry);
    waiting.push(entry);
    return entry;
  };
  return {
    refer: (identifier, place) => {
      const definition = first.get(identifier);
      if (definition === undefined) return undefined;
      const entry = entries.get(identifier) ?? enter(definition);
      const again = entry.references.length === 0 ? '' : `-${entry.references.length + 1}`;
      const id = unique(`fnref-${entry.label}${again}`);
      entry.references.push(id);
      count += 1;
      return { type: 'note-reference', id, noteId: entry.id, label: entry.label, ...(place && { place }) };
    },
    takeWaiting: () => {
      const taken = waiting;
      waiting = [];
      return taken.map(({ definition, id, label, references }) => ({
        element: definition.element,
        note: (children, place) => ({
          type: 'note',
          id,
          label,
          references,
          children,
          ...(place && { place }),
        }),
      }));
    },
    count: () => count,
    unused: () =>
      definitions
        .filter((definition) => entries.get(definition.identifier)?.definition !== definition)
        .map((definition) => ({ ...definition, again: first.get(definition.identifier) !== definition })),
  };
}
