import { formatPlainDate } from '../../document/plain-date.ts';
import type { PublicationMetadata } from '../../document/publication.ts';
import { formatInstant } from '../../files/instant.ts';
import { withNumericReferences } from '../../xml/references.ts';
import { xmlText } from '../../xml/xml-text.ts';
import type { Claim, Profile, XmpIdentifier } from '../profile/profile.ts';

/** What a packet tells. */
export interface XmpFacts {
  readonly metadata: PublicationMetadata;
  readonly identifier: string;
  readonly producer: string;
  readonly modified: Date | undefined;
  readonly profile: Pick<Profile, 'claims'>;
  /** Those of the profile that the file makes. */
  readonly claims: readonly Claim[];
}

/** The XMP packet of a publication (ISO 16684-1; extension schema of ISO 19005-2 §6.6.2.3). Claims that are not made leave no trace. */
export function writeXmp(facts: XmpFacts): string {
  const { metadata } = facts;
  const languages = [metadata.lang, ...metadata.otherLanguages].filter((lang) => lang !== undefined);
  const dublinCore = [
    '<dc:format>application/pdf</dc:format>',
    element('dc:identifier', facts.identifier),
    alternative('dc:title', metadata.title),
    container('dc:creator', 'Seq', metadata.creators),
    container(
      'dc:contributor',
      'Bag',
      (metadata.contributors ?? []).map(({ name }) => name),
    ),
    container('dc:date', 'Seq', metadata.published ? [formatPlainDate(metadata.published)] : []),
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
    metadata.isbnPdf === undefined
      ? ''
      : container('xmp:Identifier', 'Bag', [`urn:isbn:${metadata.isbnPdf}`]),
  ].join('');
  const body = [
    description('xmlns:dc="http://purl.org/dc/elements/1.1/"', dublinCore),
    description('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', basic),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      element('pdf:Producer', facts.producer) +
        (metadata.subjects.length > 0 ? element('pdf:Keywords', metadata.subjects.join(', ')) : ''),
    ),
    ...identifiers(facts),
  ].join('\n');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n${body}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>`;
}

function escapeXml(text: string): string {
  return withNumericReferences(xmlText(text));
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

/** The claims as properties: those that need a description come after it. The line of a claim that is not made stays empty. */
function identifiers({ profile, claims }: XmpFacts): readonly string[] {
  const made = (claim: Claim, line: string): string => (claims.includes(claim) ? line : '');
  const known = profile.claims.filter(({ xmp }) => !xmp.extension);
  const described = profile.claims.filter(({ xmp }) => xmp.extension);
  return [
    ...known.map((claim) => made(claim, identifier(claim.xmp))),
    ...described.map((claim) => made(claim, extensionSchema(claim.xmp))),
    ...described.map((claim) => made(claim, identifier(claim.xmp))),
  ];
}

function identifier({ prefix, namespace, properties }: XmpIdentifier): string {
  const elements = properties.map(([name, value]) => element(`${prefix}:${name}`, value));
  return description(`xmlns:${prefix}="${namespace}"`, elements.join(''));
}

/** PDF/A-2 wants every property outside its own list described (ISO 19005-2 §6.6.2.3.2). */
function extensionSchema({ prefix, namespace, extension }: XmpIdentifier): string {
  if (!extension) return '';
  const described = extension.properties.map((property) => {
    const facts =
      element('pdfaProperty:name', property.name) +
      element('pdfaProperty:valueType', property.valueType) +
      element('pdfaProperty:category', property.category) +
      element('pdfaProperty:description', property.description);
    return `<rdf:li rdf:parseType="Resource">${facts}</rdf:li>`;
  });
  const schema =
    element('pdfaSchema:schema', extension.schema) +
    element('pdfaSchema:namespaceURI', namespace) +
    element('pdfaSchema:prefix', prefix) +
    `<pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property>`;
  return description(
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">${schema}</rdf:li></rdf:Bag></pdfaExtension:schemas>`,
  );
}
