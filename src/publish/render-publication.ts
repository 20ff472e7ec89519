import type { Message, Result } from '../diagnostics/message.ts';
import type { Publication } from '../document/publication.ts';
import type { Rendered, Renderer, RenderInput, Stages } from './stages.ts';

/** One file of a publication before it is written. */
export interface RenderedFile {
  readonly format: Renderer['format'];
  readonly rendered: Rendered;
}

/** What rendering shares with its caller: `stage` names what is being done, for the report of a failure. */
export interface RenderOptions extends Omit<RenderInput, 'pageStarts'> {
  readonly stages: Stages;
  /** Nothing is verified where an error is open. */
  readonly strict: boolean;
  readonly onStage: (stage: string) => void;
}

/**
 * Renders a publication in every format, and verifies what is read back where that was asked for. What the layout of the
 * PDF finds, page starts and claims, goes into the EPUB. With `strict` the value is empty where anything has an error.
 */
export async function renderPublication(
  publication: Publication,
  options: RenderOptions,
): Promise<Result<readonly RenderedFile[]>> {
  const { stages, assets, modified, onStage } = options;
  const messages: Message[] = [];
  const files: (RenderedFile & { readonly renderer: Renderer })[] = [];
  let current = publication;
  let pageStarts: Rendered['pageStarts'];
  for (const renderer of stages.renderers) {
    const { format } = renderer;
    onStage(format);
    const said = [...options.messages, ...messages];
    const input = { assets, messages: said, modified, ...(pageStarts && { pageStarts }) };
    const { value: rendered, messages: found } = await renderer.render(current, input);
    pageStarts ??= rendered.pageStarts;
    current = rendered.publication ?? current;
    if (!renderer.wanted) continue;
    messages.push(...stages.level(found));
    files.push({ format, rendered, renderer });
  }
  const open = [...options.messages, ...messages].some(({ severity }) => severity === 'error');
  if (options.strict && open) return { value: [], messages };
  onStage('readback');
  for (const { renderer, rendered } of files) await renderer.verify?.(current, rendered.bytes);
  return { value: files.map(({ format, rendered }) => ({ format, rendered })), messages };
}
