import type { Assets } from '../assets/asset.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { replaceMissingImages } from '../document/replace-missing-images.ts';
import type { Stages } from './stages.ts';

/** A document ready to be rendered, and the pictures that it shows. */
export interface SettledDocument {
  readonly document: Document;
  readonly assets: Assets;
}

/** Reads the pictures of a document, puts words in the place of those that are missing, and says all that is to be said of it. */
export async function settleDocument(
  document: Document,
  from: {
    /** The folder that no picture may lie outside of. */
    readonly root: string;
    /** What was said so far; the messages of the result hold it too. */
    readonly said: readonly Message[];
    readonly stages: Stages;
  },
): Promise<Result<SettledDocument>> {
  const { root, said, stages } = from;
  const { value: assets, messages: found } = await stages.readAssets(document, root);
  const settled = replaceMissingImages(document, new Set(assets.keys()));
  return { value: { document: settled, assets }, messages: stages.lint(settled, [...said, ...found]) };
}
