import type { Measure, MeasuredStage } from '../publish/measure.ts';

/** What a stage took in all. */
export interface StageCost {
  readonly stage: MeasuredStage;
  readonly calls: number;
  readonly wallSeconds: number;
  /** Of the whole process meanwhile; absent of a stage that waits while others work. */
  readonly cpuSeconds?: number;
}

/** Milliseconds since some moment, of a clock that only goes forward and of the processor. */
export interface Ticks {
  readonly wall: () => number;
  readonly cpu: () => number;
}

/** The clocks of this process. */
export const processTicks: Ticks = {
  wall: () => Number(process.hrtime.bigint()) / 1e6,
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/** What waits for the disk while another publication is made. */
const waits: ReadonlySet<MeasuredStage> = new Set(['cache', 'write']);

/** Measures stages; `costs` gives those that were used, in the order in which they were first. */
export function profileStages(ticks: Ticks = processTicks): {
  readonly measure: Measure;
  readonly costs: () => readonly StageCost[];
} {
  const sums = new Map<MeasuredStage, { calls: number; wall: number; cpu: number }>();
  const begin = (stage: MeasuredStage): (() => void) => {
    const sum = sums.get(stage) ?? { calls: 0, wall: 0, cpu: 0 };
    sums.set(stage, sum);
    const [wall, cpu] = [ticks.wall(), ticks.cpu()];
    return () => {
      sum.calls += 1;
      sum.wall += ticks.wall() - wall;
      sum.cpu += ticks.cpu() - cpu;
    };
  };
  const measure: Measure = (stage, work) => {
    const end = begin(stage);
    let isLate = false;
    try {
      const result = work();
      isLate = result instanceof Promise;
      if (result instanceof Promise) void result.then(end, end);
      return result;
    } finally {
      if (!isLate) end();
    }
  };
  const costs = (): readonly StageCost[] =>
    Array.from(sums, ([stage, { calls, wall, cpu }]) => {
      const cost = { stage, calls, wallSeconds: wall / 1000 };
      return waits.has(stage) ? cost : { ...cost, cpuSeconds: cpu / 1000 };
    });
  return { measure, costs };
}

/** The costs of stages as a table, the dearest last as it stands nearest to the eye. */
export function reportStages(costs: readonly StageCost[]): string {
  const rows = costs
    .toSorted((left, right) => left.wallSeconds - right.wallSeconds)
    .map(({ stage, calls, wallSeconds, cpuSeconds }) => [
      stage,
      `${calls}`,
      wallSeconds.toFixed(2),
      cpuSeconds?.toFixed(2) ?? '-',
    ]);
  const lines = [['stage', 'calls', 'wall s', 'cpu s'], ...rows].map(([name = '', ...cells]) =>
    [name.padEnd(8), ...cells.map((cell) => cell.padStart(8))].join(' '),
  );
  return lines.map((line) => `${line}\n`).join('');
}
