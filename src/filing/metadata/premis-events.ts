import type { Element } from 'xast';
import { agentIds, judgeId } from './premis-agents.ts';
import { isRendering } from './is-rendering.ts';
import type { PremisInput, ValidationReport } from './premis-input.ts';
import { premis, premisIdentifier, premisText } from './premis-element.ts';

interface EventFacts {
  /** Unique among the events of the bag. */
  readonly id: string;
  /** A term of the eventType vocabulary of the Library of Congress. */
  readonly type: string;
  /** ISO 8601, or the word `unknown`. */
  readonly at: string;
  readonly detail?: string | undefined;
  readonly outcome?: string | undefined;
  readonly note?: string | undefined;
  readonly agents: readonly (readonly [id: string, role: string])[];
  readonly objects: readonly string[];
}

/** What happened to the record and its files until the bag is sealed; what did not happen has no event. */
export function premisEvents(input: PremisInput): readonly Element[] {
  const { files, reports, packedAt } = input;
  const ours: EventFacts['agents'] = [
    [agentIds.tagleaf, 'executing program'],
    [agentIds.node, 'executing program'],
  ];
  const identified = files.filter(({ puid }) => puid !== undefined).map(({ path }) => path);
  const events: readonly (EventFacts | undefined)[] = [
    captureEvent(input),
    ...files.filter(isRendering).map((file): EventFacts => ({
      id: `creation/${file.path}`,
      type: 'creation',
      at: packedAt,
      detail: 'Rendered from the posts of the record',
      agents: ours,
      objects: [file.path],
    })),
    ...reports.map(validationEvent),
    {
      id: 'message-digest-calculation',
      type: 'message digest calculation',
      at: packedAt,
      detail: 'SHA-256 and SHA-512',
      agents: ours,
      objects: files.map(({ path }) => path),
    },
    identified.length === 0
      ? undefined
      : {
          id: 'format-identification',
          type: 'format identification',
          at: packedAt,
          detail: 'PRONOM identifiers from a table of the bytes that Tagleaf writes and keeps',
          agents: ours,
          objects: identified,
        },
    ingestionEvent(input, ours),
  ];
  return events.flatMap((event) => (event ? [eventElement(event)] : []));
}

function captureEvent({ record, files }: PremisInput): EventFacts | undefined {
  const { capture } = record;
  const captured = files.filter(({ role }) => role === 'capture').map(({ path }) => path);
  if (capture?.capturedAt === undefined && captured.length === 0) return undefined;
  return {
    id: 'capture',
    type: 'capture',
    at: capture?.capturedAt ?? 'unknown',
    detail: record.sourceUrl,
    agents: capture?.tool === undefined ? [] : [[agentIds.captureTool, 'executing program']],
    objects: captured.length > 0 ? captured : [record.facts.id],
  };
}

function validationEvent(report: ValidationReport, index: number): EventFacts {
  return {
    id: `validation/${index + 1}`,
    type: 'validation',
    at: report.at ?? 'unknown',
    detail: report.report === undefined ? undefined : `Report: ${report.report}`,
    outcome: report.outcome ?? 'unknown',
    note: report.note,
    agents: [[judgeId(report), 'validator']],
    objects: [report.file],
  };
}

function ingestionEvent(input: PremisInput, ours: EventFacts['agents']): EventFacts {
  const { record, filedBy, packedAt } = input;
  return {
    id: 'ingestion',
    type: 'ingestion',
    at: packedAt,
    detail: 'Filed as a BagIt bag',
    agents: [
      ...ours,
      ...(record.agency === undefined ? [] : [[agentIds.agency, 'authorizer'] as const]),
      ...(filedBy === undefined ? [] : [[agentIds.person, 'implementer'] as const]),
    ],
    objects: [record.facts.id],
  };
}

function eventElement({ id, type, at, detail, outcome, note, agents, objects }: EventFacts): Element {
  return premis('event', [
    premisIdentifier('eventIdentifier', id),
    premis('eventType', [type]),
    premis('eventDateTime', [at]),
    detail === undefined ? undefined : premis('eventDetailInformation', [premisText('eventDetail', detail)]),
    outcome === undefined
      ? undefined
      : premis('eventOutcomeInformation', [
          premis('eventOutcome', [outcome]),
          note === undefined
            ? undefined
            : premis('eventOutcomeDetail', [premisText('eventOutcomeDetailNote', note)]),
        ]),
    ...agents.map(([agent, role]) =>
      premisIdentifier('linkingAgentIdentifier', agent, [premis('linkingAgentRole', [role])]),
    ),
    ...objects.map((object) => premisIdentifier('linkingObjectIdentifier', object)),
  ]);
}
