import { createHash } from 'node:crypto';
import PDFDocument, { type PdfReference } from 'pdfkit';
import { InternalError } from '../../diagnostics/errors.ts';
import {
  crossReferenceStream,
  objectsPerStream,
  packObjects,
  type ObjectPlace,
  type PlainObject,
} from './pack-objects.ts';

/** The finished bytes are held in pieces of this size. */
const blockBytes = 65_536;

/**
 * The part of the adapter to pdfkit that says how objects become bytes: those that are no streams stand together in object
 * streams, and a cross-reference stream tells where (ISO 32000-1 §7.5.7 and §7.5.8). pdfkit writes each object by itself.
 */
export class TaggedDocument extends PDFDocument {
  readonly #hash = createHash('md5');
  #block = new Uint8Array(blockBytes);
  #used = 0;
  /** What was written of the object that is being written. */
  #pieces: (Uint8Array | string)[] = [];
  /** Objects for the next object stream. */
  #plain: PlainObject[] = [];
  readonly #packed = new Map<number, ObjectPlace>();
  /** What the file says of itself may not be known before its last page. */
  xmp = '';

  // The first writes happen inside the constructor, before the fields of this class exist: the same head in all files.
  override _write(data: Uint8Array | string): void {
    if (#pieces in this) this.#pieces.push(data);
    else super._write(data);
  }

  // An object that is no stream is written in three pieces: its number, its value, its end.
  override _refEnd(ref: PdfReference): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    const [, text] = pieces;
    if (pieces.length === 3 && typeof text === 'string') {
      this.#plain.push({ number: ref.id, text });
      if (this.#plain.length === objectsPerStream) this.#endObjectStream();
    } else for (const piece of pieces) this.#emit(piece);
    super._refEnd(ref);
  }

  #emit(data: Uint8Array | string): void {
    // Two files must not share an identifier because their information is the same: it comes from all bytes written.
    this.#hash.update(data);
    super._write(data);
  }

  /** Writes an object of ours as pdfkit writes its own. */
  #emitObject(number: number, value: Uint8Array): void {
    this.#emit(`${number} 0 obj`);
    this.#emit(value);
    this.#emit('\nendobj');
  }

  #endObjectStream(): void {
    if (this.#plain.length === 0) return;
    const stream = this._offsets.push(this._offset);
    this.#plain.forEach(({ number }, index) => this.#packed.set(number, [stream, index]));
    this.#emitObject(stream, packObjects(this.#plain));
    this.#plain = [];
  }

  override _finalize(): void {
    this.#endObjectStream();
    const id = `<${this.#hash.copy().digest('hex')}>`;
    const start = this._offset;
    const number = this._offsets.push(start);
    const places = this._offsets.map((offset, index): ObjectPlace => {
      const place = this.#packed.get(index + 1) ?? offset;
      if (place === null) throw new InternalError(`object ${index + 1} was not written`, { stage: 'pdf' });
      return place;
    });
    const trailer = `/Root ${this._root.id} 0 R /Info ${this._info.id} 0 R /ID [${id} ${id}]`;
    this.#emitObject(number, crossReferenceStream(places, trailer));
    this.#emit(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }

  // What pdfkit pushes are small pieces, or the beginnings of large buffers that would stay alive behind them: they are
  // copied together. The first ones come from the constructor, as above.
  override push(chunk: Uint8Array | null): boolean {
    if (!(#hash in this)) return super.push(chunk);
    if (chunk === null || this.#used + chunk.length > blockBytes) {
      if (this.#used > 0) super.push(this.#block.subarray(0, this.#used));
      this.#block = new Uint8Array(blockBytes);
      this.#used = 0;
    }
    if (chunk === null || chunk.length > blockBytes) return super.push(chunk);
    this.#block.set(chunk, this.#used);
    this.#used += chunk.length;
    return true;
  }

  // The structure tree is ours (write-structure.ts): pdfkit has none to end.
  override endMarkings(): void {}

  // pdfkit's own packet is not escaped and knows neither both standards nor languages.
  override endMetadata(): void {
    const packet = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    packet.compress = false;
    packet.end(new TextEncoder().encode(this.xmp));
    this._root.data['Metadata'] = packet;
  }
}
