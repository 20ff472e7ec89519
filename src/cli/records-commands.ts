import { Command } from 'commander';
import type { Finish } from './post-commands.ts';
import type { DisposeExecuteFlags, DisposePlanFlags } from './records-dispose-command.ts';
import type { ClockFlags } from './records-clock-command.ts';
import type { EventFlags } from './records-event-command.ts';
import type { HoldAddFlags, HoldPlaceFlags, HoldReleaseFlags } from './records-hold-command.ts';
import type { DueFlags, ListFlags } from './records-list-command.ts';
import type { PackFlags } from './records-pack-command.ts';
import type { ScheduleFlags } from './records-schedule-command.ts';
import type { RebuildFlags } from './records-rebuild-command.ts';
import type { TransferFlags } from './records-transfer-command.ts';
import type { VerifyFlags } from './records-verify-command.ts';
import type { Terminal } from './terminal.ts';
import { themeHelp } from './theme-help.ts';

/** Adds `tagleaf records` and its commands; each loads its code when it is run. */
export function addRecordsCommands(program: Command, to: Terminal, finish: Finish): void {
  const records = program
    .command('records')
    .description('file posts as records, verify them, and dispose of them when their time is over');
  addPack(records, to, finish);
  addVerify(records, to, finish);
  addLists(records, to, finish);
  addSchedule(records, to, finish);
  addEvent(records, to, finish);
  addHold(records, to, finish);
  addDispose(records, to, finish);
  addTransfer(records, to, finish);
  addClock(records, to, finish);
  addRebuildCheck(records, to, finish);
}

const whoDoesIt = 'who does it (default: the account of the machine, marked as such)';

/** A command on a store. */
function onStore(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .requiredOption('--store <dir>', 'folder of the bags and their ledger')
    .option('--json', 'print the result as JSON');
}

function addPack(records: Command, to: Terminal, finish: Finish): void {
  onStore(records, 'pack', 'file posts or a collection, each as a bag of its own')
    .argument('[posts...]', 'Markdown files and folders')
    .option('--collection <id>', 'file this collection of the configuration instead of posts')
    .option('--reports <dir>', "judges' reports on the renderings; without it they count as not run")
    .option('--supersedes <id>', 'the record of which this is another version')
    .option('--by <name>', 'who files it; else the ledger names the account of the machine')
    .option('--require-capture', 'refuse posts without the page that they were made from')
    .option('--drafts', 'file drafts too')
    .option('--allow-plugins', 'run plugins and templates that are files of the project')
    .option('--render-to <dir>', 'write the renderings there and file nothing, to have them judged first')
    .option('--page <size>', 'letter or a4')
    .option('--theme <name>', themeHelp)
    .option('--config <file>', 'configuration file (default: tagleaf.yaml, where there is one)')
    .action(async (posts: string[], flags: PackFlags) => {
      const { packCommand } = await import('./records-pack-command.ts');
      finish(await packCommand(posts, flags, to));
    });
}

function addVerify(records: Command, to: Terminal, finish: Finish): void {
  records
    .command('verify')
    .description(
      'verify one bag, which writes nothing, or with --all a store, which enters the audit in its ledger',
    )
    .argument('[bag]', 'the folder of a bag')
    .option('--all', 'verify every record of the store, its ledger and its folders')
    .option('--store <dir>', 'folder of the bags and their ledger; of a bag, the folder around it')
    .option('--older-than <days>', 'with --all: read only bags not found good for so long, for instance 90d')
    .option('--expect-head <hash>', 'a head of the ledger that was kept outside the store')
    .option('--by <name>', whoDoesIt)
    .option('--json', 'print the result as JSON')
    .action(async (bag: string | undefined, flags: VerifyFlags) => {
      const { verifyCommand } = await import('./records-verify-command.ts');
      finish(await verifyCommand(bag, flags, to));
    });
}

function addLists(records: Command, to: Terminal, finish: Finish): void {
  onStore(records, 'list', 'list the records and the open holds').action(async (flags: ListFlags) => {
    const { listCommand } = await import('./records-list-command.ts');
    finish(await listCommand(flags, to));
  });
  onStore(records, 'show', 'show what the store knows of a record')
    .argument('<id>', 'the record')
    .action(async (id: string, flags: ListFlags) => {
      const { showCommand } = await import('./records-list-command.ts');
      finish(await showCommand(id, flags, to));
    });
  onStore(records, 'due', 'report which records may go, which may not, and how that is reckoned')
    .option('--on <date>', 'the day, YYYY-MM-DD (default: today)')
    .option('--calendar <file>', 'write what is to be done when, also on days to come, as iCalendar')
    .action(async (flags: DueFlags) => {
      const { dueCommand } = await import('./records-list-command.ts');
      finish(await dueCommand(flags, to));
    });
}

function addSchedule(records: Command, to: Terminal, finish: Finish): void {
  onStore(records, 'schedule', 'give a filed record another schedule; its bag stays as it is')
    .argument('[id]', 'the record')
    .option(
      '--import <file>',
      'CSV instead of a record: record, disposition, authority, period, cutoff and others',
    )
    .option('--authority <text>', 'the disposition authority, exactly as on the SF 115 or SF 258')
    .requiredOption('--approval <file>', 'YAML or JSON: approver, authority, date, records')
    .option('--disposition <name>', 'temporary, permanent or unscheduled')
    .option('--period <duration>', 'ISO 8601, for instance P7Y')
    .option(
      '--cutoff <from:at>',
      'released, updated, filed, superseded or event=NAME; then day, month, calendar-year or fiscal-year',
    )
    .option('--fiscal-year-start <MM-DD>', 'the first day of the fiscal year (default: 10-01)')
    .option('--schedule-item <text>', "the agency's own item")
    .option('--by <name>', whoDoesIt)
    .action(async (id: string | undefined, flags: ScheduleFlags) => {
      const { scheduleCommand } = await import('./records-schedule-command.ts');
      finish(await scheduleCommand(id, flags, to));
    });
}

function addEvent(records: Command, to: Terminal, finish: Finish): void {
  onStore(records, 'event', 'enter that something happened from which cutoffs begin')
    .argument('<ids...>', 'the records')
    .requiredOption('--name <event>', 'as cutoffs name it, for instance case-closed; or superseded')
    .option('--on <date>', 'when it happened, YYYY-MM-DD; the last that was entered counts')
    .option('--withdraw', 'it did not happen after all')
    .option('--reason <text>', 'why it is withdrawn')
    .option('--by <name>', whoDoesIt)
    .action(async (ids: string[], flags: EventFlags) => {
      const { eventCommand } = await import('./records-event-command.ts');
      finish(await eventCommand(ids, flags, to));
    });
}

function addHold(records: Command, to: Terminal, finish: Finish): void {
  const hold = records.command('hold').description('keep records, whatever their schedule says');
  onStore(hold, 'place', 'place a hold on records')
    .argument('[ids...]', 'the records')
    .option('--series <name>', 'every record filed in this series, so far and until the release')
    .requiredOption('--matter <text>', 'the case or inquiry')
    .requiredOption('--authority <text>', 'on whose authority')
    .requiredOption('--by <name>', 'who places it')
    .option('--id <name>', 'a name for the hold (default: its line in the ledger)')
    .action(async (ids: string[], flags: HoldPlaceFlags) => {
      const { holdPlaceCommand } = await import('./records-hold-command.ts');
      finish(await holdPlaceCommand(ids, flags, to));
    });
  onStore(hold, 'add', 'put more records under a hold that is open')
    .argument('<hold>', 'the hold')
    .argument('<ids...>', 'the records')
    .requiredOption('--by <name>', 'who adds them')
    .action(async (id: string, ids: string[], flags: HoldAddFlags) => {
      const { holdAddCommand } = await import('./records-hold-command.ts');
      finish(await holdAddCommand(id, ids, flags, to));
    });
  onStore(hold, 'remove', 'take records out of a hold, which stays open for the others')
    .argument('<hold>', 'the hold')
    .argument('<ids...>', 'the records')
    .requiredOption('--by <name>', 'who takes them out')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, ids: string[], flags: HoldReleaseFlags) => {
      const { holdRemoveCommand } = await import('./records-hold-command.ts');
      finish(await holdRemoveCommand(id, ids, flags, to));
    });
  onStore(hold, 'release', 'release a hold; nothing is deleted by it')
    .argument('<hold>', 'the hold')
    .requiredOption('--by <name>', 'who releases it')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, flags: HoldReleaseFlags) => {
      const { holdReleaseCommand } = await import('./records-hold-command.ts');
      finish(await holdReleaseCommand(id, flags, to));
    });
}

function addDispose(records: Command, to: Terminal, finish: Finish): void {
  const dispose = records.command('dispose').description('delete records whose time is over, in two steps');
  onStore(dispose, 'plan', 'write down what may go today, for a person to approve; nothing is deleted')
    .argument('[ids...]', 'the records (default: all that may go)')
    .action(async (ids: string[], flags: DisposePlanFlags) => {
      const { disposePlanCommand } = await import('./records-dispose-command.ts');
      finish(await disposePlanCommand(ids, flags, to));
    });
  onStore(dispose, 'execute', 'delete the records of an approved plan; their tombstones stay')
    .option('--approval <file>', 'YAML or JSON: plan_sha256, approver, authority, date, records')
    .option('--resume', 'finish what was begun before')
    .option('--by <name>', whoDoesIt)
    .action(async (flags: DisposeExecuteFlags) => {
      const { disposeExecuteCommand } = await import('./records-dispose-command.ts');
      finish(await disposeExecuteCommand(flags, to));
    });
}

function addTransfer(records: Command, to: Terminal, finish: Finish): void {
  onStore(
    records,
    'transfer',
    'hand permanent records to the archives, and enter their receipt; nothing is deleted',
  )
    .argument('[ids...]', 'the records')
    .option('--package <dir>', 'make a package there: bags, list, manifest and the form of a receipt')
    .option('--series <name>', 'with --package: the permanent records of a series')
    .option('--due', 'with --package: all whose day of transfer has come')
    .option('--to <name>', 'who receives it')
    .option(
      '--receipt <file>',
      'the form of a package filled in; with a record and --to, the receipt of a copy',
    )
    .option('--keep-reference', 'the copies that stay are kept for reference')
    .option('--end-reference', 'they are kept no longer')
    .option('--reason <text>', 'why they are kept, or no longer')
    .option('--by <name>', whoDoesIt)
    .action(async (ids: string[], flags: TransferFlags) => {
      const { transferCommand } = await import('./records-transfer-command.ts');
      finish(await transferCommand(ids, flags, to));
    });
}

function addClock(records: Command, to: Terminal, finish: Finish): void {
  onStore(records, 'clock-correction', 'enter that the clock was wrong before, so that the store can go on')
    .requiredOption('--by <name>', 'who says so')
    .requiredOption('--reason <text>', 'what was wrong')
    .action(async (flags: ClockFlags) => {
      const { clockCommand } = await import('./records-clock-command.ts');
      finish(await clockCommand(flags, to));
    });
}

function addRebuildCheck(records: Command, to: Terminal, finish: Finish): void {
  onStore(records, 'rebuild-check', 'render the filed source of a record again and compare the bytes')
    .argument('<id>', 'the record')
    .option('--record-version <n>', 'which version (default: the last)')
    .action(async (id: string, flags: RebuildFlags) => {
      const { rebuildCommand } = await import('./records-rebuild-command.ts');
      finish(await rebuildCommand(id, flags, to));
    });
}
