import { join } from 'node:path';
import { appendAll } from '../lists/append-all.ts';
import { dialectsOf } from '../document/dialect.ts';
import type { BuildOptions } from '../project/build-options.ts';
import { loadStages } from '../publish/load-stages.ts';
import type { Running } from '../publish/running.ts';
import { resolveSettings } from '../project/resolve-settings.ts';
import { writeWhole } from '../files/write-whole.ts';
import { findMessageRule } from '../catalogue/message-rules.ts';
import { UsageError } from '../diagnostics/errors.ts';
import { plainText } from '../document/plain-text.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { assertFiled } from './assert-filed.ts';
import { refuseBroken } from '../store/append-event.ts';
import { bagName } from '../ledger/facts/record-id.ts';
import type { HoldState } from '../ledger/ledger-state.ts';
import type { FiledEvent } from '../ledger/ledger-event.ts';
import { contentDigest, fingerprintFiles, isFiledContent, withFiledOptions } from '../project/fingerprint.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { maskMessages } from './mask-messages.ts';
import { flawOf } from '../personal-data/own-pattern.ts';
import type { LookedFor } from '../personal-data/pattern-set-names.ts';
import { fileBag, lastFiled } from './file-bag.ts';
import { gatherCollection } from './gather-collection.ts';
import { gatherPost } from './gather-post.ts';
import { problemsOf, stateOf } from '../store/store-state.ts';
import { digestSources, type RenderedRecord, renderRecord } from './render-record.ts';
import { scanRecord } from './scan-record.ts';
import { waiveMessages } from './scan/waive-messages.ts';
import { waiverKeys } from './scan/waiver-keys.ts';
import { openStore, type LedgerMemory, type Store } from '../store/store.ts';
import { readWaiverSecret, waiverSecret } from '../store/waiver-secret.ts';
import type { Actor } from '../store/actor.ts';

/** What is to be filed, and where. */
export interface PackOptions extends Pick<
  BuildOptions,
  'config' | 'cwd' | 'page' | 'theme' | 'drafts' | 'allowPlugins'
> {
  /** A post's file, or the name of a collection: one of the two. */
  readonly post?: string;
  readonly collection?: string;
  readonly store: string;
  /** A folder of judges' reports on the renderings. */
  readonly reports?: string;
  /** The id of the record itself, where this is another version of it. */
  readonly supersedes?: string;
  /** Who files it. */
  readonly by?: string;
  /** Refuses a post whose capture is not there. */
  readonly requireCapture?: boolean;
  /** Writes the renderings to this folder and files nothing, so that judges can be asked first. */
  readonly renderTo?: string;
}

/** What became of it. */
export interface PackReport {
  readonly outcome: 'filed' | 'already-filed' | 'rendered' | 'refused';
  readonly record?: string;
  readonly version?: number;
  /** The name of the bag's folder. */
  readonly bag?: string;
  readonly messages: readonly Message[];
  /** Of what is filed already: that it was disposed of since. */
  readonly disposed?: { readonly at: string; readonly tombstone: string };
  /** Of what was filed: the open holds under which it came, by its series or otherwise. */
  readonly holds?: readonly HoldState[];
}

/**
 * Files a post or a collection as a bag of its own: gathers, scans, renders with the record sheet, seals under the lock of the
 * store, and enters it in the ledger. The same source, options, theme and templates of the project again are already filed, whichever
 * version of Tagleaf filed them.
 *
 * @throws UsageError where an option or an input is wrong, another version is not called one, or plug-ins are functions.
 * @throws ResourceError where something cannot be read or written; IntegrityError where the ledger is broken.
 */
export async function packRecord(
  options: PackOptions,
  { now, running = undefined, actor }: PackContext,
): Promise<PackReport> {
  const ready = running ?? (await startPacking(options));
  if (ready.stages.hasFunctions) {
    throw new UsageError(
      'plug-ins given as functions cannot be filed: name them as modules in the configuration',
    );
  }
  const report = await packWith(options, { now, running: ready, actor });
  return { ...report, messages: maskMessages(report.messages, ready.settings.lookedFor) };
}

/** What a run of the command brings along. */
export interface PackContext {
  readonly now: () => Date;
  /** Fonts, theme and templates, read once for many posts (`startPacking`). */
  readonly running?: Packing | undefined;
  /** Who enters it in the ledger. */
  readonly actor?: Actor | undefined;
}

/** What all records of a run share. */
export interface Packing extends Running {
  readonly memory: LedgerMemory;
}

async function packWith(
  options: PackOptions,
  { now, running, actor }: PackContext & { readonly running: Packing },
): Promise<PackReport> {
  const gathered = await gather(options, running);
  if (!gathered.value) return { outcome: 'refused', messages: gathered.messages };
  const { record, documents } = gathered.value;
  const said = waiveMessages(gathered.messages, { waivers: record.facts.waivers, documents });
  const messages: Message[] = [...said.messages];
  const { id } = record.facts;
  const store =
    options.renderTo === undefined
      ? await openStore(options.store, { create: true, memory: running.memory, actor })
      : undefined;
  const patterns = running.settings.lookedFor;
  const keys = waiverKeys(await secretOf(options, store));
  const found = store && (await stateOf(store));
  if (store && found) refuseBroken(store, problemsOf(found));
  const entries = found?.ledger.entries ?? [];
  const before = lastFiled(entries, id);
  const version = (before?.version ?? 0) + 1;
  const file = gathered.value.documents[0]?.file ?? '';
  const bag = bagName(id, version);
  appendAll(messages, await scanRecord(gathered.value, { bag, file, keys, patterns, usedBefore: said.used }));
  if (blocks(messages)) return { outcome: 'refused', record: id, messages };

  const { collection } = gathered.value;
  const [dialect = 'auto', ...others] = dialectsOf(documents);
  const evidence = await fingerprintFiles(running.settings, {
    collection,
    dialect: others.length === 0 ? dialect : 'auto',
    texts: documents.map(plainText),
  });
  const digests = await digestSources(gathered.value);
  const content = contentDigest(digests, evidence);
  const filedOptions =
    before &&
    store &&
    (await readIfThere(join(store.path, bagName(id, before.version), 'data/build/options.json')));
  if (before && isFiledContent(before.contentSha256, digests, withFiledOptions(evidence, filedOptions))) {
    if (store) await assertFiled(store, before, entries);
    const disposed = found?.state.records.get(id)?.versions.at(-1)?.disposed;
    const gone = disposed && { disposed: { at: disposed.at, tombstone: disposed.tombstone } };
    const which = { record: id, version: before.version, bag: before.bag };
    return { outcome: 'already-filed', ...which, messages, ...gone };
  }
  checkSupersedes(options.supersedes, { id, before });
  if (before && options.supersedes === undefined) {
    const reason = `${id} is filed already, as ${before.bag}, and this is not the same`;
    messages.push(reportRule('record-version-unnamed', { reason, file }));
    return { outcome: 'refused', record: id, version: before.version, bag: before.bag, messages };
  }

  const rendered = await renderRecord(gathered.value, { running, digests, messages });
  appendAll(messages, rendered.messages);
  if (rendered.files.length === 0) return { outcome: 'refused', record: id, messages };
  if (options.renderTo !== undefined || !store) {
    const { slug } = gathered.value.publication.metadata;
    await writeRenderings(rendered.files, join(options.renderTo ?? '.', slug));
    return { outcome: 'rendered', record: id, messages };
  }
  const { reports, supersedes, by } = options;
  const made = { gathered: gathered.value, evidence, content, digests, version, bag };
  return fileBag({ ...made, store, reports, supersedes, by, now }, { ...rendered, messages });
}

/** The secret of the store; where nothing is filed, if it has one. */
function secretOf(options: PackOptions, store: Store | undefined): Promise<Buffer | undefined> {
  if (store) return waiverSecret(store);
  return readWaiverSecret({ path: options.store });
}

/** Writes the renderings of a record to a path without its extension. */
async function writeRenderings(files: RenderedRecord['files'], path: string): Promise<void> {
  for (const { format, bytes } of files) await writeWhole(`${path}.${format}`, bytes);
}

/**
 * Reads what all records of a run are rendered with.
 *
 * @throws UsageError where an option or the configuration is wrong.
 */
export async function startPacking(options: Omit<PackOptions, 'store'>): Promise<Packing> {
  const { cwd, config, page, theme, collection, drafts, allowPlugins } = options;
  const settings = await resolveSettings({
    ...(cwd !== undefined && { cwd }),
    ...(config !== undefined && { config }),
    ...(page !== undefined && { page }),
    ...(theme !== undefined && { theme }),
    ...(drafts !== undefined && { drafts }),
    ...(allowPlugins !== undefined && { allowPlugins }),
    ...(collection !== undefined && { collections: [collection] }),
    verify: true,
  });
  checkLookedFor(settings.lookedFor);
  return { settings, stages: await loadStages(settings), memory: {} };
}

/** @throws UsageError where RE2 does not take an expression of the project. */
function checkLookedFor(patterns: LookedFor): void {
  for (const pattern of patterns) {
    const flaw = typeof pattern === 'string' ? undefined : flawOf(pattern.expression);
    if (flaw === undefined || typeof pattern === 'string') continue;
    throw new UsageError(`scan.patterns: the expression of “${pattern.name}” cannot be used: ${flaw}`);
  }
}

function gather(options: PackOptions, running: Running): ReturnType<typeof gatherPost> {
  const [plan] = running.settings.collections;
  if (plan) return gatherCollection(plan, running);
  return gatherPost(options.post ?? '', running, { requireCapture: options.requireCapture });
}

/**
 * What is in the way of filing: facts that are wrong, what should not be filed, and what withholds the claims of the PDF. A
 * link of an old page that leads nowhere is filed as it is.
 */
function blocks(messages: readonly Message[]): boolean {
  return messages.some(
    ({ severity, ruleId }) => severity === 'error' && findMessageRule(ruleId)?.blocksFiling !== false,
  );
}

function checkSupersedes(
  supersedes: string | undefined,
  { id, before }: { readonly id: string; readonly before: FiledEvent | undefined },
): void {
  if (supersedes !== undefined && supersedes !== id) {
    throw new UsageError(`--supersedes names ${supersedes}, but the record is ${id}; give both the same id`);
  }
  if (supersedes !== undefined && !before) {
    throw new UsageError(`--supersedes ${id}: no version of it is filed yet`);
  }
}
