import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { terminalOn } from '../../src/cli/terminal.ts';
import { packCommand } from '../../src/cli/records-pack-command.ts';
import { rebuildCommand } from '../../src/cli/records-rebuild-command.ts';
import { guard } from '../../src/posts/guard.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const { seconds } = guard;

const head = 'title: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\nrecord: { id: a-1 }';

/** Files a post and renders it again; `stopped` says which of the two the clock stops. */
async function run(stopped: readonly boolean[]): Promise<{ codes: number[]; out: string; bags: string[] }> {
  const cwd = await temporaryFolder({
    'a.md': `---\n${head}\n---\n\n${'Words. '.repeat(4000)}\n`,
    'tagleaf.yaml': '{}\n',
  });
  const store = join(cwd, 'store');
  let out = '';
  const terminal = terminalOn({
    out: (text) => void (out += text),
    err: (text) => void (out += text),
    colour: false,
    live: false,
    watched: false,
    columns: () => 80,
  });
  const codes: number[] = [];
  const commands = [
    () => packCommand([join(cwd, 'a.md')], { store, config: join(cwd, 'tagleaf.yaml') }, terminal),
    () => rebuildCommand('a-1', { store }, terminal),
  ];
  for (const [index, isStopped] of stopped.entries()) {
    // No post of this length is read in a millisecond.
    if (isStopped) guard.seconds = 0.001;
    try {
      codes.push((await commands[index]?.()) ?? -1);
    } finally {
      guard.seconds = seconds;
    }
  }
  const bags = (await readdir(store).catch(() => [])).filter((name) => name.startsWith('a-1'));
  return { codes, out: out.replaceAll(cwd, ''), bags };
}

test('what is not decided is not filed', async () => {
  const { codes, out, bags } = await run([true]);
  expect(codes).toEqual([4]);
  expect(out).toContain('Not read within 0.001 seconds: nothing was decided');
  expect(out).toContain('nothing was filed');
  expect(bags).toEqual([]);
});

test('what is filed and then not decided is no different rendering', async () => {
  const { codes, out, bags } = await run([false, true]);
  expect(codes).toEqual([0, 4]);
  expect(out).toContain('Whether the source can be read was not decided in time.');
  expect(bags).toEqual(['a-1_v0001']);
});

test('what is decided is filed, and gives the same bytes', async () => {
  expect((await run([false, false])).codes).toEqual([0, 0]);
});
