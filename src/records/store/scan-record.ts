import type { Message } from '../../diagnostics/message.ts';
import { reportRule } from '../../diagnostics/report-rule.ts';
import type { Assets } from '../../assets/asset.ts';
import { findPayloadPathFault } from '../bag/add-file.ts';
import { applyWaivers } from '../scan/apply-waivers.ts';
import { scanFileNames } from '../scan/scan-file-names.ts';
import { scanImage } from '../scan/scan-image.ts';
import { scanPersonalData } from '../scan/scan-personal-data.ts';
import type { Gathered } from './gather-post.ts';

/** What speaks against filing a record: personal data, positions in pictures, names of files. Waivers are applied. */
export function scanRecord(
  { documents, made, record, sources }: Gathered,
  { bag, file }: { readonly bag: string; readonly file: string },
): readonly Message[] {
  const words = documents.flatMap(({ source = '', file: post, metadata }) =>
    scanPersonalData(source, {
      file: post,
      ...(metadata.byline !== undefined && { bylines: [metadata.byline] }),
    }),
  );
  const pictures = picturesOf(made.assets).flatMap(([path, bytes]) => scanImage(bytes, { file: path }));
  const names = scanFileNames(
    sources.map(({ path }) => `data/source/${path}`),
    { bag, nameOf: (path) => path.replace(/^data\/source\//u, '') },
  );
  const unfit = sources.flatMap(({ path }) => {
    const fault = findPayloadPathFault(`data/source/${path}`);
    return fault === undefined
      ? []
      : [reportRule('record-path-unfit', { reason: `The path “${path}” ${fault}`, file: path })];
  });
  const { waivers } = record.facts;
  return [...applyWaivers([...words, ...pictures, ...names], { waivers, file }), ...unfit];
}

function picturesOf(assets: Assets): readonly (readonly [string, Uint8Array])[] {
  return [...assets].map(([id, { bytes }]) => [id, bytes]);
}
