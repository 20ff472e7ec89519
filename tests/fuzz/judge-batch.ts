import type { Judgement } from '../../src/judges/judgement.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import type { Judges } from '../judges/find-judges.ts';
import type { Made } from './build-batch.ts';
import type { Check, Finding } from './finding.ts';

/** What veraPDF has against the PDFs that claim something, and EPUBCheck against the EPUBs. */
export async function judgeBatch(
  made: readonly Made[],
  judges: Pick<Judges, 'veraPdfJar' | 'epubCheck'>,
): Promise<readonly Finding[]> {
  const claiming = made.filter(({ format, isClaiming }) => format === 'pdf' && isClaiming);
  const epubs = made.filter(({ format }) => format === 'epub');
  const findings: Finding[] = [];
  for (const flavour of ['ua1', '2a'] as const) {
    const options = { flavour, jar: judges.veraPdfJar };
    const judgements = await runVeraPdf(
      claiming.map(({ path }) => path),
      options,
    );
    findings.push(...findingsOf(flavour, claiming, judgements));
  }
  const judgements = await runEpubCheck(
    epubs.map(({ path }) => path),
    judges.epubCheck,
  );
  return [...findings, ...findingsOf('epubcheck', epubs, judgements)];
}

function findingsOf(
  check: Check,
  made: readonly Made[],
  judgements: readonly Judgement[],
): readonly Finding[] {
  return judgements.flatMap(({ findings }, index) => {
    const stem = made[index]?.stem;
    return findings
      .filter(({ message }) => !isOfUnlistedScheme(check, message))
      .map(({ rule, message }) => ({
        check,
        ...(stem !== undefined && { stem }),
        what: `${rule} ${message}`,
      }));
  });
}

/** `sms:` is registered (RFC 5724), as are others; the list of EPUBCheck 5.3.0 has them not, and its finding is a warning. */
function isOfUnlistedScheme(check: Check, message: string): boolean {
  return check === 'epubcheck' && message.startsWith('WARNING Non-registered URI scheme');
}
