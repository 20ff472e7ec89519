import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { copyCheckout } from './copy-checkout.ts';
import { findMutants, type Mutant } from './find-mutants.ts';
import { instrument, type NumberedMutant } from './instrument.ts';
import { nameWoken, reportRoom, type Outcome, type RoomReport, type Woken } from './report-room.ts';
import { rooms, type Room } from './rooms.ts';
import { openSession, type Session, type Wake } from './session.ts';
import { survivors } from './survivors.ts';

/** A mutant of a room. */
interface Found extends Mutant {
  /** Below `src`, with `/` between the parts. */
  readonly file: string;
  /** What tells it from all others of its file, wherever it stands there. */
  readonly name: string;
  /** A digest of what it is. */
  readonly rank: string;
}

type Candidate = Found & NumberedMutant;

/**
 * `npm run mutate -- FOLDER…`: wakes a sample of mutants of each room, one by one, in a copy of the checkout, and says which no
 * test sees. The sample is the same in every run and on every machine, and most of it stays where the code changes.
 *
 * @returns The exit code: 2 where a folder is in no room, 1 where what no test sees is not what the list of survivors says, else 0.
 */
export async function mutate(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { mutants: { type: 'string' }, at: { type: 'string' } },
  });
  const chosen = (positionals.length === 0 ? rooms.map(({ folder }) => folder) : positionals).map(
    (folder) => {
      const room = rooms.find((one) => folder === one.folder || folder.startsWith(`${one.folder}/`));
      return room && { ...room, folder };
    },
  );
  if (chosen.includes(undefined)) {
    console.error(`mutate: name folders of these rooms: ${rooms.map(({ folder }) => folder).join(', ')}`);
    return 2;
  }
  let exitCode = 0;
  for (const room of chosen) {
    if (room === undefined) continue;
    const copy = copyCheckout(root);
    try {
      const wanted = { count: Number(values.mutants ?? room.mutants), at: values.at };
      const { lines, isAsListed } = await mutateRoom(copy, room, wanted);
      if (!isAsListed) exitCode = 1;
      const report = join(root, 'dist/mutation', `${room.folder.replaceAll('/', '-')}.txt`);
      mkdirSync(dirname(report), { recursive: true });
      writeFileSync(report, lines.map((line) => `${line}\n`).join(''));
      console.log(lines.join('\n'));
    } finally {
      rmSync(dirname(copy), { recursive: true });
    }
  }
  return exitCode;
}

async function mutateRoom(
  copy: string,
  room: Room,
  wanted: { readonly count: number; readonly at: string | undefined },
): Promise<RoomReport> {
  const found = findAll(copy, room.folder);
  const candidates = takeSample(found, wanted);
  for (const file of new Set(candidates.map((one) => one.file))) {
    const path = join(copy, 'src', file);
    const own = candidates.filter((one) => one.file === file);
    writeFileSync(path, instrument(path, readFileSync(path, 'utf8'), own));
  }
  const session = await openSession(copy);
  try {
    const known = new Map<string, Set<string>>();
    for (const { file, name } of found) known.set(file, (known.get(file) ?? new Set()).add(name));
    return reportRoom(room.folder, await wakeAll(session, room, candidates), { known, survivors });
  } finally {
    await session.close();
  }
}

/** So many mutants share a process. */
const batch = 20;

/** Asks the quickest file of tests that reaches a mutant, and the next one only where that stays green. */
async function wakeAll(
  session: Session,
  room: Room,
  candidates: readonly Candidate[],
): Promise<readonly Woken[]> {
  const reached = await session.watch(room.tests);
  const outcomes = new Map<Candidate, Outcome>();
  const decide = (candidate: Candidate, outcome: Outcome, words: string): void => {
    outcomes.set(candidate, outcome);
    console.error(`${outcomes.size}/${candidates.length} ${outcome} ${nameWoken(candidate)}${words}`);
  };
  for (let round = 0; outcomes.size < candidates.length; round += 1) {
    const byFile = new Map<string, { readonly candidate: Candidate; readonly wake: Wake }[]>();
    for (const candidate of candidates) {
      if (outcomes.has(candidate)) continue;
      const reach = reached.get(candidate.id)?.[round];
      if (reach === undefined) {
        decide(candidate, round === 0 ? 'unreached' : 'survived', '');
        continue;
      }
      const asked = byFile.get(reach.file) ?? [];
      asked.push({ candidate, wake: { id: candidate.id, tests: reach.tests } });
      byFile.set(reach.file, asked);
    }
    for (const [file, asked] of byFile)
      for (let from = 0; from < asked.length; from += batch) {
        const part = asked.slice(from, from + batch);
        const answers = await session.wake(
          file,
          part.map(({ wake }) => wake),
        );
        part.forEach(({ candidate }, index) => {
          const { red } = answers[index] ?? {};
          if (red) decide(candidate, red.outcome, ` | ${red.by}`);
        });
      }
  }
  return candidates.map((candidate) => ({ ...candidate, outcome: outcomes.get(candidate) ?? 'survived' }));
}

function findAll(copy: string, folder: string): readonly Found[] {
  const src = join(copy, 'src');
  const files = readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/u.test(entry.name))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return files.flatMap((file) => {
    const countWhats = countTimes();
    const countNames = countTimes();
    return findMutants(file, readFileSync(join(src, file), 'utf8')).map((mutant) => {
      const what = [file, mutant.operator, mutant.original, mutant.replacement ?? ''].join('\n');
      const rank = createHash('sha256')
        .update(`${what}\n${countWhats(what)}`)
        .digest('hex');
      const nth = countNames(describe(mutant));
      return { ...mutant, file, rank, name: `${describe(mutant)}${nth === 1 ? '' : ` (${nth})`}` };
    });
  });
}

/** So many mutants, in the order of an arbitrary digest of what they are, which no other mutant bears on. */
function takeSample(
  found: readonly Found[],
  { count, at }: { readonly count: number; readonly at: string | undefined },
): readonly Candidate[] {
  return found
    .filter(({ file, line }) => at === undefined || `${file}:${line}`.startsWith(at))
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .slice(0, count)
    .map((candidate, id) => ({ ...candidate, id }))
    .toSorted((left, right) =>
      left.file === right.file ? left.start - right.start : left.file < right.file ? -1 : 1,
    );
}

/** How often a text was given to it until now. */
function countTimes(): (text: string) => number {
  const times = new Map<string, number>();
  return (text) => {
    const nth = (times.get(text) ?? 0) + 1;
    times.set(text, nth);
    return nth;
  };
}

function describe({ operator, original, replacement }: Mutant): string {
  const short = (text: string): string => {
    const flat = text.replaceAll(/\s+/gu, ' ');
    return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
  };
  const change = replacement === undefined ? '' : ` → ${short(replacement)}`;
  return `${operator}: ${short(original)}${change}`;
}
