import type { Chance } from './chance.ts';

const pieces = [
  '\u0000',
  '\ufeff',
  '<!--',
  '-->',
  '```',
  '$$',
  ':::',
  '{{',
  '{%',
  '%}',
  '|',
  '\t',
  '\r',
  '\r\n',
  '[^1]',
  '&#x202E;',
  '<table>',
  '</td>',
  '---\n',
  '+++\n',
  '> ',
  '- ',
  '    ',
  '](',
  '\\',
  '{#x}',
  '<svg>',
  ']]>',
  '\u0085',
  '\u2028',
].map((piece) => new TextEncoder().encode(piece));
const broken = [[0xff], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]].map(
  (bytes) => Uint8Array.from(bytes),
);

/** The same bytes with a few of them taken away, doubled, moved, turned or put in. */
export function mutateBytes(chance: Chance, bytes: Uint8Array, most = 4): Uint8Array {
  let mutated = bytes;
  for (let left = 1 + chance.below(most); left > 0; left--) mutated = mutateOnce(chance, mutated);
  return mutated;
}

function mutateOnce(chance: Chance, bytes: Uint8Array): Uint8Array {
  const from = chance.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + chance.below(chance.one([2, 20, 400])));
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (chance.below(6)) {
    case 0:
      return join(head, tail);
    case 1:
      return join(head, middle, middle, tail);
    case 2:
      return join(tail, middle, head);
    case 3:
      return join(
        head,
        middle.map((byte) => byte ^ (1 << chance.below(8))),
        tail,
      );
    case 4:
      return join(head, chance.one(chance.is(0.05) ? broken : pieces), middle, tail);
    default:
      return chance.is(0.2) ? head : join(head, chance.one(pieces), tail);
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
