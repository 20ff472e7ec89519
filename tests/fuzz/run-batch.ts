import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Judges } from '../judges/find-judges.ts';
import { buildBatch, type Program } from './build-batch.ts';
import { compareReadings } from './compare-readings.ts';
import type { Finding } from './finding.ts';
import { judgeBatch } from './judge-batch.ts';
import type { Input } from './make-input.ts';
import type { Seeds } from './seeds.ts';
import { makeProject, writeBatch } from './write-batch.ts';

/** What is the same for all batches of a run. */
export interface Run {
  readonly seed: number;
  readonly seeds: Seeds;
  /** The input with a number; that of `makeInput`, but in tests of the checks. */
  readonly make: (index: number) => Input;
  readonly program: Program;
  readonly judges: Pick<Judges, 'veraPdfJar' | 'epubCheck'>;
  /** The folder of the Python programs, for cmark-gfm. */
  readonly python: string;
  /** Every so many batches, veraPDF and EPUBCheck are asked. */
  readonly judgeEvery: number;
}

/** Which inputs stand beside each other. */
export interface Range {
  /** The number of the batch, on which its project depends. */
  readonly batch: number;
  readonly from: number;
  /** The first that is not of it. */
  readonly to: number;
}

/** What a batch came to. */
export interface Tally {
  readonly inputs: number;
  readonly pdfs: number;
  readonly claiming: number;
  readonly epubs: number;
  /** Files of which a judge was asked. */
  readonly judged: number;
  /** Files whose words were held against a second reading. */
  readonly compared: number;
  /** Of these, how many differ in signs of emphasis alone, which is no finding. */
  readonly emphasis: number;
  readonly found: readonly Finding[];
  /** The files of the project with one of its inputs, or with all of them, by path. */
  readonly filesOf: (stem: string) => readonly (readonly [string, Uint8Array | string])[];
}

/** Every so many batches, their posts are made a book too. */
const bookEvery = 4;

/** Makes a batch in an empty folder, and asks all checks of it. */
export async function runBatch(run: Run, { batch, from, to }: Range, folder: string): Promise<Tally> {
  const inputs = Array.from({ length: to - from }, (_, offset) => run.make(from + offset));
  const project = makeProject(run.seed, batch, run.seeds);
  const isBook = batch % bookEvery === bookEvery - 1;
  const built = await buildIn(folder, inputs);
  const isWhole = built.findings.every(({ check, stem }) => stem !== undefined || check === 'neighbour');
  const alone = isWhole || inputs.length === 1 ? [] : await findCulprits();
  const isJudged = batch % run.judgeEvery === 0;
  const judged = isJudged ? await judgeBatch(built.made, run.judges) : [];
  const read = await compareReadings(inputs, built.made, run.python);
  const pdfs = built.made.filter(({ format }) => format === 'pdf');
  return {
    inputs: inputs.length,
    pdfs: pdfs.length,
    claiming: pdfs.filter(({ isClaiming }) => isClaiming).length,
    epubs: built.made.length - pdfs.length,
    judged: isJudged ? built.made.length : 0,
    compared: read.compared,
    emphasis: read.emphasis,
    found: [...built.findings, ...alone, ...judged, ...read.findings],
    filesOf: (stem) => {
      const some = inputs.filter((input) => input.stem === stem);
      return [
        ['tagleaf.yaml', project.config],
        project.generator,
        ...(project.font === undefined ? [] : [['fonts/x.ttf', project.font] as const]),
        ...(some.length > 0 ? some : inputs).flatMap(({ files }) => [...files]),
      ];
    },
  };

  function buildIn(place: string, some: readonly Input[]): ReturnType<typeof buildBatch> {
    writeBatch(place, project, { inputs: some, seeds: run.seeds });
    return buildBatch(place, run.program, { isBook });
  }

  /** Where a batch ended as a whole: what ends so alone. */
  async function findCulprits(): Promise<readonly Finding[]> {
    const found: Finding[] = [];
    for (const input of inputs) {
      const place = join(folder, 'alone');
      const { findings } = await buildIn(place, [input]);
      found.push(...findings.map((finding) => ({ ...finding, stem: input.stem })));
      rmSync(place, { recursive: true, force: true });
    }
    return found;
  }
}
