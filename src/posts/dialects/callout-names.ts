import type { CalloutKind } from '../../document/document.ts';

/** A kind that authors can ask for. */
type AuthorsKind = Exclude<CalloutKind, 'archived'>;

/** What a name for a callout means. */
export interface CalloutName {
  readonly kind: AuthorsKind;
  /** What its site prints where the author gives no title; where absent, the product's word for the kind. */
  readonly word?: string;
  /** A heading at its beginning is its title. */
  readonly isHeaded: boolean;
}

const kinds: readonly AuthorsKind[] = ['note', 'tip', 'important', 'warning', 'caution', 'danger'];

// Docusaurus, MkDocs, MyST and Obsidian: the names of each kind that print themselves.
const printed: Readonly<Record<AuthorsKind, string>> = {
  note: 'info bug abstract summary tldr todo seealso question help faq example quote cite',
  tip: 'hint success check done',
  important: '',
  warning: 'attention',
  caution: '',
  danger: 'error failure fail missing',
};

// The Carpentries (Workbench, "Callout Blocks").
const lessons: readonly (readonly [name: string, kind: AuthorsKind, word: string])[] = [
  ['callout', 'note', 'Callout'],
  ['challenge', 'note', 'Challenge'],
  ['checklist', 'note', 'Checklist'],
  ['discussion', 'note', 'Discussion'],
  ['hint', 'tip', 'Hint'],
  ['instructor', 'note', 'Instructor Note'],
  ['keypoints', 'important', 'Key Points'],
  ['objectives', 'note', 'Objectives'],
  ['prereq', 'important', 'Prerequisite'],
  ['questions', 'note', 'Questions'],
  ['solution', 'note', 'Solution'],
  ['spoiler', 'note', 'Spoiler'],
  ['testimonial', 'note', 'Testimonial'],
];

const names: ReadonlyMap<string, CalloutName> = new Map([
  ...kinds.flatMap((kind): [string, CalloutName][] => [
    [kind, { kind, isHeaded: false }],
    // Quarto (Callout Blocks).
    [`callout-${kind}`, { kind, isHeaded: true }],
    ...(printed[kind].match(/\S+/gu) ?? []).map((name): [string, CalloutName] => [
      name,
      { kind, word: capital(name), isHeaded: false },
    ]),
  ]),
  ...lessons.map(([name, kind, word]): [string, CalloutName] => [name, { kind, word, isHeaded: true }]),
]);

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** What a name says, in whatever case; `undefined` where it is not known as that of a callout. */
export function calloutNamed(name: string): CalloutName | undefined {
  return names.get(name.toLowerCase());
}

/** The kind whose name is one letter more, less or other. */
export function misspeltKind(name: string): AuthorsKind | undefined {
  return kinds.find((kind) => {
    if (Math.abs(kind.length - name.length) > 1) return false;
    let start = 0;
    while (start < kind.length && kind[start] === name[start]) start += 1;
    const [wanted, given] = [kind.slice(start), name.slice(start)];
    return wanted.slice(1) === given.slice(1) || wanted === given.slice(1) || wanted.slice(1) === given;
  });
}
