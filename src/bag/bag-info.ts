import { decodeTagFile } from './tag-file.ts';

/** The labels and values of a `bag-info.txt` in their order; a label may repeat. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** What a `bag-info.txt` says, and what is wrong with its form: sentences without a subject. */
export interface ParsedBagInfo {
  readonly info: BagInfo;
  readonly faults: readonly string[];
}

// Python, which some programs that read bags are written in, ends a line at most of these.
const lineBreaks = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** A value as it stands in `bag-info.txt`: line breaks and control characters become one space, the ends are trimmed. */
export function toInfoValue(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, (space) => (lineBreaks.test(space) ? ' ' : space)).trim();
}

/** The bytes of a `bag-info.txt`: one line a label, never folded, as programs join folded lines differently. */
export function formatBagInfo(info: BagInfo): Uint8Array {
  return Buffer.from(info.map(([label, value]) => `${label}: ${toInfoValue(value)}\n`).join(''));
}

/** Reads a `bag-info.txt`, folded lines too, which are joined with one space (RFC 8493 §2.2.2). */
export function parseBagInfo(bytes: Uint8Array): ParsedBagInfo {
  const { lines, faults } = decodeTagFile(bytes);
  const info: [string, string][] = [];
  const wrong: string[] = [...faults];
  for (const [index, line] of lines.entries()) {
    const [, label, value] = /^([^:\s](?:[^:]*[^:\s])?):(?:[ \t](.*))?$/su.exec(line) ?? [];
    const last = info.at(-1);
    if (label !== undefined) info.push([label, (value ?? '').trim()]);
    else if (/^[ \t]+\S/u.test(line) && last) last[1] = `${last[1]} ${line.trim()}`.trim();
    else wrong.push(`line ${index + 1} is not a label, a colon, a space and a value`);
  }
  return { info, faults: wrong };
}

/** The values of a label in their order; labels differ by more than case (RFC 8493 §2.2.2). */
export function infoValues(info: BagInfo, label: string): readonly string[] {
  const wanted = label.toLowerCase();
  return info.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
}
