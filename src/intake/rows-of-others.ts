import { isPicture } from './copy-images.ts';
import type { OtherFile } from './intake-options.ts';
import type { IntakeRow } from './intake-report.ts';
import type { IntakeRun } from './intake-run.ts';

/** Rows of what is no input: of a picture, which post shows it; of all else, why it is not read. */
export function rowsOfOthers(others: readonly OtherFile[], run: IntakeRun): readonly IntakeRow[] {
  return others.map(({ file: input, absolutePath, why }) => {
    if (why !== undefined) return { input, status: 'not read', reasons: [why] };
    const post = run.shown.get(absolutePath);
    if (post !== undefined) return { input, status: 'picture', post, reasons: [] };
    if (isPicture(input)) return { input, status: 'picture', reasons: ['no post shows it'] };
    const what = /\.(?:md|markdown)$/iu.test(input) ? 'it is a post' : 'it is no text, page or capture';
    return { input, status: 'not read', reasons: [what] };
  });
}
