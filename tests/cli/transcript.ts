import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { packageVersion } from '../../src/project/package-root.ts';
import { callCli } from './call-cli.ts';
import { cliMain, type CliRun } from './run-cli.ts';

/** What a fenced block of `console` can leave out of what is compared, named after that word: what is another in every run. */
const variable: Readonly<Record<string, (text: string) => string>> = {
  bytes: (text) => text.replaceAll(/\b\d+ bytes/gu, 'N bytes'),
  digests: (text) =>
    text.replaceAll(/\b[0-9a-f]{128}\b/gu, 'SHA512').replaceAll(/\b[0-9a-f]{64}\b/gu, 'SHA256'),
  dates: (text) =>
    text
      .replaceAll(/\(UTC(?:[+-]\d{2}:\d{2})?\)/gu, '(ZONE)')
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:]+Z/gu, 'TIME')
      .replaceAll(new Date().toISOString().slice(0, 10), 'TODAY'),
  version: (text) =>
    text.replaceAll(packageVersion(), 'VERSION').replaceAll(/\b(Node|ICU) [\d.]+/gu, '$1 VERSION'),
};

/** What a run that takes long says of how far it is, as it does on a slow machine. */
const progressLine = /^tagleaf: \d+ of \d+(?:,.*)?\n/gmu;

type Part =
  | { readonly type: 'prose' | 'heading'; readonly text: string }
  | { readonly type: 'file'; readonly text: string; readonly path: string; readonly bytes: Buffer }
  | {
      readonly type: 'console';
      readonly fence: string;
      readonly info: string;
      readonly commands: readonly string[];
    };

/**
 * Plays a transcript again: Markdown in which fenced blocks give files (` ```md posts/a.md `; `base64` for bytes) and commands of a
 * shell (` ```console `) that begin with `$ `, with what they print. Lines on standard error begin with `2> `, and an exit code
 * other than 0 stands last, as `[2]`. Each `##` begins in a folder of its own, which holds what stands before the first of them.
 * Words after `console` name what varies (`bytes`, `digests`, `dates`, `version`); the folder is always `CWD`. A command that is
 * `tagleaf` and plain words runs in this process (`callCli`), any other in a shell, where `tagleaf` is a process of its own.
 *
 * @returns The Markdown with what the commands print now: the same text where nothing has changed.
 * @throws Error where a block is neither, so that none is passed over.
 */
export async function replay(markdown: string): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'transcript-')));
  try {
    const bin = join(root, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'tagleaf'), `#!/bin/sh\nexec '${process.execPath}' '${cliMain}' "$@"\n`);
    chmodSync(join(bin, 'tagleaf'), 0o755);
    const common = join(root, 'common');
    mkdirSync(common);
    let cwd = common;
    let sections = 0;
    let replayed = '';
    for (const part of readParts(markdown)) {
      if (part.type === 'heading') {
        sections += 1;
        cwd = join(root, `section-${sections}`);
        cpSync(common, cwd, { recursive: true, verbatimSymlinks: true });
      }
      if (part.type === 'file') {
        mkdirSync(dirname(join(cwd, part.path)), { recursive: true });
        writeFileSync(join(cwd, part.path), part.bytes);
      }
      replayed += part.type === 'console' ? await replayBlock(part, { cwd, bin }) : part.text;
    }
    return replayed;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function readParts(markdown: string): readonly Part[] {
  const parts: Part[] = [];
  const lines = markdown.split(/(?<=\n)/u);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, fence, info = ''] = /^(`{3,})(.*)\n$/u.exec(line) ?? [];
    if (fence === undefined) {
      parts.push({ type: line.startsWith('## ') ? 'heading' : 'prose', text: line });
      continue;
    }
    const end = lines.indexOf(`${fence}\n`, at + 1);
    if (end === -1) throw new Error(`The block of line ${at + 1} has no end`);
    const body = lines.slice(at + 1, end);
    parts.push(readBlock({ fence, info, body, line: at + 1 }));
    at = end;
  }
  return parts;
}

function readBlock(block: {
  readonly fence: string;
  readonly info: string;
  readonly body: readonly string[];
  readonly line: number;
}): Part {
  const { fence, info, body } = block;
  const [, language = '', rest = ''] = /^(\S*)\s*(.*)$/u.exec(info) ?? [];
  if (language === 'console') {
    const unknown = rest.split(' ').find((word) => word !== '' && variable[word] === undefined);
    if (unknown !== undefined) throw new Error(`Line ${block.line}: “${unknown}” names nothing that varies`);
    const commands = readCommands(body);
    if (commands.length === 0) throw new Error(`The block of line ${block.line} has no command`);
    return { type: 'console', fence, info, commands };
  }
  if (rest === '') throw new Error(`The block of line ${block.line} is neither a file nor commands`);
  const text = body.join('');
  const bytes = Buffer.from(text, language === 'base64' ? 'base64' : 'utf8');
  return { type: 'file', text: `${fence}${info}\n${text}${fence}\n`, path: rest, bytes };
}

/** Commands with the lines that go on with them, which begin with `> `. */
function readCommands(body: readonly string[]): readonly string[] {
  const commands: string[] = [];
  let open = false;
  for (const line of body) {
    if (line.startsWith('$ ')) commands.push(line.slice(2));
    else if (open && line.startsWith('> ')) commands.push(`${commands.pop() ?? ''}${line.slice(2)}`);
    open = line.startsWith('$ ') || (open && line.startsWith('> '));
  }
  return commands;
}

async function replayBlock(
  { fence, info, commands }: Extract<Part, { readonly type: 'console' }>,
  where: { readonly cwd: string; readonly bin: string },
): Promise<string> {
  let text = `${fence}${info}\n`;
  const stable = (printed: string): string =>
    info
      .split(' ')
      .slice(1)
      .reduce((sofar, word) => variable[word]?.(sofar) ?? sofar, printed.replaceAll(where.cwd, 'CWD'));
  for (const command of commands) {
    const words = readPlainWords(command);
    const { code, out, err } = words
      ? await callCli(words, { cwd: where.cwd })
      : await runShell(command, where);
    const lines = [
      ...visibleLines(stable(out)),
      ...visibleLines(stable(err).replaceAll(progressLine, '')).map((line) =>
        line === '' ? '2>' : `2> ${line}`,
      ),
      ...(code === 0 ? [] : [`[${code}]`]),
    ];
    const strange = lines.find((line) => line.startsWith('$ ') || line.startsWith(fence));
    if (strange !== undefined) throw new Error(`A transcript cannot hold the line ${strange}`);
    text += `$ ${command.replaceAll(/\n(?!$)/gu, '\n> ')}${lines.map((line) => `${line}\n`).join('')}`;
  }
  return `${text}${fence}\n`;
}

/** The lines of an output, in which nothing is hidden that a reader of the transcript could not see. */
function visibleLines(text: string): readonly string[] {
  if (text === '') return [];
  const visible = text.replaceAll('\r', '␍').replaceAll(/[^\n\P{Cc}]|[\u00A0\uFEFF]/gu, codePoint);
  const lines = visible.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : [...lines, '(no newline at the end)'];
}

function codePoint(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The arguments of a command that is `tagleaf` and words of which a shell makes nothing else; none of any other. */
function readPlainWords(command: string): readonly string[] | undefined {
  if (!/^tagleaf(?: (?:[\w./,:=-]+|'[^']*'))*\n?$/u.test(command)) return undefined;
  const [, ...words] = command.match(/'[^']*'|[^\s']+/gu) ?? [];
  return words.map((word) => word.replaceAll("'", ''));
}

function runShell(
  command: string,
  { cwd, bin }: { readonly cwd: string; readonly bin: string },
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const path = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter);
    const child = spawn('sh', ['-c', command], {
      cwd,
      env: { PATH: path, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
