import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Result, ReportingDescriptor } from 'sarif';
import type { BuildReport } from '../publish/build-report.ts';
import type { Message, Severity } from '../diagnostics/message.ts';
import { findMessageRule } from '../catalogue/message-rules.ts';
import { printJson } from './print-json.ts';
import { pathInside } from '../files/inside.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The messages of a run as SARIF 2.1.0 (OASIS), for code hosts and editors. Addresses are relative to the folder of the run, and every
 * result has a region: code hosts show nothing else.
 */
export function reportSarif(report: BuildReport): string {
  const ids = [...new Set(report.messages.map(({ ruleId }) => ruleId))].toSorted();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tagleaf', version: report.version, rules: ids.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: report.messages.map((message) => result(message, ids)),
      },
    ],
  };
  return printJson(log);
}

function descriptor(id: string): ReportingDescriptor {
  const rule = findMessageRule(id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.cure },
    fullDescription: { text: `${rule.cure} (${rule.clause})` },
    help: { text: `${rule.clause}: ${rule.cure}` },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function result(message: Message, ids: readonly string[]): Result {
  const { place, ruleId, severity, reason, file, suppressed } = message;
  // What is missing is told of at the top of the file.
  const region = place
    ? {
        startLine: place.start.line,
        startColumn: place.start.column,
        endLine: place.end.line,
        endColumn: place.end.column,
      }
    : { startLine: 1 };
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severity],
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
    ...(suppressed !== undefined && {
      suppressions: [{ kind: 'inSource' as const, justification: suppressed }],
    }),
  };
}

/** The address of a file from the folder of the run; in full where it lies outside. */
function uriOf(file: string): string {
  const inside = pathInside(process.cwd(), resolve(file));
  if (inside === undefined) return pathToFileURL(file).href;
  return inside
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
