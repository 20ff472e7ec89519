import { labelsIn } from '../posts/context/labels-in.ts';
import { isMarkdown } from '../document/markdown-names.ts';
import { pagesIn } from './pages-in.ts';

/** What finds the page of a folder, by its path in there, that calls a place so. */
export type PageOfLabel = (label: string) => string | undefined;

/** What finds pages by their labels, in the folder that is asked about; each folder is read when that is first asked. */
export function labelledPages(): (root: string) => PageOfLabel {
  const known = new Map<string, ReadonlyMap<string, string | undefined>>();
  return (root) => (label) => {
    const labels = known.get(root) ?? readLabels(root);
    known.set(root, labels);
    return labels.get(label);
  };
}

/** The pages by their labels; what several pages call so leads to none. */
function readLabels(root: string): ReadonlyMap<string, string | undefined> {
  const labels = new Map<string, string | undefined>();
  for (const { path, text } of pagesIn(root, isLabelled))
    for (const label of path.endsWith(notebook) ? labelsInNotebook(text) : labelsIn(text))
      labels.set(label, labels.has(label) && labels.get(label) !== path ? undefined : path);
  return labels;
}

const notebook = '.ipynb';

function isLabelled(name: string): boolean {
  return isMarkdown(name) || name.endsWith(notebook);
}

/** A notebook holds each line of its Markdown as a text of JSON. */
function labelsInNotebook(text: string): readonly string[] {
  return [...text.matchAll(/"\(([^()\s"\\]{1,200})\)=(?:\\n)?"/gu)].map(([, label = '']) => label);
}
