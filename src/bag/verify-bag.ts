import { sha512Of } from '../files/digest.ts';
import type { BagInfo } from './bag-info.ts';
import type { BagProfile } from './bag-profile.ts';
import { weighFindings, type BagFinding, type BagStandard, type FoundFault } from './bag-finding.ts';
import { checkCompleteness } from './check-completeness.ts';
import { checkFixity } from './check-fixity.ts';
import { checkInfo } from './check-info.ts';
import { checkDeclaration } from './declaration.ts';
import { listBag, type BagListing } from './list-bag.ts';
import { isManifest, readManifests } from './read-manifests.ts';
import { readTagFile } from './read-tag-file.ts';

/** How a bag is verified. */
export interface VerifyOptions {
  /** What is asked of the bag: RFC 8493 alone where absent, else the house rules for records and the labels of the profile too. */
  readonly profile?: BagProfile;
  /** How many files are read at a time; 4 by default. */
  readonly atOnce?: number;
}

/** What was found of a bag. */
export interface BagReport {
  readonly folder: string;
  /** No finding is an error. */
  readonly valid: boolean;
  /** In the order of their paths. */
  readonly findings: readonly BagFinding[];
  /** Bytes of the payload that is there. */
  readonly bytes: number;
  /** Files of the payload that are there. */
  readonly files: number;
  /** What `bag-info.txt` says, as far as it can be read. */
  readonly info: BagInfo;
  /** SHA-512 of `tagmanifest-sha512.txt`, to compare with what was told when the bag was sealed. */
  readonly tagManifestSha512?: string;
}

/**
 * Verifies a bag in a folder: complete and valid as RFC 8493 §3 has it, and more strictly. Needs no network and writes
 * nothing. A bad bag is never thrown, nor is a folder that is not there: what is wrong stands in the report.
 */
export async function verifyBag(folder: string, options: VerifyOptions = {}): Promise<BagReport> {
  const { profile, atOnce = 4 } = options;
  const standard: BagStandard = profile ? 'record' : 'rfc8493';
  const listing = listBag(folder);
  const lost = listing.faults.filter(({ path }) => path === '.');
  if (lost.length > 0)
    return { folder, valid: false, findings: weighFindings(lost, standard), bytes: 0, files: 0, info: [] };
  const { tagFiles, faults: unread } = await readTagFiles(folder, listing);
  const { manifests, faults: malformed } = readManifests(tagFiles);
  const payload = measurePayload(listing);
  const { info, faults: misinformed } = checkInfo(tagFiles.get('bag-info.txt'), payload, profile);
  const declaration = tagFiles.get('bagit.txt');
  const faults = [
    ...listing.faults,
    ...unread,
    ...(declaration === undefined ? [undeclared] : checkDeclaration(declaration)),
    ...malformed,
    ...misinformed,
    ...checkCompleteness(listing, manifests),
    ...(await checkFixity(folder, listing.files, { manifests, atOnce })),
  ];
  const findings = weighFindings(faults, standard);
  const seal = tagFiles.get('tagmanifest-sha512.txt');
  const tagManifestSha512 = seal && sha512Of(seal);
  const valid = findings.every(({ severity }) => severity !== 'error');
  const report = { folder, valid, findings, ...payload, info };
  return tagManifestSha512 === undefined ? report : { ...report, tagManifestSha512 };
}

const undeclared: FoundFault = { kind: 'declaration-missing', path: 'bagit.txt', reason: 'is not there' };

interface ReadTagFiles {
  readonly tagFiles: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly FoundFault[];
}

/** The tag files that say what the bag is; of the others only the digests are looked at. */
async function readTagFiles(folder: string, listing: BagListing): Promise<ReadTagFiles> {
  const tagFiles = new Map<string, Uint8Array>();
  const faults: FoundFault[] = [];
  for (const { path } of listing.files) {
    if (path !== 'bagit.txt' && path !== 'bag-info.txt' && !isManifest(path)) continue;
    try {
      tagFiles.set(path, await readTagFile(folder, path));
    } catch (error) {
      const reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      faults.push({ kind: 'unreadable', path, reason });
    }
  }
  return { tagFiles, faults };
}

function measurePayload(listing: BagListing): { readonly bytes: number; readonly files: number } {
  const payload = listing.files.filter(({ path }) => path.startsWith('data/'));
  return { bytes: payload.reduce((sum, file) => sum + file.bytes, 0), files: payload.length };
}
