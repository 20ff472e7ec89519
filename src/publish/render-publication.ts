import type { Format, Message, Result } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { Settings } from '../project/settings.ts';
import type { Running } from './running.ts';
import type { RenderedFile } from './rendered-file.ts';

/** The formats that a run makes: the pages that an EPUB names are those of a PDF, also where that is not wanted itself. */
export function formatsMade({ formats, pageList }: Settings): readonly Format[] {
  return formats.includes('epub') && pageList ? ['pdf', 'epub'] : formats;
}

/**
 * Renders a publication in every format asked for, and verifies what is read back where that was asked for. The PDF comes
 * first: what its layout finds, page starts and claims, goes into the EPUB; it is made for that alone where only an EPUB
 * with a page-list is wanted. In a strict run the value is empty where anything has an error. `onStage` is told what is
 * being done, for the report of a failure.
 */
export async function renderPublication(
  publication: Publication,
  { settings, stages, signal }: Running,
  onStage: (stage: string) => void = () => undefined,
): Promise<Result<readonly RenderedFile[]>> {
  const wants = (format: Format): boolean => settings.formats.includes(format);
  const files: RenderedFile[] = [];
  let current = publication;
  let pageStarts: readonly PageStart[] | undefined;
  if (formatsMade(settings).includes('pdf')) {
    onStage('pdf');
    const pdf = await stages.pdf(current);
    if (settings.pageList) ({ pageStarts } = pdf);
    // Of a PDF that nobody sees nothing is said.
    current = wants('pdf') ? pdf.publication : { ...pdf.publication, messages: publication.messages };
    if (wants('pdf')) files.push(pdf);
  }
  signal?.throwIfAborted();
  if (wants('epub')) {
    onStage('epub');
    const epub = await stages.epub(current, { pageStarts });
    current = epub.publication;
    files.push(epub);
  }
  const messages: readonly Message[] = files.flatMap((file) => file.messages);
  if (settings.strict && current.messages.some(({ severity }) => severity === 'error')) {
    return { value: [], messages };
  }
  onStage('readback');
  if (settings.verify) for (const file of files) await stages.verify(current, file);
  return { value: files, messages };
}
