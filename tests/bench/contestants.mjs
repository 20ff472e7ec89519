// What the bench beside peers runs. `makes` says what comes out of it, which a reader of the table wants to know.
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const floor = fileURLToPath(new URL('floor.mjs', import.meta.url));
const font = fileURLToPath(
  new URL(
    '../../node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    import.meta.url,
  ),
);

/** The one that all others are held against. */
export const reference = 'Typst';

const ours = (formats) => [
  process.execPath,
  ...[program, 'build', '--no-cache', 'md', '--out', `out/${formats.replace(',', '-')}`, '--force'],
  ...['--format', formats],
];

/** A script of Python that does a line for each file of a folder: `f` is the file, `o` what it is to be written as. */
const forEach = (from, setup, line) => `import glob
${setup}
for f in glob.glob('${from}/*'):
    o = f.replace('${from}/', 'out/', 1)
    ${line}
`;

const standards = "pdf_standards=['ua-1', 'a-2a']";

/** The contestants for many posts, with the Python to run theirs with. */
export function postContestants(python) {
  const py = (...lines) => [python, '-c', forEach(...lines)];
  return [
    {
      name: reference,
      asks: 'typst',
      command: py(
        'typ',
        'import typst',
        `typst.compile(f, output=o + '.typst.pdf', format='pdf', ${standards})`,
      ),
      makes: '*.typst.pdf',
    },
    { name: 'ours, PDF and EPUB', command: ours('pdf,epub'), makes: 'pdf-epub/*' },
    { name: 'ours, PDF', command: ours('pdf'), makes: 'pdf/*.pdf' },
    {
      name: 'pandoc → Typst and pandoc → EPUB',
      asks: 'typst, pypandoc',
      command: py(
        'md',
        'import typst, pypandoc',
        `t = o + '.pandoc.typ'; pypandoc.convert_file(f, 'typst', outputfile=t, extra_args=['-s']); typst.compile(t, output=o + '.pandoc.pdf', format='pdf'); pypandoc.convert_file(f, 'epub', outputfile=o + '.pandoc.epub')`,
      ),
      makes: '*.pandoc.{pdf,epub}',
    },
    {
      name: 'WeasyPrint',
      asks: 'weasyprint',
      command: py(
        'html',
        'import weasyprint',
        "weasyprint.HTML(f).write_pdf(o + '.weasy.pdf', pdf_variant='pdf/ua-1')",
      ),
      makes: '*.weasy.pdf',
    },
    {
      name: 'fullbleed',
      asks: 'fullbleed',
      command: py(
        'html',
        `import fullbleed\ne = fullbleed.PdfEngine(document_lang='en', document_title='Post', pdf_profile='pdfua1', font_files=['${font}'])`,
        `e.render_pdf_to_file(open(f).read(), 'body { font-family: "Noto Sans" }', o + '.fullbleed.pdf')`,
      ),
      makes: '*.fullbleed.pdf',
    },
    {
      name: 'Chromium',
      program: 'chromium',
      command: [
        'sh',
        '-c',
        'for f in html/*; do chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="out/$(basename "$f").chromium.pdf" "$f" || exit 1; done',
      ],
      makes: '*.chromium.pdf',
      most: 10,
    },
    { name: 'floor: read, inflate, deflate, hash', command: [process.execPath, floor, 'md', 'out/pdf-epub'] },
  ].map((one) => ({ most: Infinity, ...one }));
}

/** The contestants for a book of one file. Ours ends with 1 where a text has errors, as books that were not written for it have. */
export function bookContestants(python) {
  const py = (script) => [python, '-c', script];
  const toTypst =
    "import pypandoc; pypandoc.convert_file('md/book.md', 'typst', format='gfm', outputfile='typ/book.typ', extra_args=['-s'])";
  const compile = "import typst; typst.compile('typ/book.typ', output='out/book.typst.pdf', format='pdf')";
  return [
    {
      name: reference,
      asks: 'typst, pypandoc',
      before: py(toTypst),
      command: py(compile),
      makes: '*.typst.pdf',
    },
    { name: 'ours, PDF', command: ours('pdf'), makes: 'pdf/*.pdf', status: 1 },
    { name: 'pandoc → Typst', asks: 'typst, pypandoc', command: py(`${toTypst}\n${compile}`) },
    { name: 'ours, EPUB', command: [...ours('epub'), '--no-page-list'], makes: 'epub/*.epub', status: 1 },
    {
      name: 'pandoc → EPUB',
      asks: 'pypandoc',
      command: py(
        "import pypandoc; pypandoc.convert_file('md/book.md', 'epub', format='gfm', outputfile='out/book.pandoc.epub', extra_args=['--metadata', 'title=Book'])",
      ),
      makes: '*.pandoc.epub',
    },
  ].map((one) => ({ most: Infinity, ...one }));
}
