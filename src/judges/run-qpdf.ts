import type { Judgement } from './judgement.ts';
import { runProgram } from './run-program.ts';

/** What `qpdf --check` says of each file's syntax, in the order given; each line that is not praise is a finding. */
export async function runQpdf(files: readonly string[]): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = [];
  for (const file of files) {
    const output = await runProgram('qpdf', ['--check', file], { timeoutMs: 300_000 });
    const praised = /^No syntax or stream encoding errors found/mu.test(output.stdout);
    const complaints = output.stderr.split('\n').filter((line) => line.trim() !== '');
    const lines =
      complaints.length > 0 || praised ? complaints : ['it does not say that the file is free of errors'];
    judgements.push({ file, findings: lines.map((message) => ({ rule: 'syntax', message, count: 1 })) });
  }
  return judgements;
}
