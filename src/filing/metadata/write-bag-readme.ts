import { recordTerms } from '../../terms/record-terms.ts';
import type { Term } from '../../terms/term.ts';
import { withReferences } from '../../xml/references.ts';
import { readmeContent, type BagReadmeInput, type ReadmeSection } from './readme-content.ts';

/** The README of a bag as plain text (lines end with LF) and as an HTML page that needs nothing but itself. */
export function writeBagReadme(
  input: BagReadmeInput,
  terms: readonly Term[] = recordTerms,
): { readonly text: string; readonly html: string } {
  const content = readmeContent(input, terms);
  const words = [content.title, ...content.sections.map(sectionText)];
  return {
    text: `${words.join('\n\n')}\n`,
    html: page(
      content.title,
      content.sections.map((section, index) => sectionHtml(section, index)),
    ),
  };
}

function sectionText({ heading, paragraphs, facts, files, commands }: ReadmeSection): string {
  const blocks = [
    `${heading}\n${'='.repeat(heading.length)}`,
    ...paragraphs.map((words) => wrapped(words)),
    ...(facts ? [facts.map(({ name, value }) => wrapped(`${name}: ${value}`, '  ')).join('\n')] : []),
    ...(files
      ? [files.map(({ path, role, bytes }) => `  ${path}\n    ${role}, ${bytes} bytes`).join('\n')]
      : []),
    ...(commands ? [commands.map(({ does, command }) => `  ${does}:\n    ${command}`).join('\n\n')] : []),
  ];
  return blocks.join('\n\n');
}

const lineLength = 78;

/** Lines of at most 78 characters, where words allow it; lines after the first begin with `indent`. */
function wrapped(words: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > lineLength) {
      lines.push(line);
      line = `${indent}${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

function sectionHtml(section: ReadmeSection, index: number): string {
  const { heading, paragraphs, facts, files, commands } = section;
  const id = `section-${index + 1}`;
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escaped(heading)}</h2>`,
    ...paragraphs.map((words) => `<p>${escaped(words)}</p>`),
    ...(facts ? [factsTable(facts)] : []),
    ...(files ? [filesTable(files)] : []),
    ...(commands ?? []).flatMap(({ does, command }) => [
      `<p>${escaped(does)}:</p>`,
      `<pre><code>${escaped(command)}</code></pre>`,
    ]),
    '</section>',
  ].join('\n');
}

function factsTable(facts: NonNullable<ReadmeSection['facts']>): string {
  const rows = facts.map(
    ({ name, value, lang }) =>
      `<tr><th scope="row">${escaped(name)}</th><td${lang === undefined ? '' : ` lang="${escaped(lang)}"`}>${escaped(value)}</td></tr>`,
  );
  return ['<table>', '<caption>About the record</caption>', '<tbody>', ...rows, '</tbody>', '</table>'].join(
    '\n',
  );
}

function filesTable(files: NonNullable<ReadmeSection['files']>): string {
  const rows = files.map(
    ({ path, role, bytes }) =>
      `<tr><th scope="row"><a href="${escaped(hrefOf(path))}">${escaped(path)}</a></th><td>${escaped(role)}</td><td>${bytes}</td></tr>`,
  );
  return [
    '<table>',
    '<caption>Files of the record</caption>',
    '<thead><tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col">Bytes</th></tr></thead>',
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ].join('\n');
}

function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function escaped(text: string): string {
  // What HTML has no place for is not let through (HTML Standard §13.1.4).
  return withReferences(text.replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD'));
}

const style = `body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 sans-serif; color: #1a1a1a; background: #fff; }
a { color: #1f4f86; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: bold; padding-block: 0.5rem; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-block-end: 1px solid #8a8a8a; overflow-wrap: anywhere; font-weight: normal; }
thead th { font-weight: bold; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.5rem 0.75rem; background: #f4f4f2; }`;

function page(title: string, sections: readonly string[]): string {
  return `${[
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<style>\n${style}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    ...sections,
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}
