import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { terminalOn } from '../src/cli/terminal.ts';
import { progressSchema } from '../src/cli/progress-schema.ts';
import { addRecordsCommands } from '../src/cli/records-commands.ts';
import { factKeys } from '../src/ledger/facts/fact-schema.ts';
import { configSchema } from '../src/project/config-schema.ts';
import { keysAt } from '../src/yaml/check-value.ts';
import { defaultLimits, defaultWorkers } from '../src/project/settings.ts';
import { tableRows } from './ledgers/read-ledger.ts';
import { objectKeys } from './ledgers/read-names.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');

/** A chapter, from its heading to the next. */
function chapter(title: string, markdown = readme): string {
  const chapters = markdown.split(/^(?=## )/mu);
  const found = chapters.filter((text) => text.startsWith(`## ${title}\n`));
  if (found.length !== 1) throw new Error(`${found.length} chapters are called ${title}`);
  return found[0] ?? '';
}

/** The rows of the table whose head begins with these words. */
function table(markdown: string, head: string): readonly (readonly string[])[] {
  const [, rows = ''] = markdown.split(`\n| ${head} |`);
  const [own = ''] = rows.split(/\n(?!\|)/u);
  return tableRows(own);
}

/** What stands in backticks, word by word. */
function words(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].flatMap(([, code = '']) => code.split(/[\s,:]+/u));
}

/** The long flags in what `tagleaf COMMAND --help` prints; a transcript holds that against the program. */
function flagsOf(command: string, help: string): readonly string[] {
  const [, printed = ''] = help.split(`$ tagleaf ${command} --help\n`);
  const [own = ''] = printed.split(/^(?:\$ |`)/mu);
  return [...own.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gmu)].map(([, flag = '']) => flag).filter(isToldOnce);
}

/** `--help` and `--version` are everywhere. */
function isToldOnce(flag: string): boolean {
  return flag !== '--help' && flag !== '--version';
}

/** Every command below `tagleaf records`, by its words, with its flags. */
function recordsCommands(): readonly { readonly name: string; readonly flags: readonly string[] }[] {
  const program = new Command();
  const terminal = terminalOn({
    out: () => {},
    err: () => {},
    live: false,
    watched: false,
    colour: false,
    columns: () => 80,
  });
  addRecordsCommands(program, terminal, () => {});
  const leaves = (command: Command, above: string): readonly { name: string; flags: readonly string[] }[] =>
    command.commands.flatMap((child) => {
      const name = `${above}${child.name()}`;
      if (child.commands.length > 0) return leaves(child, `${name} `);
      return [{ name, flags: child.options.map(({ long }) => long ?? '').filter(isToldOnce) }];
    });
  return leaves(program, '');
}

describe('README names', () => {
  test.each([
    ['build', 'Command line', 'option'],
    ['intake', 'Archived pages', 'option'],
  ])('every option of `tagleaf %s`, and no other', (command, title, head) => {
    const named = table(chapter(title), head).flatMap(([option = '']) =>
      words(option).filter((word) => word.startsWith('--')),
    );
    expect(named.toSorted()).toEqual(flagsOf(command, read('tests/cli/help.md')).toSorted());
  });

  test('every option of `tagleaf watch` as one of `tagleaf build`, but those for which a save is no cause', () => {
    const help = read('tests/cli/help.md');
    const alone = new Set(['--check-links', '--profile-stages', '--queue', '--store-url', '--queue-wait']);
    const others = flagsOf('build', help).filter((flag) => !alone.has(flag));
    expect(flagsOf('watch', help).toSorted()).toEqual(others.toSorted());
    expect(chapter('Watching')).toContain(
      'the options of `build` but `--check-links`, `--profile-stages` and those of a queue',
    );
  });

  test('every option of `tagleaf check`, and no other', () => {
    const [usage = ''] = /^tagleaf check .*$/mu.exec(chapter('Command line')) ?? [];
    const named = [...usage.matchAll(/--[\w-]+/gu)].map(([flag]) => flag);
    expect(named.toSorted()).toEqual(flagsOf('check', read('tests/cli/help.md')).toSorted());
  });

  test('every command on records with its options, and no other', () => {
    const records = chapter('Records');
    const commands = recordsCommands();
    const flags = new Set(commands.flatMap((command) => command.flags));
    const rows = table(records, 'command').map((cells) => cells.join(' '));
    const rest = records.split('\n').filter((line) => !line.startsWith('|'));
    const missing = commands.flatMap(({ name, flags: own }) => {
      const row = rows.find((text) =>
        new RegExp(`\`(?:records )?${name.replace(/^records /u, '')}\\b`, 'u').test(text),
      );
      if (row === undefined) return [name];
      const told = `${row} ${rest.join(' ')}`;
      return own
        .filter((flag) => !new RegExp(`${flag}(?![\\w-])`, 'u').test(told))
        .map((flag) => `${name} ${flag}`);
    });
    expect(missing).toEqual([]);
    const named = [...records.matchAll(/--[a-z][\w-]*/gu)].map(([flag]) => flag);
    expect(named.filter((flag) => !flags.has(flag))).toEqual([]);
  });

  test('every key of the configuration, and no other', () => {
    const [sample] = [...chapter('Command line').matchAll(/```yaml\n(.*?)```/gsu)].map(
      ([, text = '']) => text,
    );
    const keys = [...Object.keys(parse(sample ?? '')), 'collections'];
    expect(keys.toSorted()).toEqual(keysAt(configSchema, []).toSorted());
  });

  test('every limit with its default, and no other', () => {
    const rows = table(chapter('Command line'), 'key of `limits`').flatMap(([keys = '', , defaults = '']) => {
      const values = defaults.split('; ').map((value) => Number(value.replaceAll(',', '')));
      return words(keys).map((key, index) => [key, values[index]] as const);
    });
    const { seconds: makeSeconds, megabytes: makeMegabytes } = defaultWorkers;
    expect(Object.fromEntries(rows)).toEqual({ ...defaultLimits, makeSeconds, makeMegabytes });
    expect(rows.map(([key]) => key).toSorted()).toEqual(keysAt(configSchema, ['limits']).toSorted());
  });

  test('every event of a run with its keys, and no other', () => {
    const rows = table(chapter('What a run shows'), 'event').map(([event = '', keys = '']) => [
      words(event)[0] ?? '',
      words(keys).toSorted(),
    ]);
    const events = progressSchema.options.map(({ entries }) => [
      entries.type.literal,
      Object.keys(entries)
        .filter((key) => key !== 'type')
        .toSorted(),
    ]);
    expect(rows).toEqual(events);
  });

  test('every key of a collection, and no other', () => {
    const named = table(chapter('Collections'), 'key').flatMap(([keys = '']) => words(keys));
    expect(named.toSorted()).toEqual(keysAt(configSchema, ['collections', 'NAME']).toSorted());
    for (const key of ['series', 'cover']) {
      const row = table(chapter('Collections'), 'key').find(([keys]) => keys === `\`${key}\``) ?? [];
      expect(words(row.join(' '))).toEqual(
        expect.arrayContaining([...keysAt(configSchema, ['collections', 'NAME', key])]),
      );
    }
  });

  test('every key of front matter, and no other', () => {
    const named = table(chapter('Front matter'), 'key').flatMap(([keys = '']) => words(keys));
    const path = 'src/posts/source/front-matter-schema.ts';
    expect(named.toSorted()).toEqual(objectKeys(path, read(path), 'frontMatterSchema').toSorted());
  });

  test('every fact that a record is filed with, and no other', () => {
    const rows = table(chapter('Records'), 'key').map(
      ([key = '', told = '']) => [words(key)[0] ?? '', told] as const,
    );
    expect(rows.map(([key]) => key).toSorted()).toEqual((factKeys[''] ?? []).toSorted());
    const missing = rows.flatMap(([key, told]) =>
      [...(factKeys[key] ?? []), ...(factKeys[`${key}.cutoff`] ?? [])]
        .filter((name) => !words(told).includes(name))
        .map((name) => `${key}.${name}`),
    );
    expect(missing).toEqual([]);
  });
});

const root = join(import.meta.dirname, '..');
const inRepository = /^(?:src|tests|templates|scripts|posts|\.ci|\.github)\/[\w./*-]+$/u;
/** What stands for a name of the reader's own, and what is there only after a run. */
const notKept = /(?:^|\/)(?:ROOM|ID|NAME|xx|\.cache)\b/u;

/** Files, scripts and links of a guide that are not there. */
function findLost(guide: string, folder: string): readonly string[] {
  const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;
  const codes = [...guide.matchAll(/`([^`\n]+)`/gu)].map(([, code = '']) => code);
  const paths = codes
    .flatMap((code) => code.split(' '))
    .map((word) => word.replace(/[:,]$/u, ''))
    .filter((word) => inRepository.test(word) && !notKept.test(word));
  const runs = codes.flatMap((code) => [...code.matchAll(/npm run ([\w-]+)/gu)].map(([, name = '']) => name));
  const prose = guide.replace(/^```.*?^```$/gmsu, '');
  const links = [...prose.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, link = '']) => link);
  const isThere = (path: string): boolean =>
    path.includes('*')
      ? globSync(path, { cwd: root, dot: true }).length > 0
      : existsSync(join(root, path)) || existsSync(join(root, folder, path));
  return [
    ...paths.filter((path) => !isThere(path)),
    ...runs.filter((name) => scripts[name] === undefined).map((name) => `npm run ${name}`),
    ...links.filter((link) => !existsSync(join(root, folder, link))),
  ];
}

describe('the guides', () => {
  test.each(['README.md', 'src/README.md', 'tests/README.md', '.github/CONTRIBUTING.md'])(
    '%s names only files, scripts and links that are there',
    (path) => {
      expect(findLost(read(path), path.includes('/') ? (path.split('/')[0] ?? '') : '.')).toEqual([]);
    },
  );

  test('a file, a script and a link that are gone are seen', () => {
    const guide =
      'See `src/gone.ts` and `tests/gone/*.md`, `npx vitest run tests/gone`, `npm run gone`, [this](gone.md), `src/ROOM`, `npm run build`, [that](../README.md).';
    expect(findLost(guide, 'src')).toEqual([
      'src/gone.ts',
      'tests/gone/*.md',
      'tests/gone',
      'npm run gone',
      'gone.md',
    ]);
  });
});

describe('a missing row is seen:', () => {
  test('of an option', () => {
    const help =
      '$ tagleaf build --help\nUsage\n\nOptions:\n  --out <dir>  folder\n  -h, --help   help\n$ tagleaf check';
    expect(flagsOf('build', help)).toEqual(['--out']);
    expect(table('\n| option | meaning |\n|---|---|\n| `--out DIR` | x |\n\nWords.', 'option')).toEqual([
      ['`--out DIR`', 'x'],
    ]);
    expect(table(chapter('Command line').replace(/^\| `--strict` .*\n/mu, ''), 'option')).toHaveLength(21);
  });

  test('of a command on records', () => {
    expect(recordsCommands().map(({ name }) => name)).toContain('records hold place');
    expect(recordsCommands().find(({ name }) => name === 'records due')?.flags).toEqual([
      '--store',
      '--json',
      '--on',
      '--calendar',
    ]);
  });

  test('of a key', () => {
    expect(
      objectKeys('a.ts', "const schema = v.object({ a: 1, 'b-c': v.object({ d: 2 }) });", 'schema'),
    ).toEqual(['a', 'b-c']);
    expect(() => objectKeys('a.ts', 'const other = 1;', 'schema')).toThrow('a.ts declares no object schema');
  });
});

describe('the changelog', () => {
  /** What is wrong with the headings and the paragraphs of a changelog. */
  const faults = (changelog: string): readonly string[] => {
    const versions = [...changelog.matchAll(/^## (\d[\d.]*)/gmu)].map(([, version = '']) => version);
    const paragraphs = changelog.split(/\n{2,}/u).map((paragraph) => paragraph.trim());
    const again = [...versions, ...paragraphs].filter((one, place, all) => all.indexOf(one) < place);
    const [, latest = ''] = changelog.split(/^(?=## )/mu);
    const untitled = /^## .*\n\n(?!### )/u.test(latest) ? ['a paragraph without a heading'] : [];
    return [...again.map((one) => `twice: ${one}`), ...untitled];
  };

  test('has each version and each paragraph once, those of the latest version under headings', () => {
    const changelog = read('CHANGELOG.md');
    expect(faults(changelog)).toEqual([]);
    const { version }: { version: string } = JSON.parse(read('package.json'));
    expect(/^## (\S+)/mu.exec(changelog)?.[1]).toBe(version);
  });

  test('is told where it has not', () => {
    expect(faults('# C\n\n## 0.2.0\n\n### A\n\nx\n\n## 0.1.0\n\ny\n\n## 0.1.0\n\nx\n')).toEqual([
      'twice: 0.1.0',
      'twice: ## 0.1.0',
      'twice: x',
    ]);
    expect(faults('# C\n\n## 0.2.0\n\nx\n\n## 0.1.0\n')).toEqual(['a paragraph without a heading']);
  });
});
