import { UsageError } from '../diagnostics/errors.ts';
import { readLedgerFile } from '../store/ledger-file.ts';
import type { ComparedFile } from '../filing/compare-renderings.ts';
import { rebuildCheck, type RebuildReport } from '../filing/rebuild-check.ts';
import { openStore } from '../store/store.ts';
import type { FiledEvent, LedgerEntry } from '../ledger/ledger-event.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { refuseAll } from '../store/refused-error.ts';
import { bagPlaces, isFolder } from '../store/bag-places.ts';
import { answerRecords, type StoreFlags } from './answer-records.ts';
import { exitCodes, type ExitCode, type ExitName } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records rebuild-check` as they were typed. */
export interface RebuildFlags extends StoreFlags {
  /** Which version; the last where absent. */
  readonly recordVersion?: string;
}

/** Runs `tagleaf records rebuild-check`: exit code 15 where the filed source does not give the filed bytes, 4 where that is not decided. */
export async function rebuildCommand(id: string, flags: RebuildFlags, terminal: Terminal): Promise<ExitCode> {
  return answerRecords(flags, terminal, async () => {
    const store = await openStore(flags.store);
    const { entries } = await readLedgerFile(store);
    const versions = entries.filter((entry) => entry.event === 'filed').filter(({ record }) => record === id);
    const wanted = flags.recordVersion;
    const filed =
      wanted === undefined ? versions.at(-1) : versions.find(({ version }) => String(version) === wanted);
    if (!filed) {
      const what = wanted === undefined ? id : `version ${wanted} of ${id}`;
      throw new UsageError(`${what} is not filed in ${flags.store}`);
    }
    // Made from id and number: a ledger that was changed may name any folder.
    const { bag, filed: folder } = bagPlaces(store, id, filed.version);
    refuseAll(await findAbsence(entries, { ...filed, bag }, folder));
    const report = await rebuildCheck(folder);
    const { code } = exitCodes[exits[report.outcome]];
    return { json: { bag, ...report }, text: describe(bag, report), code };
  });
}

/** Why there is nothing to be rendered again. */
async function findAbsence(
  entries: readonly LedgerEntry[],
  { record, version, bag }: Pick<FiledEvent, 'record' | 'version' | 'bag'>,
  folder: string,
): Promise<readonly Refusal[]> {
  if (await isFolder(folder)) return [];
  const gone = entries.find(
    (entry) => entry.event === 'disposed' && entry.record === record && entry.version === version,
  );
  if (gone) return [{ refused: 'already-disposed', why: `${bag} was disposed of at ${gone.at}` }];
  return [{ refused: 'integrity', why: `${bag} is filed, but it is not there` }];
}

function describe(bag: string, { outcome, files, reasons, filedWith, rebuiltWith }: RebuildReport): string {
  const differs =
    outcome === 'other-version'
      ? `differs, made by Tagleaf ${filedWith.tagleaf}, rebuilt by ${rebuiltWith.tagleaf}`
      : 'DIFFERENT';
  const lines = [
    ...files.map((file) =>
      file.identical ? `identical: ${file.path}` : `${differs}: ${file.path}; ${describeWords(file)}`,
    ),
    ...reasons,
    `filed with Tagleaf ${filedWith.tagleaf}, Node ${filedWith.node}, ICU ${filedWith.icu}; rendered again with Tagleaf ${rebuiltWith.tagleaf}, Node ${rebuiltWith.node}, ICU ${rebuiltWith.icu}`,
    `${bag}: ${outcome === 'other-version' ? verdictOf(files) : verdicts[outcome]}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function describeWords({ words, difference }: ComparedFile): string {
  if (words === 'same') return 'its words are the same';
  if (!difference) return 'it is not there, or cannot be read';
  const { after, filed, rebuilt } = difference;
  return `after ${after} ${after === 1 ? 'word' : 'words'} it says “${filed}”, and the one made now “${rebuilt}”`;
}

function verdictOf(files: readonly ComparedFile[]): string {
  const allSay = files.length > 0 && files.every(({ identical, words }) => identical || words === 'same');
  const given = allSay
    ? 'gives the same words in other bytes, which is no sign that a file was changed'
    : 'does not give the filed words';
  return `another version of Tagleaf ${given}; whether a filed file was changed, \`tagleaf records verify\` tells`;
}

const verdicts: Readonly<Record<Exclude<RebuildReport['outcome'], 'other-version'>, string>> = {
  identical: 'the filed source gives the filed bytes',
  different: 'the filed source does NOT give the filed bytes',
  'not-run': 'not rendered again, so nothing is shown',
  undecided: 'not rendered again, so nothing is shown',
};

const exits = {
  identical: 'good',
  different: 'integrity',
  'other-version': 'undecided',
  'not-run': 'good',
  undecided: 'undecided',
} as const satisfies Readonly<Record<RebuildReport['outcome'], ExitName>>;
