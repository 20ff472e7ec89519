import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InternalError, ResourceError } from '../diagnostics/errors.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { digestBytes } from '../files/digest.ts';
import { flushFolder, writeBlock } from '../files/flush.ts';
import { recordAlgorithms } from './algorithms.ts';
import { formatBagInfo, toInfoValue, type BagInfo } from './bag-info.ts';
import type { BagProfile } from './bag-profile.ts';
import { findUnreadablePath, findUnsafePath } from './bag-path.ts';
import { declaration } from './declaration.ts';
import { formatManifest } from './manifest.ts';
import { listBag } from './list-bag.ts';
import type { PayloadFile } from './payload-file.ts';
import { bagRules } from './rules.ts';
import { makeFile } from './write-file.ts';

/** A tag file beside those of RFC 8493, for instance a README. */
export interface TagFile {
  /** Path from the bag's folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a bag is sealed with. */
export interface BagContents {
  /** The bag's folder: nothing stands in it but the payload. */
  readonly folder: string;
  /** Every file of the payload, as `addFile` gave it back. */
  readonly payload: readonly PayloadFile[];
  readonly profile: BagProfile;
  /** Values of `bag-info.txt` in any order, but for those of `sealedLabels`; only a label that may repeat may repeat. */
  readonly info: BagInfo;
  readonly tagFiles: readonly TagFile[];
}

/** What is told of a sealed bag outside of it. */
export interface SealedBag {
  /** SHA-512 of `tagmanifest-sha512.txt`: it stands for every byte of the bag. */
  readonly tagManifestSha512: string;
  /** Bytes of the payload. */
  readonly bytes: number;
  /** Files of the payload. */
  readonly files: number;
}

const stage = 'records/bag';

/**
 * Seals a bag (RFC 8493 §2): bag declaration, payload manifests, `bag-info.txt`, tag files, tag manifests; then every
 * name is flushed to the disk. The folder's own name is for the caller to flush. There is no `fetch.txt`.
 *
 * @throws ResourceError where a file cannot be written.
 * @throws InternalError where the folder holds something else than the payload, or `info` is not what the profile asks.
 */
export async function sealBag(contents: BagContents): Promise<SealedBag> {
  const { folder, payload, tagFiles } = contents;
  await makeDataFolder(folder);
  const folders = checkFolder(folder, payload);
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const written = [
    { path: 'bagit.txt', bytes: Buffer.from(declaration) },
    ...recordAlgorithms.map((name) => ({
      path: `manifest-${name}.txt`,
      bytes: formatManifest(payload.map((file) => ({ path: file.path, digest: file[name] }))),
    })),
    { path: 'bag-info.txt', bytes: formatBagInfo(completeInfo(contents, bytes)) },
    ...checkTagFiles(tagFiles),
  ];
  const tagManifests = recordAlgorithms.map((name) => ({
    path: `tagmanifest-${name}.txt`,
    bytes: formatManifest(written.map((file) => ({ path: file.path, digest: digest(file.bytes, name) }))),
  }));
  for (const file of [...written, ...tagManifests])
    await makeFile(folder, file.path, (target) => writeBlock(target, file.bytes));
  const tagFolders = tagFiles.flatMap(({ path }) => foldersAbove(path));
  for (const path of new Set([...folders, ...tagFolders, '.'])) await flushNames(join(folder, path));
  const last = tagManifests.at(-1);
  if (last === undefined) throw new InternalError('A bag without a tag manifest', { stage });
  return { tagManifestSha512: digest(last.bytes, 'sha512'), bytes, files: payload.length };
}

async function flushNames(folder: string): Promise<void> {
  try {
    await flushFolder(folder);
  } catch (cause) {
    throw new ResourceError(`Cannot write ${folder}`, { path: folder, cause });
  }
}

async function makeDataFolder(folder: string): Promise<void> {
  const path = join(folder, 'data');
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new ResourceError(`Cannot write ${path}`, { path, cause });
  }
}

/** The folders of the payload, once it is sure that the files are those of the list and no others. */
function checkFolder(folder: string, payload: readonly PayloadFile[]): readonly string[] {
  const listing = listBag(folder);
  const fault = listing.faults.find(({ kind }) => bagRules[kind].blocksFiling);
  if (fault !== undefined) refuse(`${fault.path} ${fault.reason}`);
  const listed = new Set(payload.map(nameWithSize));
  const found = listing.files.map(nameWithSize);
  const stranger = found.find((file) => !listed.has(file));
  if (stranger !== undefined) refuse(`${stranger} is not in the list of the payload`);
  if (found.length !== payload.length)
    refuse(`the folder holds ${found.length} files, the list of the payload ${payload.length}`);
  return listing.folders;
}

function nameWithSize({ path, bytes }: { readonly path: string; readonly bytes: number }): string {
  return `${path} of ${bytes} bytes`;
}

function refuse(reason: string): never {
  throw new InternalError(`The bag cannot be sealed: ${reason}`, { stage });
}

function digest(bytes: Uint8Array, name: (typeof recordAlgorithms)[number]): string {
  return digestBytes(bytes, [name]).digests[name];
}

/** The labels in the order of the profile with what is computed here. */
function completeInfo({ info, payload, profile }: BagContents, bytes: number): BagInfo {
  const all: BagInfo = [
    ...info,
    ['Bag-Size', formatSize(bytes)],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['BagIt-Profile-Identifier', profile.identifier],
  ];
  const known = new Set(profile.labels.map(([label]) => label));
  const stranger = all.find(([label]) => !known.has(label));
  if (stranger !== undefined) refuse(`the profile has no label ${stranger[0]}`);
  return profile.labels.flatMap(([label, use]) => {
    const values = all.filter(([name]) => name === label);
    if (values.length === 0 && use === 'required') refuse(`bag-info.txt has no ${label}`);
    if (values.length > 1 && use !== 'repeatable') refuse(`bag-info.txt has more than one ${label}`);
    if (values.some(([, value]) => toInfoValue(value) === '')) refuse(`${label} has no value`);
    return values;
  });
}

/** The size for people (RFC 8493 §2.2.2), with one digit after the point from 1 kB on. */
function formatSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}

const reserved = /^(?:bagit|bag-info|fetch|(?:tag)?manifest-[^/]*)\.txt$|^data(?:\/|$)/iu;

function checkTagFiles(tagFiles: readonly TagFile[]): readonly TagFile[] {
  const sorted = tagFiles.toSorted((left, right) => compareCodePoints(left.path, right.path));
  for (const { path } of sorted) {
    const fault = findUnsafePath(path) ?? findUnreadablePath(path);
    if (fault !== undefined) refuse(`the tag file ${JSON.stringify(path)} ${fault}`);
    if (reserved.test(path)) refuse(`the tag file ${path} has a name of RFC 8493`);
  }
  return sorted;
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
