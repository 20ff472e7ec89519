import PDFDocument from 'pdfkit';

/** A line of a page: its words, and where they stand from the top and from the left. */
export interface DrawnLine {
  readonly text: string;
  readonly top: number;
  readonly left?: number;
  readonly size?: number;
}

interface Drawing {
  readonly on: (event: 'data' | 'end', listener: (block: Buffer) => void) => void;
  readonly addPage: () => void;
  readonly rect: (...box: [number, number, number, number]) => { readonly fill: (colour: string) => void };
  readonly fontSize: (size: number) => {
    readonly text: (
      text: string,
      left: number,
      top: number,
      options: { readonly lineBreak: boolean },
    ) => void;
  };
  readonly end: () => void;
}

/** A PDF of pages with these lines, each drawn by itself. */
export function pdf(
  pages: readonly (readonly DrawnLine[])[],
  {
    info = {},
    password,
    lang,
  }: { info?: Readonly<Record<string, string>>; password?: string; lang?: string } = {},
): Promise<Buffer> {
  const made = new PDFDocument({
    size: [400, 600],
    margin: 0,
    autoFirstPage: false,
    info: { ...info, CreationDate: new Date(0) },
    ...(password !== undefined && { userPassword: password }),
    ...(lang !== undefined && { lang }),
  });
  // The types of the package that stand here are those of what the product calls.
  const document = made as unknown as Drawing;
  const blocks: Buffer[] = [];
  document.on('data', (block) => blocks.push(block));
  const whole = new Promise<Buffer>((resolve) => {
    document.on('end', () => resolve(Buffer.concat(blocks)));
  });
  for (const lines of pages) {
    document.addPage();
    document.rect(10, 10, 5, 5).fill('black');
    for (const { text, top, left = 50, size = 10 } of lines)
      document.fontSize(size).text(text, left, top, { lineBreak: false });
  }
  document.end();
  return whole;
}

/** Lines of text under each other from a height on. */
export function under(top: number, texts: readonly string[], left = 50): readonly DrawnLine[] {
  return texts.map((text, at) => ({ text, top: top + 12 * at, left }));
}
