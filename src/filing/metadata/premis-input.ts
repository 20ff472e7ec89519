import type { PayloadFile } from '../../bag/payload-file.ts';
import type { RecordDescription } from '../../terms/record-description.ts';

/** What a judge said of one file, read from its report. */
export interface ValidationReport {
  /** The judge's name, for instance `veraPDF`. */
  readonly tool: string;
  readonly version?: string;
  /** The payload path of what was judged. */
  readonly file: string;
  /** Absent where the report does not say it in a form that is known. */
  readonly outcome?: 'success' | 'fail';
  /** What it was judged by, for instance `PDF/UA-1`, or what was found. */
  readonly note?: string;
  /** The payload path of the report. */
  readonly report?: string;
  /** When it was judged, ISO 8601; absent where the report does not say. */
  readonly at?: string;
}

/** The versions of what made a bag. */
export interface SoftwareVersions {
  readonly tagleaf: string;
  readonly node: string;
  readonly icu: string;
  /** By which EPUBs are pressed; records of Tagleaf 0.1.0 do not say it. */
  readonly zlib?: string | undefined;
}

/** What `writePremis` tells of. */
export interface PremisInput {
  readonly record: RecordDescription;
  /** Every payload file that is there before the PREMIS file itself. */
  readonly files: readonly PayloadFile[];
  /** The payload paths of the posts: renderings are derived from them. */
  readonly posts: readonly string[];
  readonly software: SoftwareVersions;
  /** When the bag is packed, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly packedAt: string;
  /** Who files the record, where they gave a name. */
  readonly filedBy?: string;
  readonly reports: readonly ValidationReport[];
}
