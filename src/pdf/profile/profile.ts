import type { PdfClaim } from '../../document/pdf-claim.ts';

/** What kind of PDF is made: all that follows from the standards and not from the content. Plain data. */
export interface Profile {
  /** The version of PDF, as the first line of the file has it. */
  readonly version: string;
  /** From the roles of our own to standard structure types (ISO 32000-1 §14.8.4). */
  readonly roleMap: Readonly<Record<string, string>>;
  /** Further ones that only a collection uses. */
  readonly collectionRoleMap: Readonly<Record<string, string>>;
  /** The deepest level of headings that has a role; deeper ones take it too. */
  readonly deepestHeading: number;
  /** What a file without an open error says of itself. */
  readonly claims: readonly Claim[];
  readonly outputIntent: OutputIntent;
  readonly embeds: Embeds;
}

/** A standard that a file conforms to, and how it says so. */
export interface Claim extends PdfClaim {
  /** Whether a file that makes it can be the copy of record. */
  readonly isArchival: boolean;
  readonly xmp: XmpIdentifier;
}

/** The properties of the XMP packet by which a file makes a claim. */
export interface XmpIdentifier {
  readonly prefix: string;
  readonly namespace: string;
  /** In order; names without their prefix. */
  readonly properties: readonly (readonly [name: string, value: string])[];
  /** The description that PDF/A asks of properties that it does not know (ISO 19005-2 §6.6.2.3). */
  readonly extension?: XmpExtension;
}

/** What an extension schema says of the properties of one prefix. */
export interface XmpExtension {
  readonly schema: string;
  readonly properties: readonly {
    readonly name: string;
    readonly valueType: string;
    readonly category: 'internal' | 'external';
    readonly description: string;
  }[];
}

/** The colours that a file is meant for (ISO 32000-1 §14.11.5). */
export interface OutputIntent {
  readonly subtype: string;
  /** The name of the characterised printing condition or colour space. */
  readonly condition: string;
}

/** What a file may hold beside text. */
export interface Embeds {
  /** Media types of pictures. */
  readonly pictures: readonly string[];
}
