import type { Command } from 'commander';

/** A command line that works where its files are there, and what it does. */
interface Example {
  readonly line: string;
  readonly does: string;
}

/** By the words of the command. Those of records tell one story: they can be run from the first to the last. */
export const helpExamples: Readonly<Record<string, readonly Example[]>> = {
  tagleaf: [
    { line: 'tagleaf init', does: 'write a tagleaf.yaml for what the working folder holds' },
    { line: 'tagleaf build posts --out public', does: 'a PDF and an EPUB of each post' },
    { line: 'tagleaf check posts', does: 'say what is to be mended, and write nothing' },
  ],
  'tagleaf build': [
    { line: 'tagleaf build', does: 'all that the configuration names, else posts/' },
    {
      line: 'tagleaf build posts/minutes.md --format pdf --page a4 --out public',
      does: 'one post as a PDF on A4',
    },
    {
      line: 'tagleaf build --collection handbook --verify',
      does: 'one book of the configuration, its words read back and compared',
    },
  ],
  'tagleaf watch': [
    { line: 'tagleaf watch posts --out public', does: 'build the posts, and again each that is saved' },
  ],
  'tagleaf check': [
    { line: 'tagleaf check', does: 'all that the configuration names, else posts/' },
    { line: 'tagleaf check posts/minutes.md --fix', does: 'one post, and cure in it what has a sure cure' },
    { line: 'tagleaf check posts --format sarif', does: 'the findings for a code host' },
  ],
  'tagleaf init': [
    { line: 'tagleaf init', does: 'look at the working folder' },
    { line: 'tagleaf init site', does: 'look at the folder site' },
  ],
  'tagleaf intake': [
    {
      line: 'tagleaf intake archive --date-order mdy --dry-run',
      does: 'say what would become of each file; 08/07/2024 is a day in August',
    },
    {
      line: 'tagleaf intake archive --out taken --lang en-US --date-order mdy',
      does: 'write posts of them',
    },
  ],
  'tagleaf explain': [
    { line: 'tagleaf explain', does: 'list the rules' },
    { line: 'tagleaf explain img-alt-missing', does: 'what one means, and what cures it' },
  ],
  'tagleaf cache': [
    { line: 'tagleaf cache stats', does: 'how much is kept for later builds' },
    { line: 'tagleaf cache clear', does: 'remove it' },
  ],
  'tagleaf cache stats': [{ line: 'tagleaf cache stats', does: 'how much is kept for later builds' }],
  'tagleaf cache clear': [{ line: 'tagleaf cache clear', does: 'remove what is kept' }],
  'tagleaf worker': [
    {
      line: 'tagleaf worker --queue redis://localhost:6379 --store-url file:///srv/tagleaf --concurrency 2',
      does: 'make what builds with the same --queue and --store-url send, two at a time',
    },
  ],
  'tagleaf records': [
    { line: 'tagleaf records pack posts --store store --by "J. Doe"', does: 'file each post' },
    { line: 'tagleaf records verify --all --store store', does: 'read all of the store again' },
  ],
  'tagleaf records pack': [
    {
      line: 'tagleaf records pack posts/minutes.md --store store --render-to renderings',
      does: 'only render, to have the files judged first',
    },
    { line: 'tagleaf records pack posts --store store --by "J. Doe"', does: 'file each post' },
    { line: 'tagleaf records pack --collection handbook --store store', does: 'file a book' },
  ],
  'tagleaf records verify': [
    { line: 'tagleaf records verify store/minutes_v0001', does: 'one bag; nothing is written' },
    {
      line: 'tagleaf records verify --all --store store --older-than 90d',
      does: 'the bags that were not found good for ninety days',
    },
  ],
  'tagleaf records list': [{ line: 'tagleaf records list --store store', does: 'the records and the holds' }],
  'tagleaf records show': [{ line: 'tagleaf records show minutes --store store', does: 'one record' }],
  'tagleaf records due': [
    { line: 'tagleaf records due --store store --on 2031-10-01', does: 'what may go on that day' },
  ],
  'tagleaf records schedule': [
    {
      line: 'tagleaf records schedule minutes --store store --authority DAA-0000-2024-0001 --approval approval.yaml --disposition permanent',
      does: 'keep it for ever, as was approved',
    },
  ],
  'tagleaf records hold': [
    {
      line: 'tagleaf records hold place report --store store --matter "Doe v. Agency" --authority "General Counsel" --by "J. Doe" --id doe',
      does: 'keep a record for a lawsuit',
    },
    {
      line: 'tagleaf records hold release doe --store store --by "J. Doe" --reason "The case is closed"',
      does: 'let go of what was held for it',
    },
  ],
  'tagleaf records hold place': [
    {
      line: 'tagleaf records hold place --series minutes --store store --matter "Doe v. Agency" --authority "General Counsel" --by "J. Doe" --id roe',
      does: 'hold every record of a series',
    },
  ],
  'tagleaf records hold add': [
    {
      line: 'tagleaf records hold add roe report --store store --by "J. Doe"',
      does: 'put one more record under an open hold',
    },
  ],
  'tagleaf records hold remove': [
    {
      line: 'tagleaf records hold remove roe report --store store --by "J. Doe" --reason "Of another matter"',
      does: 'take it out again; the hold stays open for the others',
    },
  ],
  'tagleaf records hold release': [
    {
      line: 'tagleaf records hold release roe --store store --by "J. Doe" --reason "The case is closed"',
      does: 'end the hold; nothing is deleted',
    },
  ],
  'tagleaf records event': [
    {
      line: 'tagleaf records event minutes --name case-closed --on 2024-05-01 --store store --by "J. Doe"',
      does: 'cutoffs of this event begin on that day',
    },
  ],
  'tagleaf records transfer': [
    {
      line: 'tagleaf records transfer minutes --store store --package handover --to "The Archives" --by "J. Doe"',
      does: 'make the package that the archives take over, with a form for their receipt',
    },
    {
      line: 'tagleaf records transfer minutes --store store --receipt receipt.txt --to "The Archives"',
      does: 'enter that a copy was handed over',
    },
  ],
  'tagleaf records rebuild-check': [
    {
      line: 'tagleaf records rebuild-check minutes --store store',
      does: 'render what was filed once more, and compare',
    },
  ],
  'tagleaf records dispose': [
    { line: 'tagleaf records dispose plan --store store', does: 'first write down what may go' },
  ],
  'tagleaf records dispose plan': [
    { line: 'tagleaf records dispose plan report --store store', does: 'a plan for one record' },
  ],
  'tagleaf records dispose execute': [
    {
      line: 'tagleaf records dispose execute --store store --approval disposal.yaml',
      does: 'delete what a person approved',
    },
    { line: 'tagleaf records dispose execute --store store --resume', does: 'finish what was cut off' },
  ],
  'tagleaf records clock-correction': [
    {
      line: 'tagleaf records clock-correction --store store --by "J. Doe" --reason "The clock was a year ahead"',
      does: 'go on in a store whose ledger has days to come',
    },
  ],
};

/** Ends the help of a command, and of all below it, with its examples. */
export function addExamples(command: Command, above = ''): void {
  const name = `${above}${command.name()}`;
  const lines = (helpExamples[name] ?? []).map(({ line, does }) => `  ${line}\n      ${does}\n`);
  command.addHelpText('after', `\nExamples:\n${lines.join('').trimEnd()}`);
  for (const child of command.commands) addExamples(child, `${name} `);
}
