import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { vi } from 'vitest';
import { account } from '../../src/cli/answer-records.ts';
import { callCli } from '../cli/call-cli.ts';
import type { CliRun } from '../cli/run-cli.ts';

/** Where and when the commands of a transcript run. */
export interface Replay {
  /** The folder that holds `store/`; commands run in it. A path without symbolic links. */
  readonly cwd: string;
  /** The time of the first command; each later one is a minute later. Within a command the clock stands still. */
  readonly from: string;
  /** The versions that the program finds. */
  readonly node: string;
  readonly icu: string;
  readonly zlib: string;
}

/**
 * Runs the lines of a transcript that begin with `$ tagleaf`, one after the other, and writes the transcript anew: of each
 * command what it printed, its exit code, and what it changed below `store/`. `CWD` stands for the folder, `KEY` for what
 * is made with the secret of the store, which is made by chance.
 */
export async function replayTranscript(transcript: string, replay: Replay): Promise<string> {
  const commands = transcript.split('\n').filter((line) => line.startsWith('$ '));
  const blocks: string[] = [];
  for (const [index, command] of commands.entries()) {
    const before = readStore(replay.cwd);
    const { out, err, code } = await callAt(readWords(command), replay, index);
    blocks.push(
      `${command}\n`,
      lines(out),
      ...(err === '' ? [] : ['--- stderr\n', lines(err)]),
      `--- exit ${code}\n`,
      ...describeChanges(before, readStore(replay.cwd)),
      '\n',
    );
  }
  return blocks.join('').replaceAll(replay.cwd, 'CWD').replace(keyByChance, 'match_hmac KEY');
}

async function callAt(
  words: readonly string[],
  { cwd, from, node, icu, zlib }: Replay,
  minutes: number,
): Promise<CliRun> {
  const versions = Object.getOwnPropertyDescriptor(process, 'versions');
  if (versions === undefined) throw new Error('process.versions is not its own');
  const name = vi.spyOn(account, 'name').mockReturnValue('clerk');
  const zone = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(0);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(from) + minutes * 60_000 });
  Object.defineProperty(process, 'versions', {
    ...versions,
    value: { ...process.versions, node, icu, zlib },
  });
  try {
    return await callCli(words, { cwd });
  } finally {
    Object.defineProperty(process, 'versions', versions);
    vi.useRealTimers();
    name.mockRestore();
    zone.mockRestore();
  }
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

const keyByChance = /match_hmac [0-9a-f]{8}-[0-9a-f]{64}/gu;

const ledger = 'store/ledger.jsonl';
const secret = 'store/waivers.secret';

/** The files below `store/`, the ledger as its text and every other as its SHA-256, by path. */
function readStore(cwd: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(cwd, 'store'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = files.toSorted().map((file): readonly [string, string] => {
    const path = relative(cwd, file).split(sep).join('/');
    const bytes = readFileSync(file);
    if (path === secret) return [path, 'KEY'];
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
