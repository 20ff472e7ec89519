import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Finding } from './finding.ts';
import { runProgram, type Ended } from './run-program.ts';
import { neighbour } from './write-batch.ts';

/** A file that a batch wrote. */
export interface Made {
  /** Absolute. */
  readonly path: string;
  readonly stem: string | undefined;
  readonly format: 'pdf' | 'epub';
  readonly isClaiming: boolean;
}

/** What came of a batch. */
export interface BuiltBatch {
  readonly findings: readonly Finding[];
  readonly made: readonly Made[];
}

/** What runs, and how long each start of it may take. */
export interface Program {
  readonly path: string;
  readonly limitMs: number;
}

const buildReport = v.object({
  files: v.array(
    v.object({
      path: v.string(),
      post: v.string(),
      format: v.picklist(['pdf', 'epub']),
      claims: v.array(v.string()),
    }),
  ),
  failures: v.array(v.object({ post: v.string(), kind: v.string(), stage: v.string(), reason: v.string() })),
  messages: v.array(v.object({ ruleId: v.string(), severity: v.string(), file: v.optional(v.string()) })),
});
type Report = v.InferOutput<typeof buildReport>;

const intakeReport = v.object({
  rows: v.array(v.object({ input: v.string(), post: v.optional(v.string()) })),
});

/** Runs the program over the captures and posts of a folder, and its book where that is asked for, and checks how it ends. */
export async function buildBatch(
  folder: string,
  program: Program,
  { isBook }: { readonly isBook: boolean },
): Promise<BuiltBatch> {
  const run = (args: readonly string[]): Promise<Ended> =>
    runProgram(program.path, args, { cwd: folder, limitMs: program.limitMs });
  const taken = new Map<string, string>();
  const findings: Finding[] = [];
  if (existsSync(join(folder, 'captures'))) {
    mkdirSync(join(folder, 'posts/taken'), { recursive: true });
    const ended = await run(['intake', 'captures', '--out', 'posts/taken', '--lang', 'en', '--json']);
    findings.push(...endings(ended, 'intake'));
    for (const { input, post } of parse(intakeReport, ended.out)?.rows ?? [])
      if (post !== undefined) taken.set(post, input);
  }
  const stemOf = (post: string): string | undefined => /i\d{6}/u.exec(taken.get(post) ?? post)?.[0];
  const made: Made[] = [];
  const requests = [['--out', 'out'], ...(isBook ? [['--collection', '--out', 'book']] : [])];
  for (const request of requests) {
    const ended = await run(['build', '--no-cache', '--verify', '--json', ...request]);
    findings.push(...endings(ended, request.includes('--collection') ? 'book' : 'build'));
    const report = parse(buildReport, ended.out);
    if (!report) continue;
    for (const { post, kind, stage, reason } of report.failures)
      if (kind === 'internal')
        findings.push(withStem(stemOf(post), { check: 'defect', what: `${stage}: ${reason}` }));
    made.push(
      ...report.files.map(({ path, post, format, claims }) => ({
        path: join(folder, path),
        stem: stemOf(post),
        format,
        isClaiming: claims.length > 0,
      })),
    );
    if (!request.includes('--collection')) findings.push(...findLost(report, listPosts(folder), stemOf));
  }
  return { findings, made };
}

function withStem(stem: string | undefined, finding: Finding): Finding {
  return stem === undefined ? finding : { ...finding, stem };
}

/** What is against the way in which the program ended, whatever it said. */
function endings({ code, err, out }: Ended, command: string): readonly Finding[] {
  if (code === undefined) return [{ check: 'hang', what: `${command} was stopped` }];
  // What failed with a post is in the report, where there is one; without one nothing was built.
  // A font that is none ends a run: nothing can be set without it.
  if (out.startsWith('{') || (code === 3 && err.includes('font'))) return [];
  return [
    {
      check: code === 70 ? 'defect' : 'neighbour',
      what: `${command} ended with ${code}: ${err.slice(-800)}`,
    },
  ];
}

function parse<T>(schema: v.GenericSchema<unknown, T>, out: string): T | undefined {
  if (!out.startsWith('{')) return undefined;
  return v.parse(schema, JSON.parse(out));
}

function listPosts(folder: string): readonly string[] {
  const names = readdirSync(join(folder, 'posts'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => `posts/${name.replaceAll('\\', '/')}`);
}

/** Posts of which nothing came, though nothing says why; and the neighbour, of which all must have come. */
function findLost(
  report: Report,
  posts: readonly string[],
  stemOf: (post: string) => string | undefined,
): readonly Finding[] {
  const lost = posts.flatMap((post): readonly Finding[] => {
    const formats = report.files.filter((file) => file.post === post).map(({ format }) => format);
    if (formats.length === 2) return [];
    const isSaid =
      report.failures.some((failure) => failure.post === post) ||
      report.messages.some(
        ({ file, severity, ruleId }) =>
          file === post && (severity === 'error' || ruleId.endsWith('-left-out')),
      );
    return isSaid
      ? []
      : [withStem(stemOf(post), { check: 'lost', what: `${post}: made ${formats.join(', ') || 'nothing'}` })];
  });
  const good = report.files.filter(({ post }) => post === neighbour.post);
  const isGood =
    good.length === 2 && good.some(({ format, claims }) => format === 'pdf' && claims.length === 2);
  return isGood
    ? lost
    : [...lost, { check: 'neighbour', what: `of the good post came ${good.length} files` }];
}
