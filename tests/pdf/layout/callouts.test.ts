import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publicationOfPost } from '../../../src/document/publication.ts';
import type { Mark } from '../../../src/pdf/layout/display-list.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { renderOptions } from '../small-collection.ts';
import { printPdf } from '../write/print-pdf.ts';
import { layOutPost, theme } from './lay-out-post.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';
const kinds = ['note', 'tip', 'important', 'warning', 'caution', 'danger'] as const;

function marksOf(body: string): readonly Mark[] {
  const { list, messages } = layOutPost(`${head}${body}`);
  expect(messages).toEqual([]);
  return list.pages.flatMap(({ placed }) => placed.flatMap(({ marks }) => marks));
}

/** The words of each line, in order. */
function textsOf(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => (mark.type === 'run' ? mark.runs.map(({ text }) => text).join('') : []));
}

/** What is drawn of a callout in the ink of its kind, as it is seen without colours: sizes alone. */
function formOf(kind: string): readonly string[] {
  return marksOf(`:::${kind}\nWords.\n:::\n`).flatMap((mark) => {
    if (mark.type !== 'rect' && mark.type !== 'shape') return [];
    if (mark.type === 'rect' && mark.colour !== theme.colours.calloutBar) return [];
    const corners = mark.type === 'shape' ? ` ${mark.corners.length}` : '';
    return `${mark.type} ${mark.widthPt.toFixed(2)} × ${mark.heightPt.toFixed(2)}${corners}`;
  });
}

describe('the form of a callout', () => {
  test('is a bar, a bar and a bold rule, or a box with a sign', () => {
    expect(formOf('note')).toEqual(['rect 3.00 × 53.00']);
    expect(formOf('important')).toEqual(['rect 3.00 × 53.00', 'rect 375.00 × 2.25']);
    expect(formOf('warning')).toEqual([
      'rect 375.00 × 1.25',
      'rect 375.00 × 1.25',
      'rect 1.25 × 53.00',
      'rect 1.25 × 53.00',
      'shape 13.20 × 13.20 3',
      'shape 13.20 × 13.20 4',
      'shape 13.20 × 13.20 4',
    ]);
  });

  test('is open where it goes on over pages, and has its rules once', () => {
    const linesOf = (kind: string): readonly number[] => {
      const words = Array.from({ length: 60 }, () => 'Words.').join('\n\n');
      const { list } = layOutPost(`${head}:::${kind}\n${words}\n:::\n`);
      expect(list.pages.length).toBeGreaterThan(2);
      return list.pages.map(({ placed }) => {
        const marks = placed.flatMap((entry) => entry.marks);
        return marks.filter((mark) => mark.type === 'rect' && mark.heightPt < 3 && mark.widthPt > 100).length;
      });
    };
    const [first, ...others] = linesOf('danger');
    expect([first, others.at(-1)]).toEqual([1, 1]);
    expect(others.slice(0, -1).every((count) => count === 0)).toBe(true);
    expect(linesOf('important').reduce((sum, count) => sum + count)).toBe(1);
    expect(formOf('danger').filter((form) => form.endsWith('× 1.25'))).toHaveLength(2);
  });

  test('has a label of lines that are about as long as each other', () => {
    const label = 'Which of the following matches any space, any tab, and every newline?';
    const words = textsOf(marksOf(`:::note[${label}]\nWords.\n:::\n`));
    const [first, second] = words.slice(words.indexOf('Which of the following matches any '));
    expect([first, second]).toEqual([
      'Which of the following matches any ',
      'space, any tab, and every newline?',
    ]);
  });

  test('is that of no other kind, but for note and tip', () => {
    const forms = kinds.map((kind) => formOf(kind).join('\n'));
    expect(forms[0]).toBe(forms[1]);
    expect(new Set(forms).size).toBe(kinds.length - 1);
  });

  test('has no sign where nesting leaves no room for it, and no word is lost', () => {
    const nested = `${'> '.repeat(17)}:::warning\n${'> '.repeat(17)}Words.\n${'> '.repeat(17)}:::\n`;
    const marks = marksOf(nested);
    expect(marks.filter(({ type }) => type === 'shape')).toEqual([]);
    expect(textsOf(marks).join('')).toContain('WarningWords.');
  });
});

test('the sign is an artifact, and the label the first that is read', async () => {
  const publication = publicationOfPost(readDocument(`${head}:::danger\nWords.\n:::\n`), strings);
  const printed = printPdf((await renderPdf(publication, await renderOptions())).value.bytes);
  const artifact = /\/Artifact <<\/Type \/Layout>> BDC\n([^]*?)EMC/u.exec(printed)?.[1] ?? '';
  expect(artifact.match(/ h f$/gmu)).toHaveLength(3);
  expect(printed.match(/ h f$/gmu)).toHaveLength(3);
  expect(printed).not.toContain('/Figure');
});

test('each kind has borders of its own in the style sheet of the EPUB, and nothing that is read twice', () => {
  const css = readFileSync('templates/epub/style.css', 'utf8');
  const borders = kinds.map((kind) =>
    [...css.matchAll(/([^{}]*)\{([^}]*)\}/gu)]
      .filter(([, selectors = '']) => new RegExp(`^\\.${kind}(?:,|\\s*$)`, 'mu').test(selectors))
      .flatMap(([, , body = '']) => body.match(/border[^;]*/gu) ?? [])
      .join('; '),
  );
  expect(borders[0]).toBe('border-inline-start-width: 0.25em');
  expect(borders[1]).toBe(borders[0]);
  expect(new Set(borders).size).toBe(kinds.length - 1);
  // Of what is written, the names of columns alone are words, which the head of the table says to those who listen.
  expect(css.match(/content:[^;]*/gu)).toEqual([
    "content: ''",
    'content: attr(data-label)',
    "content: attr(data-label) / ''",
    "content: '\\2060'",
  ]);
});
