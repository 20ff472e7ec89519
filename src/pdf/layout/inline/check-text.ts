import type { Message } from '../../../diagnostics/message.ts';
import { reportRule } from '../../rules.ts';
import type { Document } from '../../../document/document.ts';
import { placeWithin } from '../../../document/place-within.ts';
import { walkDocument } from '../../../document/walk.ts';
import { howToGet, packageOfForms, suggestPackage } from '../../../fonts/suggest-package.ts';
import type { WatchedShaper } from '../../../text/watch-shaper.ts';

/** What the faces lack for the text of a document, all of which this shaper was given, and no other. */
export function checkText(document: Document, shaper: WatchedShaper): readonly Message[] {
  return [...missingGlyphs(document, shaper), ...foreignForms(document, shaper)];
}

/** One message for each language whose letters have forms of their own in a package that is not installed. */
function foreignForms({ file }: Document, { facesOfScripts }: WatchedShaper): readonly Message[] {
  return [...facesOfScripts].flatMap(([lang, faces]) => {
    const wanted = [...faces].flatMap((face) => {
      const own = packageOfForms(lang, face);
      return own === undefined ? [] : [own];
    });
    return [...new Set(wanted)].map((name) => {
      const reason = `Text in “${lang}” is set in letters of another form; \`npm install ${name}\` brings those of its own`;
      return reportRule('letters-of-another-form', { reason, file });
    });
  });
}

/** One message for each script of which characters have no glyph, at the first place of one in the post. */
function missingGlyphs(document: Document, shaper: WatchedShaper): readonly Message[] {
  if (shaper.missing.size === 0) return [];
  const open = new Set(shaper.missing);
  const { lang, otherLanguages } = document.metadata;
  const languages = [...(lang === undefined ? [] : [lang]), ...otherLanguages];
  const scripts = new Map<string, MissingScript>();
  for (const node of walkDocument(document)) {
    if (node.type !== 'text') continue;
    for (const cluster of open) {
      if (!node.value.includes(cluster)) continue;
      open.delete(cluster);
      const font = suggestPackage(cluster, languages);
      const known = scripts.get(font?.script ?? '');
      if (known) known.clusters.push(cluster);
      else {
        const place = placeWithin(cluster, node.place, document.source);
        scripts.set(font?.script ?? '', { font, clusters: [cluster], place });
      }
    }
  }
  return [...scripts.values()].map(({ font, clusters, place }) => {
    const cure = font ? `, ${howToGet(font, clusters.length)}` : '';
    const reason = `No font covers ${quotedAll(clusters)}${cure})`;
    return reportRule('glyph-missing', { reason, file: document.file, place });
  });
}

interface MissingScript {
  readonly font: ReturnType<typeof suggestPackage>;
  readonly clusters: string[];
  readonly place: Message['place'];
}

/** So many characters are quoted. */
const mostQuoted = 5;

/** Characters with their code points, which a bracket holds that is left open for more. */
function quotedAll(clusters: readonly string[]): string {
  const quoted = clusters.slice(0, mostQuoted);
  const words = quoted.map((cluster) => `“${cluster}”`).join(', ');
  const codes = quoted.flatMap((cluster) =>
    Array.from(
      cluster,
      (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    ),
  );
  const more = clusters.length - quoted.length;
  return `${words}${more > 0 ? ` and ${more} more` : ''} (${codes.join(' ')}`;
}
