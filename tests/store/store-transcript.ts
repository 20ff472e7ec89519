import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCli } from '../cli/run-cli.ts';

/** Where and when the commands of a transcript run. */
export interface Replay {
  /** The folder that holds `store/`; commands run in it. A path without symbolic links. */
  readonly cwd: string;
  /** A module that Node loads before the program: it fixes clock and versions to `FIXED_NOW`, `FIXED_NODE`, `FIXED_ICU`. */
  readonly preload: string;
  /** The time of the first command; each later one is a minute later. */
  readonly from: string;
  readonly node: string;
  readonly icu: string;
}

/**
 * Runs the lines of a transcript that begin with `$ tagleaf`, one after the other, and writes the transcript anew: of each
 * command what it printed, its exit code, and what it changed below `store/`. `CWD` stands for the folder.
 */
export async function replayTranscript(transcript: string, replay: Replay): Promise<string> {
  const commands = transcript.split('\n').filter((line) => line.startsWith('$ '));
  const blocks: string[] = [];
  for (const [index, command] of commands.entries()) {
    const before = readStore(replay.cwd);
    const { out, err, code } = await runCli(readWords(command), {
      cwd: replay.cwd,
      env: environment(replay, index),
    });
    blocks.push(
      `${command}\n`,
      lines(out),
      ...(err === '' ? [] : ['--- stderr\n', lines(err)]),
      `--- exit ${code}\n`,
      ...describeChanges(before, readStore(replay.cwd)),
      '\n',
    );
  }
  return blocks.join('').replaceAll(replay.cwd, 'CWD');
}

function environment({ preload, from, node, icu }: Replay, index: number): Readonly<Record<string, string>> {
  const now = new Date(Date.parse(from) + index * 60_000).toISOString();
  const options = `--import ${pathToFileURL(preload).href}`;
  return { NODE_OPTIONS: options, FIXED_NOW: now, FIXED_NODE: node, FIXED_ICU: icu };
}

/** `$ tagleaf a 'b c'` as `a`, `b c`. */
function readWords(command: string): readonly string[] {
  const [prompt, program, ...words] = [...command.matchAll(/'([^']*)'|\S+/gu)].map(
    ([word, quoted]) => quoted ?? word,
  );
  if (prompt !== '$' || program !== 'tagleaf') throw new Error(`not a command of ours: ${command}`);
  return words;
}

/** Text that a line can follow, told from one that ended its last line. */
function lines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n--- no line end\n`;
}

const ledger = 'store/ledger.jsonl';

/** The files below `store/`, the ledger as its text and every other as its SHA-256, by path. */
function readStore(cwd: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(cwd, 'store'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = files.toSorted().map((file): readonly [string, string] => {
    const path = relative(cwd, file).split(sep).join('/');
    const bytes = readFileSync(file);
    return [path, path === ledger ? bytes.toString() : createHash('sha256').update(bytes).digest('hex')];
  });
  return new Map(texts);
}

function describeChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was === is) return [];
    if (is === undefined) return [`--- removed ${path}\n`];
    if (path === ledger && was !== undefined && is.startsWith(was))
      return [`--- entered in the ledger\n${lines(is.slice(was.length))}`];
    return [`--- ${was === undefined ? 'added' : 'changed'} ${path} ${is}\n`];
  });
}
