import type { BuildFailure } from '../publish/build-report.ts';

/** What failed without a fault of the post, one paragraph each; a defect names version, stage and post, so that it can be reported. */
export function reportFailures(failures: readonly BuildFailure[], version: string): string {
  return failures
    .map(({ kind, post, stage, reason, stack }) =>
      kind === 'resource' ? `${post}: ${reason}\n` : defect({ version, stage, post, reason, stack }),
    )
    .join('');
}

/** The text of a defect of ours. */
export function defect(of: {
  readonly version: string;
  readonly stage: string;
  readonly post?: string;
  readonly reason: string;
  readonly stack?: string | undefined;
}): string {
  const post = of.post === undefined ? '' : `  post:    ${of.post}\n`;
  return (
    `This is a defect of Tagleaf, not of your post. Please report it with these lines:\n` +
    `  version: ${of.version}\n  stage:   ${of.stage}\n${post}  reason:  ${of.reason}\n` +
    (of.stack === undefined ? '' : `${of.stack}\n`)
  );
}
