import type { DecodablePng, PdfReference } from 'pdfkit';
import type PDFDocument from 'pdfkit';
import { InternalError } from '../../diagnostics/errors.ts';
import { drawnOf, type Asset } from '../../document/asset.ts';
import { sha256Of } from '../../files/digest.ts';
import type { Embeds } from '../profile/profile.ts';
import { writeDrawing } from './write-drawing.ts';
import { writeFine } from './write-number.ts';

/** Draws a picture on the current page. */
export type DrawImage = (
  asset: Asset,
  area: { readonly x: number; readonly y: number; readonly widthPt: number; readonly heightPt: number },
) => void;

/** Samples of a pixel, and the space of the device, by the space of a profile (ICC.1:2022 §7.2.8). */
const spaces: Readonly<Record<string, readonly [samples: number, device: string]>> = {
  GRAY: [1, 'DeviceGray'],
  'RGB ': [3, 'DeviceRGB'],
  CMYK: [4, 'DeviceCMYK'],
};

/** A JPEG in CMYK by its profile, whose inks are written upside down; pdfkit turns only those of the device. */
function inksOf(
  doc: PDFDocument,
  { width, height }: { readonly width: number; readonly height: number },
  { space, bytes }: { readonly space: unknown; readonly bytes: Uint8Array },
): PdfReference {
  const ref = doc.ref({
    Type: 'XObject',
    Subtype: 'Image',
    BitsPerComponent: 8,
    Width: width,
    Height: height,
    ColorSpace: space,
    Filter: 'DCTDecode',
    Decode: [1, 0, 1, 0, 1, 0, 1, 0],
  });
  ref.end(bytes);
  return ref;
}

/**
 * The images of a file, each written once. pdfkit numbers the mask of an image when its pixels are there, and threads that
 * inflate several end in any order: they wait for `decode`, which takes one after the other.
 */
export function createImages(
  doc: PDFDocument,
  embeds: Embeds,
): { readonly drawImage: DrawImage; readonly decode: () => Promise<void> } {
  const known = new Set<string>();
  const forms = new Map<string, { readonly name: string; readonly ref: PdfReference }>();
  const profiles = new Map<string, PdfReference>();
  const profileOf = (profile: Uint8Array): PdfReference => {
    const digest = sha256Of(profile);
    const known = profiles.get(digest);
    if (known) return known;
    const [N, Alternate] = spaces[Buffer.from(profile.subarray(16, 20)).toString('latin1')] ?? [
      3,
      'DeviceRGB',
    ];
    const ref = doc.ref({ N, Alternate });
    ref.end(profile);
    profiles.set(digest, ref);
    return ref;
  };
  const waiting: { readonly bits: number; readonly decode: () => Promise<void> }[] = [];
  const postpone = (png: DecodablePng): void => {
    const { width, height, pixelBitlength } = png;
    const decodePixels = png.decodePixels.bind(png);
    png.decodePixels = (use) => {
      const decode = async (): Promise<void> =>
        use(await new Promise<Uint8Array>((resolve) => decodePixels(resolve)));
      waiting.push({ bits: width * height * pixelBitlength, decode });
    };
  };
  return {
    drawImage: (asset, { x, y, widthPt, heightPt }) => {
      const drawn = drawnOf(asset);
      if (!drawn || !embeds.pictures.includes(drawn.mediaType))
        throw new InternalError(`the profile has no pictures of ${asset.mediaType}`, { stage: 'pdf' });
      const { sha256 } = drawn;
      if (drawn.mediaType === 'outlines') {
        const { drawing } = drawn;
        const known = forms.get(sha256);
        const form = known ?? {
          name: `D${forms.size + 1}`,
          ref: writeDrawing(drawing, (data) => doc.ref(data)),
        };
        forms.set(sha256, form);
        doc.page.xobjects[form.name] = form.ref;
        const scale = [widthPt / drawing.widthPx, heightPt / drawing.heightPx].map(writeFine);
        doc.addContent(`q ${scale.join(' 0 0 ')} ${writeFine(x)} ${writeFine(y)} cm /${form.name} Do Q`);
        return;
      }
      const { bytes, profile } = drawn;
      if (!known.has(sha256)) {
        known.add(sha256);
        const image = doc.openImage(bytes);
        // Its own reading of Exif may differ from the one that the layout went by.
        image.orientation = asset.orientation;
        if (profile) {
          const space = ['ICCBased', profileOf(profile)];
          if (image.image) image.image.colorSpace = space;
          else if (image.colorSpace === 'DeviceCMYK') image.obj = inksOf(doc, image, { space, bytes });
          else image.colorSpace = space;
        }
        if (image.image) postpone(image.image);
        doc._imageRegistry[sha256] = image;
      }
      doc.image(sha256, x, y, { width: widthPt, height: heightPt });
    },
    decode: async () => {
      // The smallest first, as the threads mostly ended: what was filed from their files is rendered again alike.
      for (const { decode } of waiting.toSorted((a, b) => a.bits - b.bits)) await decode();
    },
  };
}
