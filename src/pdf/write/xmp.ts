import type { PublicationMetadata } from '../../document/publication.ts';
import { formatInstant } from '../../files/instant.ts';

/** What the packet claims: the parts of PDF/UA and PDF/A, or nothing. */
export interface XmpClaims {
  readonly ua: '1' | undefined;
  readonly a: { readonly part: '2'; readonly conformance: 'A' } | undefined;
}

export interface XmpFacts {
  readonly metadata: PublicationMetadata;
  readonly identifier: string;
  readonly producer: string;
  readonly modified: Date | undefined;
  readonly claims: XmpClaims;
}

/** The XMP packet of a publication (ISO 16684-1; extension schema of ISO 19005-2 §6.6.2.3). Claims that are not made leave no trace. */
export function writeXmp(facts: XmpFacts): string {
  const { metadata, claims } = facts;
  const languages = [metadata.lang, ...metadata.otherLanguages].filter((lang) => lang !== undefined);
  const dublinCore = [
    '<dc:format>application/pdf</dc:format>',
    element('dc:identifier', facts.identifier),
    alternative('dc:title', metadata.title),
    container('dc:creator', 'Seq', metadata.creators),
    container('dc:language', 'Bag', languages),
    metadata.description === undefined ? '' : alternative('dc:description', metadata.description),
    container('dc:subject', 'Bag', metadata.subjects),
    metadata.rights === undefined ? '' : alternative('dc:rights', metadata.rights),
    metadata.source === undefined ? '' : element('dc:source', metadata.source),
    metadata.publisher === undefined ? '' : container('dc:publisher', 'Bag', [metadata.publisher]),
  ].join('');
  const date = facts.modified && formatInstant(facts.modified);
  const basic = [
    date ? element('xmp:CreateDate', date) + element('xmp:ModifyDate', date) : '',
    element('xmp:CreatorTool', facts.producer),
    metadata.isbn === undefined ? '' : container('xmp:Identifier', 'Bag', [`urn:isbn:${metadata.isbn}`]),
  ].join('');
  const body = [
    description('xmlns:dc="http://purl.org/dc/elements/1.1/"', dublinCore),
    description('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', basic),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      element('pdf:Producer', facts.producer) +
        (metadata.subjects.length > 0 ? element('pdf:Keywords', metadata.subjects.join(', ')) : ''),
    ),
    claims.a
      ? description(
          'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
          element('pdfaid:part', claims.a.part) + element('pdfaid:conformance', claims.a.conformance),
        )
      : '',
    claims.ua ? extensionSchema() : '',
    claims.ua
      ? description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', element('pdfuaid:part', claims.ua))
      : '',
  ].join('\n');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n${body}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`);
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function alternative(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
}

function container(name: string, kind: 'Seq' | 'Bag', items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<${name}><rdf:${kind}>${items.map((item) => element('rdf:li', item)).join('')}</rdf:${kind}></${name}>`;
}

function description(namespace: string, content: string): string {
  return `<rdf:Description rdf:about="" ${namespace}>${content}</rdf:Description>`;
}

/** PDF/A-2 wants every property outside its own list described: pdfuaid:part is (ISO 19005-2 §6.6.2.3.2). */
function extensionSchema(): string {
  const property =
    element('pdfaProperty:name', 'part') +
    element('pdfaProperty:valueType', 'Integer') +
    element('pdfaProperty:category', 'internal') +
    element('pdfaProperty:description', 'The part of ISO 14289 that the file follows');
  const schema =
    element('pdfaSchema:schema', 'PDF/UA identification') +
    element('pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/') +
    element('pdfaSchema:prefix', 'pdfuaid') +
    `<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${property}</rdf:li></rdf:Seq></pdfaSchema:property>`;
  return description(
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">${schema}</rdf:li></rdf:Bag></pdfaExtension:schemas>`,
  );
}
