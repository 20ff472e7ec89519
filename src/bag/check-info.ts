import { infoValues, parseBagInfo, type BagInfo } from './bag-info.ts';
import type { BagProfile } from './bag-profile.ts';
import type { FoundFault } from './bag-finding.ts';

/** What a bag says of itself, and what is wrong with it. */
export interface CheckedInfo {
  readonly info: BagInfo;
  readonly faults: readonly FoundFault[];
}

const path = 'bag-info.txt';

/** Reads the bytes of `bag-info.txt`; `undefined` stands for a bag that has none. Without a profile no label is asked for. */
export function checkInfo(
  bytes: Uint8Array | undefined,
  payload: { readonly bytes: number; readonly files: number },
  profile: BagProfile | undefined,
): CheckedInfo {
  if (bytes === undefined)
    return { info: [], faults: [{ kind: 'info-missing', path, reason: 'is not there' }] };
  const { info, faults } = parseBagInfo(bytes);
  return {
    info,
    faults: [
      ...faults.map((reason): FoundFault => ({ kind: 'info-malformed', path, reason })),
      ...checkOxum(infoValues(info, 'Payload-Oxum'), payload),
      ...infoValues(info, 'Bagging-Date').flatMap(checkDate),
      ...checkLabels(info, profile?.labels ?? []),
    ],
  };
}

function checkOxum(
  values: readonly string[],
  { bytes, files }: { readonly bytes: number; readonly files: number },
): readonly FoundFault[] {
  const repeated: FoundFault = { kind: 'info-repeated', path, reason: 'has more than one Payload-Oxum' };
  const wrong = values.filter((value) => value !== `${bytes}.${files}`);
  return [
    ...(values.length > 1 ? [repeated] : []),
    ...wrong.map((value): FoundFault => {
      const reason = `has the Payload-Oxum "${value}"; the payload has ${bytes} bytes in ${files} files`;
      return { kind: 'oxum-wrong', path, reason };
    }),
  ];
}

function checkDate(value: string): readonly FoundFault[] {
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(value)) return [];
  return [
    { kind: 'info-malformed', path, reason: `has the Bagging-Date "${value}", which is not YYYY-MM-DD` },
  ];
}

/** What a profile asks beyond RFC 8493. */
function checkLabels(info: BagInfo, labels: BagProfile['labels']): readonly FoundFault[] {
  return labels.flatMap(([label, use]): readonly FoundFault[] => {
    const count = infoValues(info, label).length;
    if (count === 0 && use === 'required')
      return [{ kind: 'info-incomplete', path, reason: `has no ${label}` }];
    if (count < 2 || use === 'repeatable' || label === 'Payload-Oxum') return [];
    return [{ kind: 'info-incomplete', path, reason: `has more than one ${label}` }];
  });
}
