import { assemblePacked, assemblePdf, stream } from './assemble-pdf.ts';

/** A structure element to write: its type, extra entries in PDF syntax, and kids. */
export interface TinyElement {
  readonly role: string;
  readonly entries?: string;
  readonly kids: readonly TinyKid[];
}

/** A marked-content reference (`page` counts from 1) or an element. */
export type TinyKid = TinyElement | { readonly page: number; readonly mcid: number };

export interface TinyPdf {
  /** The content stream of each page. */
  readonly pages: readonly string[];
  readonly tree: TinyElement;
  readonly roleMap?: string;
  readonly xmp?: string;
  /** A further pair of the font's CMap: a code and what it stands for. */
  readonly pair?: string;
  /** Whether what is no stream stands in object streams, and a cross-reference stream says where. */
  readonly packed?: boolean;
}

/** The operators that show a text in the font of `writeTinyPdf`. */
export function show(text: string): string {
  const codes = [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  return `BT /F1 12 Tf [<${codes.join('')}> -20] TJ ET\n`;
}

/** A marked-content sequence that shows a text. */
export function marked(mcid: number, text: string): string {
  return `/P <</MCID ${mcid}>> BDC ${show(text)} EMC\n`;
}

const cmap = (
  pair = '',
): string => `/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfrange <0020> <007e> <0020> <0100> <0101> [<00660069> <2014>] endbfrange
1 beginbfchar <00a0> <00a0> ${pair} endbfchar end`;

/** A small tagged PDF with one font whose codes are characters; made without any library, so that it can be made wrong. */
export function writeTinyPdf(pdf: TinyPdf): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);

  const descendant = add(
    '<</Type /Font /Subtype /CIDFontType2 /BaseFont /Tiny /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor <</Type /FontDescriptor /FontName /Tiny /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80>> /DW 500>>',
  );
  const font = add(
    `<</Type /Font /Subtype /Type0 /BaseFont /Tiny /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${add(stream(cmap(pdf.pair)))} 0 R>>`,
  );
  const pagesNumber = objects.length + 1 + pdf.pages.length * 2;
  const owners = pdf.pages.map(() => new Map<number, number>());
  const pageNumbers = pdf.pages.map((content, index) => {
    const contents = add(stream(content));
    return add(
      `<</Type /Page /MediaBox [0 0 612 792] /Parent ${pagesNumber} 0 R /Contents ${contents} 0 R /StructParents ${index} /Resources <</Font <</F1 ${font} 0 R>>>>>>`,
    );
  });
  add(
    `<</Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pageNumbers.length}>>`,
  );
  const addElement = (element: TinyElement, parent?: number): number => {
    const own = add('');
    const kids = element.kids.map((kid) => {
      if ('role' in kid) return `${addElement(kid, own)} 0 R`;
      owners[kid.page - 1]?.set(kid.mcid, own);
      return `<</Type /MCR /Pg ${pageNumbers[kid.page - 1]} 0 R /MCID ${kid.mcid}>>`;
    });
    objects[own - 1] =
      `<</Type /StructElem /P ${parent ?? treeRoot} 0 R /S /${element.role} ${element.entries ?? ''} /K [${kids.join(' ')}]>>`;
    return own;
  };
  const treeRoot = add('');
  const top = addElement(pdf.tree);
  const numbers = owners.map((owner, index) => {
    const last = Math.max(-1, ...owner.keys());
    const parents = Array.from({ length: last + 1 }, (_, mcid) =>
      owner.has(mcid) ? `${owner.get(mcid)} 0 R` : 'null',
    );
    return `${index} [${parents.join(' ')}]`;
  });
  objects[treeRoot - 1] =
    `<</Type /StructTreeRoot /K ${top} 0 R /RoleMap <<${pdf.roleMap ?? ''}>> /ParentTree <</Nums [${numbers.join(' ')}]>>>>`;
  const metadata = pdf.xmp === undefined ? '' : `/Metadata ${add(stream(pdf.xmp))} 0 R`;
  const catalog = add(
    `<</Type /Catalog /MarkInfo <</Marked true>> /Pages ${pagesNumber} 0 R /Lang (en-US) /StructTreeRoot ${treeRoot} 0 R ${metadata}>>`,
  );
  return pdf.packed === true ? assemblePacked(objects, catalog) : assemblePdf(objects, catalog);
}
