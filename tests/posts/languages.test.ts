import { describe, expect, test } from 'vitest';
import { walk } from '../../src/document/walk.ts';
import { modelTags } from '../../src/publish/model-tags.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { readDocument, strings } from './read-text.ts';

/** The words of a post behind its title, each with its language. */
function wordsOf(html: string): readonly string[] {
  const document = readDocument(`---\ntitle: T\nlang: en\n---\n\n${html}\n`);
  const { words } = modelTags(publicationOfPost(document, strings), 'pdf');
  return words.slice(1).map(({ text, lang }) => `${lang} ${text}`);
}

describe('words are in the language of', () => {
  test.each([
    [
      'a figure',
      '<figure lang="fr"><img src="a.png" alt="Un"><figcaption>Deux</figcaption></figure>',
      ['fr Deux'],
    ],
    [
      'a caption',
      '<figure lang="fr"><img src="a.png" alt="Un"><figcaption lang="de">Zwei</figcaption></figure>',
      ['de Zwei'],
    ],
    [
      'a figure with a table',
      '<figure lang="fr"><table><tr><td>Un</td></tr></table><figcaption>Deux</figcaption></figure>',
      ['fr Deux', 'fr Un'],
    ],
    [
      'a figure without a caption',
      '<figure lang="fr"><table><tr><td>Un</td></tr></table></figure>',
      ['fr Un'],
    ],
    [
      'a part of a table',
      '<table lang="fr"><thead lang="es"><tr><th>Uno</th></tr></thead><tbody lang="it"><tr><td>Un</td></tr><tr lang="pt"><td>Um</td></tr></tbody></table>',
      ['es Uno', 'it Un', 'pt Um'],
    ],
    [
      'a definition',
      '<dl lang="fr"><dt lang="de">Eins</dt><dd lang="es">Uno</dd></dl>',
      ['de Eins', 'es Uno'],
    ],
    [
      'what is not kept',
      '<address lang="fr">Rue</address><form lang="de"><p>Eins</p></form>',
      ['fr Rue', 'de Eins'],
    ],
    ['an annotation', '<p><ruby lang="ja">字<rt lang="en">ji</rt></ruby></p>', ['ja 字', 'en ji']],
  ])('%s', (_, html, words) => expect(wordsOf(html)).toEqual(words));

  test('a figure, the alternative of its picture too', () => {
    const document = readDocument(
      '---\ntitle: T\nlang: en\n---\n\n<figure lang="fr"><img src="a.png" alt="Un"></figure>\n',
    );
    const image = [...walk(document.body)].find(({ type }) => type === 'image');
    expect(image?.lang).toBe('fr');
  });

  test('no group stands around what has no language of its own', () => {
    const document = readDocument(
      '---\ntitle: T\nlang: en\n---\n\n<address>Rue</address>\n\n<dl><dt>A</dt><dd>B</dd></dl>\n',
    );
    expect([...walk(document.body)].filter(({ type }) => type === 'group')).toEqual([]);
  });
});
