import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { describe, expect, test } from 'vitest';
import { attributeOf, descendants, textContent } from '../../../src/readback/xml-tree.ts';
import { writePremis } from '../../../src/filing/metadata/write-premis.ts';
import { bareRecord, files, payloadFile, premisInput } from './sample-record.ts';

const tree = fromXml(writePremis(premisInput));

function texts(node: Root | Element, name: string): readonly string[] {
  return descendants(node, `premis:${name}`).map(textContent);
}

function fileObject(path: string): Element {
  const found = descendants(tree, 'premis:object').find((object) =>
    texts(object, 'objectIdentifierValue').includes(path),
  );
  if (!found) throw new Error(`no object ${path}`);
  return found;
}

function eventsOf(root: Root): readonly string[] {
  return descendants(root, 'premis:event').map((event) =>
    [
      texts(event, 'eventType')[0],
      texts(event, 'eventDateTime')[0],
      texts(event, 'eventOutcome')[0] ?? '-',
      texts(event, 'linkingAgentIdentifierValue').join('+') || '-',
      texts(event, 'linkingObjectIdentifierValue').length,
    ].join(' | '),
  );
}

describe('objects', () => {
  test('are the record and every file, each file with size, two digests, a format and a relationship', () => {
    const objects = descendants(tree, 'premis:object');
    expect(objects.map((object) => attributeOf(object, 'xsi:type'))).toEqual([
      'premis:intellectualEntity',
      ...files.map(() => 'premis:file'),
    ]);
    for (const { path, bytes, sha256, sha512 } of files) {
      const object = fileObject(path);
      expect(texts(object, 'size')).toEqual([String(bytes)]);
      expect(texts(object, 'messageDigestAlgorithm')).toEqual(['SHA-256', 'SHA-512']);
      expect(texts(object, 'messageDigest')).toEqual([sha256, sha512]);
      expect(texts(object, 'formatName')).toHaveLength(1);
      expect(texts(object, 'relatedObjectIdentifierValue')).toContain('dhs-2011-0042');
    }
  });

  test('renderings were made from the post by us; a picture is part of the post; a report documents what it judged', () => {
    const related = (path: string): readonly (readonly string[])[] =>
      descendants(fileObject(path), 'premis:relationship').map((one) => [
        ...texts(one, 'relationshipType'),
        ...texts(one, 'relationshipSubType'),
        ...texts(one, 'relatedObjectIdentifierValue'),
      ]);
    const part = ['structural', 'is part of', 'dhs-2011-0042'];
    expect(related('data/source/post.md')).toEqual([part]);
    expect(related('data/source/media/map.png')).toEqual([
      part,
      ['structural', 'is part of', 'data/source/post.md'],
    ]);
    expect(related('data/renderings/post.pdf')).toEqual([
      part,
      ['derivation', 'has source', 'data/source/post.md'],
    ]);
    expect(related('data/reports/verapdf.json')).toEqual([
      part,
      ['reference', 'documents', 'data/renderings/post.pdf'],
    ]);
    expect(texts(fileObject('data/renderings/post.epub'), 'creatingApplicationName')).toEqual(['Tagleaf']);
    expect(texts(fileObject('data/source/post.md'), 'creatingApplicationName')).toEqual([]);
  });

  test('a format that is not known is called so and has no PRONOM key', () => {
    expect(texts(fileObject('data/renderings/post.pdf'), 'formatRegistryKey')).toEqual(['fmt/476']);
    expect(texts(fileObject('data/reports/notes.xyz'), 'formatName')).toEqual(['unknown']);
    expect(texts(fileObject('data/reports/notes.xyz'), 'formatRegistryKey')).toEqual([]);
  });
});

describe('events', () => {
  test('a capture of which only the file or only the moment is known is one', () => {
    const captures = (more: Partial<typeof premisInput>): readonly string[] =>
      eventsOf(fromXml(writePremis({ ...premisInput, reports: [], ...more }))).filter((event) =>
        event.startsWith('capture'),
      );
    const capture = payloadFile('data/source/a.warc.gz', 'capture');
    expect(captures({ record: bareRecord, files: [capture] })).toEqual(['capture | unknown | - | - | 1']);
    const timed = { ...bareRecord, capture: { capturedAt: '2024-08-09T12:00:00Z' } };
    expect(captures({ record: timed, files: [] })).toEqual(['capture | 2024-08-09T12:00:00Z | - | - | 1']);
    expect(captures({ record: bareRecord, files: [] })).toEqual([]);
  });

  test('are what happened, with those who took part', () => {
    const at = '2026-11-23T17:00:00Z';
    expect(eventsOf(tree)).toEqual([
      'capture | 2024-08-09T12:00:00Z | - | capture-tool | 1',
      `creation | ${at} | - | tagleaf+node | 1`,
      `creation | ${at} | - | tagleaf+node | 1`,
      'validation | 2026-11-23T16:59:00Z | success | judge/veraPDF/1.28.2 | 1',
      'validation | unknown | unknown | judge/Reader | 1',
      `message digest calculation | ${at} | - | tagleaf+node | 7`,
      `format identification | ${at} | - | tagleaf+node | 6`,
      `ingestion | ${at} | - | tagleaf+node+agency+person | 1`,
    ]);
  });

  test('what did not happen has none: no capture, no report, no rendering', () => {
    const post = payloadFile('data/source/post.md', 'source');
    const { filedBy: _person, ...rest } = premisInput;
    const bare = fromXml(writePremis({ ...rest, record: bareRecord, files: [post], reports: [] }));
    expect(eventsOf(bare)).toEqual([
      'message digest calculation | 2026-11-23T17:00:00Z | - | tagleaf+node | 1',
      'ingestion | 2026-11-23T17:00:00Z | - | tagleaf+node | 1',
    ]);
    expect(texts(bare, 'agentName')).toEqual(['Tagleaf', 'Node.js']);
    expect(texts(bare, 'significantPropertiesType')).toEqual(['Title']);
    expect(descendants(bare, 'premis:rights')).toEqual([]);
  });
});

test('the whole of it is as a reader of PREMIS expects it', async () => {
  await expect(writePremis(premisInput)).toMatchFileSnapshot('golden/premis.xml');
});

test('every identifier that is linked to is there', () => {
  const objects = new Set(texts(tree, 'objectIdentifierValue'));
  const agents = new Set(texts(tree, 'agentIdentifierValue'));
  const linked = [
    ...texts(tree, 'linkingObjectIdentifierValue'),
    ...texts(tree, 'relatedObjectIdentifierValue'),
  ];
  expect(linked.filter((id) => !objects.has(id))).toEqual([]);
  expect(texts(tree, 'linkingAgentIdentifierValue').filter((id) => !agents.has(id))).toEqual([]);
  const events = texts(tree, 'eventIdentifierValue');
  expect(new Set(events).size).toBe(events.length);
});

test('a character that XML cannot hold is replaced, and the end of a CDATA section is not written', () => {
  const record = { ...premisInput.record, title: 'a\u0001b]]>c' };
  const xml = writePremis({ ...premisInput, record });
  const titles = descendants(fromXml(xml), 'premis:significantPropertiesValue').map(textContent);
  expect(titles[0]).toBe('a\uFFFDb]]>c');
});

test('the members of a collection are its parts', () => {
  const record = { ...bareRecord, members: ['one', 'two'] };
  const [entity] = descendants(fromXml(writePremis({ ...premisInput, record })), 'premis:object');
  expect(entity && texts(entity, 'relatedObjectIdentifierValue')).toEqual(['one', 'two']);
});
