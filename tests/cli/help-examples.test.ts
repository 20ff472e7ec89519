import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { helpExamples } from '../../src/cli/help-examples.ts';
import { createProgram } from '../../src/cli/run-program.ts';
import { terminalOn } from '../../src/cli/terminal.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { isLong } from '../how-long.ts';
import { callCli } from './call-cli.ts';

/** The arguments of an example: words, and quoted ones. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/"[^"]*"|[^\s"]+/gu) ?? [];
  return words.slice(1).map((word) => word.replaceAll('"', ''));
}

/** A program and all that it prints. */
function program(): { readonly root: Command; readonly printed: () => string } {
  let text = '';
  const print = (more: string): void => void (text += more);
  const terminal = terminalOn({
    out: print,
    err: print,
    colour: false,
    live: false,
    watched: false,
    columns: () => 80,
  });
  return { root: createProgram(terminal, () => undefined), printed: () => text };
}

function commandsBelow(command: Command, above = ''): readonly (readonly [string, Command])[] {
  const name = `${above}${command.name()}`;
  return [[name, command], ...command.commands.flatMap((child) => commandsBelow(child, `${name} `))];
}

test('the help of every command ends with examples, each of itself or of one below it', () => {
  const { root, printed } = program();
  const commands = commandsBelow(root);
  expect(Object.keys(helpExamples).toSorted()).toEqual(commands.map(([name]) => name).toSorted());
  for (const [name, command] of commands) {
    const before = printed().length;
    command.outputHelp();
    const examples = helpExamples[name] ?? [];
    const shown = examples.map(({ line, does }) => `  ${line}\n      ${does}\n`).join('');
    expect(printed().slice(before).endsWith(`\n\nExamples:\n${shown}`), name).toBe(true);
    expect(examples.filter(({ line }) => !`${line} `.startsWith(`${name} `))).toEqual([]);
  }
});

const facts = (id: string, more: string): string => `title: ${id}
lang: en-US
released: 2010-12-02
agency: The Agency
source: { url: 'https://agency.gov/${id}' }
record: { id: ${id}, series: ${id} }
${more}`;

const schedule =
  'retention: { disposition: temporary, authority: DAA-1, period: P3Y, cutoff: { from: released, at: day } }\n';

const files: Readonly<Record<string, string>> = {
  'tagleaf.yaml': `lang: en-US
agency: The Agency
collections:
  handbook: { title: Handbook, posts: chapters, record: { id: handbook, series: books } }
`,
  'posts/minutes.md': `---\n${facts('minutes', '')}---\n\nWords.\n`,
  'posts/report.md': `---\n${facts('report', schedule)}---\n\nWords.\n`,
  'chapters/one.md': `---\n${facts('one', '')}---\n\nWords.\n`,
  'archive/a.txt': 'A title\nRelease Date: 08/07/2024\n\nWords of the page.\n',
  'receipt.txt': 'Received.\n',
  'approval.yaml':
    'approver: R. Officer\nauthority: DAA-0000-2024-0001\ndate: 2020-01-01\nrecords: [minutes]\n',
};

/** The command that the words call, with its options as it takes them; nothing is run. */
async function parseLine(line: string): Promise<string> {
  const { root, printed } = program();
  let called = '';
  for (const [name, command] of commandsBelow(root)) {
    if (command.commands.length > 0) continue;
    command.action(() => void (called = name));
  }
  await root.parseAsync(wordsOf(line), { from: 'user' }).catch(() => undefined);
  return `${called}${printed()}`;
}

describe('the examples', () => {
  const lines = Object.values(helpExamples).flatMap((examples) => examples.map(({ line }) => line));

  test.each(lines)('%s is one of its command', async (line) => {
    const called = await parseLine(line);
    expect(called).not.toBe('');
    expect(`${line} `.startsWith(`${called} `)).toBe(true);
  });

  test('a wrong option, and one that is missing, are seen', async () => {
    expect(await parseLine('tagleaf build --pag a4')).toBe(
      "error: unknown option '--pag'\n(Did you mean --page?)\n",
    );
    expect(await parseLine('tagleaf records list')).toBe(
      "error: required option '--store <dir>' not specified\n",
    );
  });

  // A queue needs a server (tests/queue), and what goes on until somebody ends it has a test of its own. A minute of filing and
  // rendering is for the long form.
  const here = lines.filter((line) => !line.includes('--queue') && !line.startsWith('tagleaf watch '));
  const run = isLong ? here : here.filter((line) => !/ (?:records|build) /u.test(`${line} `));

  test('can be run one after the other', async () => {
    const cwd = await temporaryFolder(files);
    const bare = await temporaryFolder({
      'site/posts/a.md': '---\ntitle: T\nlang: en\n---\n\nWords.\n',
      'posts/a.md': '---\ntitle: T\nlang: en\n---\n\nWords.\n',
    });
    const failed: string[] = [];
    for (const line of new Set(run)) {
      const { code, out, err } = await callCli(wordsOf(line), {
        cwd: line.startsWith('tagleaf init') ? bare : cwd,
      });
      if (code !== 0) failed.push(`${line}: ${code} ${out}${err}`);
      const [, form] = /^(plan_sha256: .*)$/msu.exec(out) ?? [];
      if (form !== undefined) {
        const filled = form
          .replace('approver: ', 'approver: R. Officer')
          .replace('date: ', `date: ${new Date().toISOString().slice(0, 10)}`);
        writeFileSync(join(cwd, 'disposal.yaml'), filled);
      }
    }
    expect(failed).toEqual([]);
  });

  test('one that names no file that is there, or an option that is not, fails', async () => {
    const cwd = await temporaryFolder(files);
    mkdirSync(join(cwd, 'empty'));
    expect((await callCli(wordsOf('tagleaf build nowhere --out public'), { cwd })).code).toBe(2);
    expect((await callCli(wordsOf('tagleaf records list --stor "a b"'), { cwd })).code).toBe(2);
  });
});
