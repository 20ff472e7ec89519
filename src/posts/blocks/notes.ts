import type { Element } from 'hast';
import type { Block, Note } from '../../document/document.ts';
import type { LinkTarget, NoteReference } from '../../document/inline.ts';
import type { Place } from '../../diagnostics/message.ts';
import type { NoteDefinition } from '../html/to-html-tree.ts';

/** The notes of a post while it is built: numbered by their first reference in reading order. */
export interface NoteRegister {
  /** A reference, or `undefined` where no note has the identifier. */
  readonly refer: (identifier: string, place: Place | undefined) => NoteReference | undefined;
  /** The reference to a note that is defined where it is referred to. */
  readonly add: (element: Element, place: Place | undefined) => NoteReference;
  /**
   * Where a link to a note leads, or one to its first reference; `undefined` where no note has the identifier. A link may stand before
   * the reference that gives the note its number: the id in the target is then filled in later, at the latest by `nextUnused`.
   */
  readonly targetOf: (identifier: string, end: NoteEnd) => LinkTarget | undefined;
  /** Takes the notes that were referred to for the first time since the last call. */
  readonly takeWaiting: () => readonly WaitingNote[];
  /** How many references there were so far. */
  readonly count: () => number;
  /**
   * The next definition, in source order, that nothing refers to; `again` where another of the same identifier came first. It is to stand at the
   * end without a number, so that nothing can refer to it any more.
   */
  readonly nextUnused: () => UnusedNote | undefined;
  /** How a note that stands without a number is referred to: not at all, by itself alone, or by another of its kind. */
  readonly referredApart: (identifier: string) => 'itself' | 'another' | undefined;
}

/** The note itself, or the place in the text that refers to it. */
export type NoteEnd = 'note' | 'reference';

/** A definition that nothing refers to; with an id where a link leads to it all the same. */
export type UnusedNote = NoteDefinition & { readonly again: boolean; readonly id?: string };

/** A note whose place in the tree has come. */
export interface WaitingNote {
  readonly element: Element;
  /** Makes the note; its `references` grow with later references. */
  readonly note: (children: readonly Block[], place: Place | undefined) => Note;
}

/** A target without its id, and where that id will be. */
interface OpenTarget {
  readonly end: NoteEnd;
  readonly target: { readonly kind: 'internal'; id: string };
}

interface Entry {
  readonly definition: NoteDefinition;
  readonly id: string;
  readonly label: string;
  readonly references: string[];
}

/** What a register asks of the post: ids that nothing else has, and whether an element is written at all. */
export interface NoteOptions {
  readonly unique: (wanted: string) => string;
  /** Nothing leads to an empty note. */
  readonly saysSomething: (element: Element) => boolean;
}

/** A register of the definitions; of several with one identifier the first counts (GFM). */
export function createNoteRegister(
  definitions: readonly NoteDefinition[],
  { unique, saysSomething }: NoteOptions,
): NoteRegister {
  const first = firstOfEach(definitions);
  const numbered = createNumberedNotes(unique);
  const apart = createNotesApart();
  const targets = createOpenTargets();
  const unused = definitionsLeft(definitions, numbered);
  return {
    refer: (identifier, place) => {
      const definition = first.get(identifier);
      if (definition === undefined || apart.refer(identifier)) return undefined;
      const entry = numbered.find(identifier) ?? numbered.enter(definition);
      const reference = numbered.refer(entry, place);
      targets.fill(identifier, { note: entry.id, reference: entry.references[0] ?? reference.id });
      return reference;
    },
    // No author can write such an identifier: those of notes hold no spaces.
    add: (element, place) =>
      numbered.refer(numbered.enter({ identifier: `note ${numbered.size() + 1}`, element }), place),
    targetOf: (identifier, end) => {
      const definition = first.get(identifier);
      if (definition === undefined || unused.haveBegun() || !saysSomething(definition.element))
        return undefined;
      const target = targets.open(identifier, end);
      const entry = numbered.find(identifier);
      if (entry) targets.fill(identifier, { note: entry.id, reference: entry.references[0] ?? entry.id });
      return target;
    },
    takeWaiting: numbered.takeWaiting,
    count: numbered.count,
    nextUnused: () => {
      const definition = unused.next();
      if (definition === undefined) return undefined;
      const { identifier } = definition;
      const again = first.get(identifier) !== definition;
      if (again) return { ...definition, again };
      apart.enter(identifier);
      if (!targets.areOpen(identifier)) return { ...definition, again };
      const id = unique(`fn-${identifier.toLowerCase()}`);
      targets.fill(identifier, { note: id, reference: id });
      return { ...definition, again, id };
    },
    referredApart: apart.referred,
  };
}

function firstOfEach(definitions: readonly NoteDefinition[]): ReadonlyMap<string, NoteDefinition> {
  const first = new Map<string, NoteDefinition>();
  for (const definition of definitions) {
    if (!first.has(definition.identifier)) first.set(definition.identifier, definition);
  }
  return first;
}

/** The notes that are referred to, in the order of their first references, which gives them their numbers. */
interface NumberedNotes extends Pick<NoteRegister, 'takeWaiting' | 'count'> {
  readonly size: () => number;
  readonly find: (identifier: string) => Entry | undefined;
  readonly enter: (definition: NoteDefinition) => Entry;
  readonly refer: (entry: Entry, place: Place | undefined) => NoteReference;
}

function createNumberedNotes(unique: (wanted: string) => string): NumberedNotes {
  const entries = new Map<string, Entry>();
  let waiting: Entry[] = [];
  let count = 0;
  return {
    size: () => entries.size,
    find: (identifier) => entries.get(identifier),
    enter: (definition) => {
      const label = String(entries.size + 1);
      const entry = { definition, id: unique(`fn-${label}`), label, references: [] };
      entries.set(definition.identifier, entry);
      waiting.push(entry);
      return entry;
    },
    refer: ({ id: noteId, label, references }, place) => {
      const again = references.length === 0 ? '' : `-${references.length + 1}`;
      const id = unique(`fnref-${label}${again}`);
      references.push(id);
      count += 1;
      return { type: 'note-reference', id, noteId, label, ...(place && { place }) };
    },
    takeWaiting: () => {
      const taken = waiting;
      waiting = [];
      return taken.map(waitingNote);
    },
    count: () => count,
  };
}

function waitingNote({ definition, id, label, references }: Entry): WaitingNote {
  return {
    element: definition.element,
    note: (children, place) => ({ type: 'note', id, label, references, children, ...(place && { place }) }),
  };
}

/** Goes over the definitions that got no number until their turn came. */
function definitionsLeft(
  definitions: readonly NoteDefinition[],
  numbered: NumberedNotes,
): { readonly haveBegun: () => boolean; readonly next: () => NoteDefinition | undefined } {
  let begun = false;
  let next = 0;
  return {
    haveBegun: () => begun,
    next: () => {
      begun = true;
      let definition = definitions[next];
      while (definition && numbered.find(definition.identifier)?.definition === definition) {
        next += 1;
        definition = definitions[next];
      }
      next += 1;
      return definition;
    },
  };
}

/** The notes that stand without a number. A reference in one of them finds none that it could lead to. */
interface NotesApart {
  /** The note whose content is built from now on. */
  readonly enter: (identifier: string) => void;
  /** Whether the note stands apart; that it was referred to is then kept. */
  readonly refer: (identifier: string) => boolean;
  readonly referred: NoteRegister['referredApart'];
}

function createNotesApart(): NotesApart {
  const notes = new Map<string, 'itself' | 'another' | undefined>();
  let current: string | undefined;
  return {
    enter: (identifier) => {
      notes.set(identifier, undefined);
      current = identifier;
    },
    refer: (identifier) => {
      if (!notes.has(identifier)) return false;
      notes.set(identifier, identifier === current ? 'itself' : 'another');
      return true;
    },
    referred: (identifier) => notes.get(identifier),
  };
}

/** Targets that were given out before the ids of their notes were known. */
interface OpenTargets {
  readonly open: (identifier: string, end: NoteEnd) => OpenTarget['target'];
  readonly areOpen: (identifier: string) => boolean;
  readonly fill: (identifier: string, ids: Readonly<Record<NoteEnd, string>>) => void;
}

function createOpenTargets(): OpenTargets {
  const waiting = new Map<string, OpenTarget[]>();
  return {
    open: (identifier, end) => {
      const target: OpenTarget['target'] = { kind: 'internal', id: '' };
      const others = waiting.get(identifier);
      if (others) others.push({ end, target });
      else waiting.set(identifier, [{ end, target }]);
      return target;
    },
    areOpen: (identifier) => waiting.has(identifier),
    fill: (identifier, ids) => {
      for (const { target, end } of waiting.get(identifier) ?? []) target.id = ids[end];
      waiting.delete(identifier);
    },
  };
}
