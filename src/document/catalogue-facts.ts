/** Somebody who took part in a publication beside its creators. */
export interface Contributor {
  readonly name: string;
  /** A code of the MARC relators. */
  readonly role?: string;
  /** The name as catalogues sort it, "Byron, Ada". */
  readonly fileAs?: string;
}

/** What catalogues ask of a publication beside what its pages say. A list is absent where it would be empty. */
export interface CatalogueFacts {
  readonly contributors?: readonly Contributor[];
  /** How catalogues sort the names of creators, where it is given. */
  readonly filedAs?: readonly { readonly name: string; readonly fileAs: string }[];
  /** What subjects are called in a scheme, where it is given. */
  readonly subjectTerms?: readonly SubjectTerm[];
  /** For whom it was made. */
  readonly audience?: string;
}

/** A subject and its code in a scheme, of EPUB 3.3 appendix D.3.2 (`LCSH`, `Thema`) or with an address. */
export interface SubjectTerm {
  readonly subject: string;
  readonly scheme: string;
  readonly code: string;
}

/** Roles by their words; any other is given by its code (https://www.loc.gov/marc/relators/). */
const roles: ReadonlyMap<string, string> = new Map([
  ['author', 'aut'],
  ['compiler', 'com'],
  ['cover designer', 'cov'],
  ['editor', 'edt'],
  ['illustrator', 'ill'],
  ['photographer', 'pht'],
  ['proofreader', 'pfr'],
  ['translator', 'trl'],
  ['reviewer', 'rev'],
  ['sponsor', 'spn'],
]);

function roleCode(role: string): string | undefined {
  return roles.get(role.toLowerCase()) ?? (/^[a-z]{3}$/u.test(role) ? role : undefined);
}

/** Whether a text is one of the words for roles, or three small letters, as the codes of MARC are. */
export function isRole(text: string): boolean {
  return roleCode(text) !== undefined;
}

/** What the role of a contributor must be, for messages. */
export const roleIs = `a code of MARC such as edt, or ${[...roles.keys()].join(', ')}`;

/** A person or body as it is written: its name, or a map. */
export type WrittenPerson =
  | string
  | { readonly name: string; readonly role?: string | undefined; readonly file_as?: string | undefined };

/** A subject as it is written: its words, or a map. */
export type WrittenSubject =
  | string
  | { readonly name: string; readonly scheme: string; readonly code: string };

/** What is written of persons, subjects and audience. */
export interface WrittenFacts {
  readonly creators: readonly WrittenPerson[];
  readonly contributors: readonly WrittenPerson[];
  readonly subjects: readonly WrittenSubject[];
  readonly audience: string | undefined;
}

/** The facts for catalogues in what is written; `clean` makes one line of a text, or nothing where it has no words. */
export function catalogueFacts(
  { creators, contributors, subjects, audience }: WrittenFacts,
  clean: (text: string | undefined) => string | undefined,
): CatalogueFacts {
  const forWhom = clean(audience);
  const facts = {
    contributors: contributors.flatMap((person) => contributorOf(person, clean)),
    filedAs: creators.flatMap((person) => {
      const { name, fileAs } = contributorOf(person, clean)[0] ?? {};
      return name === undefined || fileAs === undefined ? [] : [{ name, fileAs }];
    }),
    subjectTerms: subjects.flatMap((written): SubjectTerm[] => {
      if (typeof written === 'string') return [];
      const [subject, scheme, code] = [clean(written.name), clean(written.scheme), clean(written.code)];
      return subject && scheme && code ? [{ subject, scheme, code }] : [];
    }),
  };
  return {
    ...(facts.contributors.length > 0 && { contributors: facts.contributors }),
    ...(facts.filedAs.length > 0 && { filedAs: facts.filedAs }),
    ...(facts.subjectTerms.length > 0 && { subjectTerms: facts.subjectTerms }),
    ...(forWhom !== undefined && { audience: forWhom }),
  };
}

function contributorOf(
  person: WrittenPerson,
  clean: (text: string | undefined) => string | undefined,
): readonly Contributor[] {
  const written = typeof person === 'string' ? { name: person } : person;
  const name = clean(written.name);
  if (name === undefined) return [];
  const role = roleCode(written.role ?? '');
  const fileAs = clean(written.file_as);
  return [{ name, ...(role !== undefined && { role }), ...(fileAs !== undefined && { fileAs }) }];
}

/** The names of persons, and the words of subjects. */
export function namesOf(written: readonly (WrittenPerson | WrittenSubject)[]): readonly string[] {
  return written.map((each) => (typeof each === 'string' ? each : each.name));
}
