import type { Collection } from '../collections/collection.ts';
import { formatPlainDate } from '../document/plain-date.ts';

/**
 * A collection as the configuration would say it, but for its posts, its cover and its rights: what is filed in this form can be
 * read again as a configuration, with the defaults of the project filled in.
 */
export function writtenCollection(collection: Collection): Readonly<Record<string, unknown>> {
  const { contributors, filedAs = [], subjectTerms = [], design, ...facts } = collection;
  const { creators, published, rights: _rights, subjects, isbn, isbnPdf, ...rest } = facts;
  const sorted = new Map(filedAs.map(({ name, fileAs }) => [name, fileAs]));
  const terms = new Map(subjectTerms.map(({ subject, scheme, code }) => [subject, { scheme, code }]));
  return {
    ...rest,
    ...(design && {
      binding: design.binding,
      parts_page: design.partsPage,
      contents_depth: design.contentsDepth,
      lists: design.lists,
    }),
    creators: creators.map((name) => {
      const fileAs = sorted.get(name);
      return fileAs === undefined ? name : { name, file_as: fileAs };
    }),
    ...(contributors && {
      contributors: contributors.map(({ fileAs, ...person }) => ({
        ...person,
        ...(fileAs !== undefined && { file_as: fileAs }),
      })),
    }),
    ...(published && { date: formatPlainDate(published) }),
    ...(subjects && {
      subjects: subjects.map((name) => (terms.has(name) ? { name, ...terms.get(name) } : name)),
    }),
    ...(isbnPdf !== undefined
      ? { isbn: { ...(isbn !== undefined && { epub: isbn }), pdf: isbnPdf } }
      : isbn !== undefined && { isbn }),
  };
}
