import { describe, expect, test } from 'vitest';
import { layOutPost } from './lay-out-post.ts';

/** Where the ground of code starts, how wide it is, in how many rows its lines stand, and what is told. */
function codeOf(markdown: string): readonly (number | string)[] {
  const { list, messages } = layOutPost(`---\ntitle: T\nlang: en\n---\n\n${markdown}\n`);
  const marks = list.pages.flatMap(({ placed }) => placed.flatMap((part) => part.marks));
  const ground = marks.find((mark) => mark.type === 'rect' && mark.heightPt > 20);
  const rows = new Set(marks.flatMap((mark) => (mark.type === 'run' && mark.sizePt === 9.5 ? [mark.y] : [])));
  if (ground?.type !== 'rect') throw new Error('no code');
  return [ground.x, ground.widthPt, rows.size, messages.length];
}

const fence = (...columns: readonly number[]): string =>
  `\`\`\`\n${columns.map((count) => 'a '.repeat(count / 2).trim()).join('\n')}\n\`\`\``;

describe('code', () => {
  test('stays in the room of the text where its lines do', () => {
    const [start, widthPt] = codeOf(fence(20));
    expect(codeOf(fence(60, 20))).toEqual([start, widthPt, expect.any(Number), 0]);
  });

  test('goes into the margin at its end, then into both, before a line wraps', () => {
    const [start = 0, widthPt = 0] = codeOf(fence(20));
    const [ofEnd, endPt] = codeOf(fence(70, 20));
    expect([ofEnd, endPt]).toEqual([start, expect.any(Number)]);
    expect(endPt).toBeGreaterThan(Number(widthPt));
    const [ofBoth, bothPt, , told] = codeOf(fence(80, 20));
    expect(ofBoth).toBeLessThan(Number(start));
    expect([bothPt, told]).toEqual([504, 0]);
  });

  test('takes more room where its lines wrap less so, and no more than helps', () => {
    expect(codeOf(fence(240))[1]).toBe(504);
    const [, widthPt] = codeOf(fence(20));
    expect(codeOf(fence(100)).slice(1)).toEqual([widthPt, expect.any(Number), 1]);
  });

  test('is a little smaller in both margins where then no line wraps', () => {
    const sizes = (columns: number): readonly number[] => {
      const { list } = layOutPost(`---\ntitle: T\nlang: en\n---\n\n${fence(columns, 20)}\n`);
      const marks = list.pages.flatMap(({ placed }) => placed.flatMap((part) => part.marks));
      return [...new Set(marks.flatMap((mark) => (mark.type === 'run' ? [mark.sizePt] : [])))].filter(
        (size) => size < 10,
      );
    };
    expect(sizes(80)).toEqual([9.5]);
    expect(sizes(84)).toEqual([9]);
    expect(sizes(90)).toContain(9.5);
    expect(codeOf(`${fence(84)}\n\n${fence(20)}`).slice(1)).toEqual([504, expect.any(Number), 0]);
  });

  test('stays inside of what encloses it', () => {
    const [, widthPt = 0, , told] = codeOf(`:::note\n${fence(80)}\n:::`);
    expect(Number(widthPt)).toBeLessThan(400);
    expect(told).toBe(1);
  });
});
