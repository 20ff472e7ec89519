import { shorten } from '../characters/shorten.ts';
import type { VerifyFinding } from '../verify/verify-finding.ts';
import { firstLines } from './first-lines.ts';

const mostOfReason = 1000;

/** A line for each finding, of a bag up to a hundred; how many more there are is said behind them, and JSON has them all. */
export function describeFindings(findings: readonly VerifyFinding[]): string {
  const byPlace = new Map<string, VerifyFinding[]>();
  for (const finding of findings) {
    const others = byPlace.get(finding.where);
    if (others) others.push(finding);
    else byPlace.set(finding.where, [finding]);
  }
  return [...byPlace]
    .map(([where, found]) => firstLines(found.map(line), 'finding', ` of ${where}`))
    .join('');
}

function line({ id, severity, reason, clause }: VerifyFinding): string {
  return `${severity}: ${shorten(reason, mostOfReason)} (${id}; ${clause})\n`;
}
