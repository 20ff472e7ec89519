import { expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { inlineText } from '../../src/document/plain-text.ts';
import { printMessages } from '../posts/read-text.ts';
import { readMembers } from './collection-of.ts';

function targets(document: Document | undefined): readonly string[] {
  if (!document) return [];
  return [...walkDocument(document)].flatMap((node) => {
    if (node.type !== 'link') return [];
    const to = node.target.kind === 'internal' ? `#${node.target.id}` : node.target.url;
    return [`${inlineText(node.children)} → ${to}`];
  });
}

const second =
  '---\ntitle: Second\n---\n\n## Places\n\n<figure id="map"><img src="m.png" alt="A map"></figure>\n\n<a id="own"></a>Words.\n';

test('links to posts, to their headings and figures lead to the ids of these', () => {
  const { value, messages } = readMembers({
    'a/one.md':
      '# One\n\n[p](../b/two.md) [h](../b/two.md#places) [o](../b/two.md#own) [f](../b/two.md#map) [s](#one) [w](https://x.gov/)\n',
    'b/two.md': second,
  });
  expect(messages).toEqual([]);
  expect(targets(value[0]?.document)).toEqual([
    'p → #two.title',
    'h → #two.places',
    'o → #two.own',
    'f → #two.map',
    's → #one.one',
    'w → https://x.gov/',
  ]);
});

test('a fragment of another file is found where it is the only one, the nearest first', () => {
  const { value, messages } = readMembers({
    'a/one.md': '# One\n\n[near](#sec) [far](#only) [twice](#both) [none](#none)\n',
    'a/two.md': '# Two\n\n<a id="sec"></a>Here.\n',
    'b/three.md': '# Three\n\n<a id="sec"></a>There. <a id="only"></a> <a id="both"></a>\n',
    'c/four.md': '# Four\n\n<a id="both"></a>Again.\n',
  });
  expect(targets(value[0]?.document)).toEqual(['near → #two.sec', 'far → #three.only']);
  expect(printMessages(messages)).toEqual([
    '3:27 error link-target-missing No target “#both”',
    '3:42 error link-target-missing No target “#none”',
  ]);
});

test('a fragment that differs in case and punctuation leads to its own post, or the one that is named', () => {
  const { value, messages } = readMembers({
    'one.md': '# One\n\n## Read_me first\n\n[own](#Read-me-first) [other](two.md#Go-on) [none](#Go-on)\n',
    'two.md': '# Two\n\n## Go.on\n\nWords.\n',
  });
  expect(targets(value[0]?.document)).toEqual(['own → #one.read_me-first', 'other → #two.goon']);
  expect(printMessages(messages)).toEqual(['5:45 error link-target-missing No target “#Go-on”']);
});

test('a link that leads nowhere is still led to, and keeps its language', () => {
  const { value, messages } = readMembers({
    'one.md': '# One\n\n<a href="#nowhere" id="mark" lang="fr">mots</a> [back](#mark)\n',
    'two.md': '# Two\n\n[there](one.md#mark)\n',
  });
  expect(value.map(({ document }) => targets(document))).toEqual([
    ['back → #one.mark'],
    ['there → #one.mark'],
  ]);
  const ids = (value[0] ? [...walkDocument(value[0].document)] : []).map(({ id, lang }) => [id, lang]);
  expect(ids).toContainEqual(['one.mark', 'fr']);
  expect(printMessages(messages)).toEqual(['3:1 error link-target-missing No target “#nowhere”']);
});

test('a link that leads nowhere in a post of the collection becomes its words', () => {
  const { value, messages } = readMembers({
    'one.md': '# One\n\nSee [the *plan*](two.md#gone), please.\n',
    'two.md': '# Two\n',
  });
  expect(targets(value[0]?.document)).toEqual([]);
  expect(printMessages(messages)).toEqual(['3:5 error link-target-missing No target “two.md#gone”']);
});

test('an address that a post names as its own leads to it, on the site or without one', () => {
  const texts = {
    'one.md': '# One\n\n[a](/old/) [b](/two/#places) [c](/both/) [d](/else/)\n',
    'folder/two.md':
      '---\ntitle: Two\npermalink: /two/\nredirect_from: [/old/, /both/]\n---\n\n## Places\n\nWords.\n',
    'three.md': '---\ntitle: Three\naliases: [/both]\n---\n\nWords.\n',
  };
  const { value, messages } = readMembers(texts);
  expect(targets(value[0]?.document)).toEqual(['a → #two.title', 'b → #two.places']);
  expect(printMessages(messages)).toEqual([
    '3:30 warning link-address-unknown 2 links are written as their words alone, for they lead to parts of the site whose addresses are not known: “/both/”, “/else/” (tagleaf.yaml has no `links: { base }`)',
  ]);
  const base = 'https://x.gov';
  const onSite = readMembers(texts, { base });
  expect(onSite.messages).toEqual([]);
  expect(targets(onSite.value[0]?.document)).toEqual([
    'a → #two.title',
    'b → #two.places',
    'c → https://x.gov/both/',
    'd → https://x.gov/else/',
  ]);
});

test('a reference without words prints the title, heading or caption it means in another post', () => {
  const { value, messages } = readMembers({
    'one.md':
      '(start)=\n# First chapter\n\n{ref}`second`, {ref}`sec`, {ref}`fig`, {doc}`two`, [](two), [](second), [](#own), {ref}`mine <sec>`, [kept](two.md).\n',
    'two.md':
      '(second)=\n# Second *chapter*\n\n(sec)=\n## A section\n\n```{figure} a.png\n:name: fig\n:alt: A boat\nThe caption.\n```\n\n<a id="own"></a>Words, {ref}`start` and {ref}`gone`.\n',
  });
  expect(targets(value[0]?.document)).toEqual([
    'Second chapter → #two.second-chapter',
    'A section → #two.a-section',
    'The caption. → #two.fig',
    'Second chapter → #two.second-chapter',
    'Second chapter → #two.second-chapter',
    'Second chapter → #two.second-chapter',
    'own → #two.own',
    'mine → #two.a-section',
    'kept → #two.second-chapter',
  ]);
  expect(targets(value[1]?.document)).toEqual(['First chapter → #one.first-chapter']);
  expect(printMessages(messages)).toEqual(['13:41 error link-target-missing No target “#gone”']);
});

test('a name that an author gave is meant before a heading of the same words', () => {
  const { value, messages } = readMembers({
    'one.md': '# One\n\n[a](#terms) {ref}`terms` [b](#other)\n',
    'two.md': '# Two\n\n## Terms\n\n## Other\n\nWords.\n',
    'three.md': '# Three\n\n(terms)=\n## What words mean\n\n## Other\n\nWords.\n',
  });
  expect(targets(value[0]?.document)).toEqual([
    'a → #three.what-words-mean',
    'What words mean → #three.what-words-mean',
  ]);
  expect(printMessages(messages)).toEqual(['3:26 error link-target-missing No target “#other”']);
});
