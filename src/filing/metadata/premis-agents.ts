import type { Element } from 'xast';
import type { PremisInput, ValidationReport } from './premis-input.ts';
import { premis, premisIdentifier, premisText } from './premis-element.ts';

/** The ids by which events name those who took part. */
export const agentIds = {
  tagleaf: 'tagleaf',
  node: 'node',
  captureTool: 'capture-tool',
  agency: 'agency',
  person: 'person',
} as const;

/** The id of a judge: another version is another agent. */
export function judgeId({ tool, version }: Pick<ValidationReport, 'tool' | 'version'>): string {
  return version === undefined ? `judge/${tool}` : `judge/${tool}/${version}`;
}

/** Software, agency and person that took part, each where it is known. */
export function premisAgents({ record, software, filedBy, reports }: PremisInput): readonly Element[] {
  const { capture, agency } = record;
  const judges = new Map(reports.map((report) => [judgeId(report), report]));
  return [
    agent(agentIds.tagleaf, 'software', { name: 'Tagleaf', version: software.tagleaf }),
    agent(agentIds.node, 'software', {
      name: 'Node.js',
      version: software.node,
      note: [`ICU ${software.icu}`, ...(software.zlib === undefined ? [] : [`zlib ${software.zlib}`])].join(
        ', ',
      ),
    }),
    ...(capture?.tool === undefined ? [] : [agent(agentIds.captureTool, 'software', { name: capture.tool })]),
    ...(agency === undefined ? [] : [agent(agentIds.agency, 'organization', { name: agency })]),
    ...(filedBy === undefined ? [] : [agent(agentIds.person, 'person', { name: filedBy })]),
    ...[...judges].map(([id, { tool, version }]) => agent(id, 'software', { name: tool, version })),
  ];
}

function agent(
  id: string,
  type: 'software' | 'organization' | 'person',
  facts: { readonly name: string; readonly version?: string | undefined; readonly note?: string },
): Element {
  return premis('agent', [
    premisIdentifier('agentIdentifier', id),
    premis('agentName', [facts.name]),
    premis('agentType', [type]),
    premisText('agentVersion', facts.version),
    premisText('agentNote', facts.note),
  ]);
}
