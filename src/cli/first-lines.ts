import { counted } from './counted.ts';

const most = 100;

/** The first hundred lines, each with its end, and behind them how many more there are of what they tell; JSON has them all. */
export function firstLines(lines: readonly string[], what: string, of = ''): string {
  const more = lines.length - most;
  const rest = more > 0 ? `${counted(more, `more ${what}`)}${of}; --json has them all\n` : '';
  return lines.slice(0, most).join('') + rest;
}
