import pLimit from 'p-limit';

/** How much runs at once, by which clock. */
export interface QueueOptions {
  /** Work that runs at one time, at most. */
  readonly atATime: number;
  readonly perHostDelaySeconds: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Work on many hosts at once, and on each host one after the other with a pause between. */
export interface HostQueue {
  readonly visit: <T>(host: string, work: () => Promise<T>) => Promise<T>;
  /** The next work on this host waits so long at least. */
  readonly pause: (host: string, seconds: number) => void;
}

/** A queue without work. Work must not wait for other work of the queue. */
export function createHostQueue({ atATime, perHostDelaySeconds, now, sleep }: QueueOptions): HostQueue {
  const limit = pLimit(atATime);
  const last = new Map<string, Promise<void>>();
  const openAt = new Map<string, number>();
  const pause = (host: string, seconds: number): void => {
    openAt.set(host, Math.max(openAt.get(host) ?? 0, now() + seconds * 1000));
  };
  const visit = async <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(host);
    const run = async (): Promise<T> => {
      await before;
      const wait = (openAt.get(host) ?? 0) - now();
      if (wait > 0) await sleep(wait);
      return limit(work).finally(() => pause(host, perHostDelaySeconds));
    };
    const running = run();
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    last.set(host, ended);
    return running;
  };
  return { visit, pause };
}
