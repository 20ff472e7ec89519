import type { Pump } from './pumps.ts';

/** So long, in characters, what an expression is tried on gets. */
const longest = 64_000;

/** What a linear expression takes for the longest is far below, its square far above: milliseconds of CPU. */
const suspicious = 40;

/** The first text on which an expression takes more than its length, times its logarithm; `undefined` where there is none. */
export function slowPump(expression: RegExp, pumps: readonly Pump[]): Pump | undefined {
  return pumps.find((pump) => {
    for (let size = 500; size <= longest; size *= 2) {
      if (timeOf(expression, textOf(pump, size)) < suspicious) continue;
      // Once may have been the machine.
      const again = Math.min(...[0, 1, 2].map(() => timeOf(expression, textOf(pump, size))));
      if (again >= suspicious) return true;
    }
    return false;
  });
}

function textOf({ before, repeated, behind }: Pump, size: number): string {
  return before + repeated.repeat(Math.ceil(size / repeated.length)) + behind;
}

/** All that is found where the expression is global, else the first. */
function timeOf(expression: RegExp, text: string): number {
  const from = process.cpuUsage();
  expression.lastIndex = 0;
  text.replace(expression, '');
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
