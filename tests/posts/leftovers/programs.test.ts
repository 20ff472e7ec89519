import { expect, test } from 'vitest';
import { readText } from '../read-text.ts';

/** What is quoted of each finding. */
function quoted(text: string): readonly string[] {
  return readText(`---\ntitle: T\nlang: en\n---\n${text}`)
    .messages.filter(({ ruleId }) => ruleId === 'markup-visible')
    .map(({ reason }) => /“(.*?)”/su.exec(reason)?.[1] ?? reason);
}

test.each([
  [
    'what a page of MDX imports',
    "import Tabs from '@theme/Tabs';\n\nWords.",
    ["import Tabs from '@theme/Tabs';"],
  ],
  ['the same over lines', 'import {\n  a,\n  b,\n} from "react"', ['import { a, b, } from "react"']],
  ['what it exports', 'export const toc = 1;\n\nWords', ['export const toc = 1;']],
  ['a function that it exports', 'export default function () {', ['export default function () {']],
  ['comments of MDX', '{/* a comment */}\n\n{/*truncate*/}', ['{/* a comment */}', '{/truncate/}']],
  ['a value of MDX', 'By {props.author} today.', ['{props.author}']],
  ['a character reference without its end', 'A&nbsp and Q&amp A', ['&nbsp']],
  ['rows of a table without its rule', 'Words\n|a|b|\n|1|2|', ['|a|b| |1|2|']],
  ['a formula that is never closed', '$$ x = 1', ['$$ x = 1']],
  ['references of TeX', 'In \\ref{fig:x} and \\cite{b}.', ['\\ref{fig:x}']],
])('%s is found', (_, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test.each([
  [
    'words on imports and exports',
    "import taxes from 'home' are due\n\nWe import 'x'\n\nexport default settings",
  ],
  ['braces', '{props} and {/owner} and {a/b/} and {x.y}'],
  ['code', "```\nimport a from 'b';\n```\n\n`{/* a */}` and `&nbsp`"],
  ['an ampersand', 'AT&T, R&D, a&b;, ?a=1&copy=2, &ampere, Q & A, &c., &amp;nbsp; and \\&nbsp'],
  ['strokes', '|x|\n|y|\n\n|a| and |b|\nwords |c|\n\na|b\nc|d'],
  ['dollars', '$$ and more'],
])('%s is no markup', (_, text) => {
  expect(quoted(text)).toEqual([]);
});
