import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { copyCheckout } from './copy-checkout.ts';
import { findMutants, type Mutant } from './find-mutants.ts';
import { instrument, type NumberedMutant } from './instrument.ts';
import { rooms, type Room } from './rooms.ts';
import { openSession, type Session } from './session.ts';

interface Candidate extends NumberedMutant {
  /** Below `src`, with `/` between the parts. */
  readonly file: string;
}

/** `unreached`: no test runs it, so none can see it. */
type Outcome = 'killed' | 'timeout' | 'survived' | 'unreached';

/**
 * `npm run mutate -- FOLDER…`: wakes a sample of mutants of each room, one by one, in a copy of the checkout, and says which no
 * test sees. The sample is the same in every run and on every machine, and most of it stays where the code changes.
 *
 * @returns The exit code: 2 where a folder is in no room, else 0.
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
  for (const room of chosen) {
    if (room === undefined) continue;
    const copy = copyCheckout(root);
    try {
      const wanted = { count: Number(values.mutants ?? room.mutants), at: values.at };
      const lines = await mutateRoom(copy, room, wanted);
      const report = join(root, 'dist/mutation', `${room.folder.replaceAll('/', '-')}.txt`);
      mkdirSync(dirname(report), { recursive: true });
      writeFileSync(report, lines.map((line) => `${line}\n`).join(''));
      console.log(lines.join('\n'));
    } finally {
      rmSync(dirname(copy), { recursive: true });
    }
  }
  return 0;
}

async function mutateRoom(
  copy: string,
  room: Room,
  wanted: { readonly count: number; readonly at: string | undefined },
): Promise<readonly string[]> {
  const candidates = takeSample(copy, room.folder, wanted);
  for (const file of new Set(candidates.map((one) => one.file))) {
    const path = join(copy, 'src', file);
    const own = candidates.filter((one) => one.file === file);
    writeFileSync(path, instrument(path, readFileSync(path, 'utf8'), own));
  }
  const session = await openSession(copy);
  try {
    return await wakeAll(session, room, candidates);
  } finally {
    await session.close();
  }
}

async function wakeAll(
  session: Session,
  room: Room,
  candidates: readonly Candidate[],
): Promise<readonly string[]> {
  const reached = await session.watch(room.tests);
  const outcomes: { readonly candidate: Candidate; readonly outcome: Outcome }[] = [];
  for (const candidate of candidates) {
    const began = performance.now();
    const reaches = reached.get(candidate.id) ?? [];
    const red = await session.wake(candidate.id, reaches);
    const outcome = red?.outcome ?? (reaches.length === 0 ? 'unreached' : 'survived');
    outcomes.push({ candidate, outcome });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const by = red === undefined ? '' : ` | ${red.by}`;
    console.error(
      `${outcomes.length}/${candidates.length} ${seconds} s ${outcome} ${describe(candidate)}${by}`,
    );
  }
  const seen = outcomes.filter(({ outcome }) => outcome === 'killed' || outcome === 'timeout').length;
  const score = candidates.length === 0 ? 100 : (100 * seen) / candidates.length;
  return [
    `${room.folder}: ${seen} of ${candidates.length} mutants are seen, ${score.toFixed(1)} %`,
    ...outcomes
      .filter(({ outcome }) => outcome === 'survived' || outcome === 'unreached')
      .map(({ candidate, outcome }) => `${outcome} ${describe(candidate)}`),
  ];
}

/** So many mutants of a folder, in the order of an arbitrary digest of what they are, which no other mutant bears on. */
function takeSample(
  copy: string,
  folder: string,
  { count, at }: { readonly count: number; readonly at: string | undefined },
): readonly Candidate[] {
  const src = join(copy, 'src');
  const files = readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/u.test(entry.name))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const all = files.flatMap((file) => {
    const times = new Map<string, number>();
    return findMutants(file, readFileSync(join(src, file), 'utf8')).map((mutant) => {
      const what = [file, mutant.operator, mutant.original, mutant.replacement ?? ''].join('\n');
      const nth = (times.get(what) ?? 0) + 1;
      times.set(what, nth);
      return { ...mutant, file, rank: createHash('sha256').update(`${what}\n${nth}`).digest('hex') };
    });
  });
  return all
    .filter(({ file, line }) => at === undefined || `${file}:${line}`.startsWith(at))
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .slice(0, count)
    .map((candidate, id) => ({ ...candidate, id }))
    .toSorted((left, right) =>
      left.file === right.file ? left.start - right.start : left.file < right.file ? -1 : 1,
    );
}

function describe({
  file,
  line,
  operator,
  original,
  replacement,
}: Mutant & { readonly file: string }): string {
  const short = (text: string): string => {
    const flat = text.replaceAll(/\s+/gu, ' ');
    return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
  };
  const change = replacement === undefined ? '' : ` → ${short(replacement)}`;
  return `${file}:${line} ${operator}: ${short(original)}${change}`;
}
