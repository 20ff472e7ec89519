import type { Claim, Profile } from './profile.ts';

const pdfUa1: Claim = {
  name: 'PDF/UA-1',
  flavour: 'ua1',
  isArchival: false,
  xmp: {
    prefix: 'pdfuaid',
    namespace: 'http://www.aiim.org/pdfua/ns/id/',
    properties: [['part', '1']],
    extension: {
      schema: 'PDF/UA identification',
      properties: [
        {
          name: 'part',
          valueType: 'Integer',
          category: 'internal',
          description: 'The part of ISO 14289 that the file follows',
        },
      ],
    },
  },
};

const pdfA2a: Claim = {
  name: 'PDF/A-2a',
  flavour: '2a',
  isArchival: true,
  xmp: {
    prefix: 'pdfaid',
    namespace: 'http://www.aiim.org/pdfa/ns/id/',
    properties: [
      ['part', '2'],
      ['conformance', 'A'],
    ],
  },
};

/** The first profile: PDF 1.7 that is PDF/UA-1 and PDF/A-2a. No standard type is remapped (ISO 14289-1 §7.1). */
export const profileP1: Profile = {
  version: '1.7',
  roleMap: { Aside: 'Div', Em: 'Span', Strong: 'Span', Sub: 'P', FENote: 'Note', H7: 'P' },
  // The title of a collection is no heading of its posts.
  collectionRoleMap: { Title: 'P' },
  // H7 stands for all levels that have no standard type in PDF 1.7 (ISO 32000-1 §14.8.4.3.2).
  deepestHeading: 7,
  claims: [pdfUa1, pdfA2a],
  outputIntent: { subtype: 'GTS_PDFA1', condition: 'sRGB IEC61966-2.1' },
  embeds: { pictures: ['image/png', 'image/jpeg', 'outlines'] },
};
