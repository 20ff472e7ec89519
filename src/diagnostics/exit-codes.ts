interface Exit {
  readonly code: number;
  /** As README has it. */
  readonly meaning: string;
  /** Which of several codes of its kind a run ends with; those of which the lowest wins go before the others. */
  readonly wins: 'highest' | 'lowest';
}

/** Every way in which a command can end. README's two tables are these. */
export const exitCodes = {
  good: { code: 0, wins: 'highest', meaning: 'all is good' },
  post: {
    code: 1,
    wins: 'highest',
    meaning:
      'a post has an error; where its files carry it they claim nothing (with `--strict`, they are not written)',
  },
  usage: {
    code: 2,
    wins: 'highest',
    meaning: 'the command line, the name of an input or the configuration is wrong',
  },
  resource: {
    code: 3,
    wins: 'highest',
    meaning:
      'a file or folder cannot be read or written, a font is missing, or a post takes more memory or time than it may',
  },
  undecided: {
    code: 4,
    wins: 'highest',
    meaning:
      'whether a post has an error was not decided in time, and neither it nor a book that it belongs to is written or filed; or another version of Tagleaf cannot tell whether a filed source gives the filed bytes',
  },
  // EX_SOFTWARE of sysexits.h.
  internal: { code: 70, wins: 'highest', meaning: 'a defect of Tagleaf; please report it' },
  // 128 and the number of SIGINT, as shells have it.
  interrupted: {
    code: 130,
    wins: 'highest',
    meaning:
      'a build was ended by Ctrl-C, or by who runs it (SIGINT, SIGTERM); each file that it wrote is whole',
  },
  held: { code: 10, wins: 'lowest', meaning: 'held' },
  unscheduled: { code: 11, wins: 'lowest', meaning: 'unscheduled' },
  notYetEligible: { code: 12, wins: 'lowest', meaning: 'not yet eligible' },
  permanent: { code: 13, wins: 'lowest', meaning: 'permanent' },
  approvalMismatch: {
    code: 14,
    wins: 'lowest',
    meaning: 'the approval or the receipt is not for what was asked',
  },
  integrity: { code: 15, wins: 'lowest', meaning: 'something is not what was filed' },
} as const satisfies Readonly<Record<string, Exit>>;

/** The name of a way to end. */
export type ExitName = keyof typeof exitCodes;

/** What a command leaves to the system. */
export type ExitCode = (typeof exitCodes)[ExitName]['code'];

/** The code of a command that has several reasons to end; 0 where it has none. */
export function exitCodeOf(reasons: readonly ExitName[]): ExitCode {
  const winner = reasons.toSorted(compareExits)[0] ?? 'good';
  return exitCodes[winner].code;
}

/** Sorts what wins first. */
export function compareExits(left: ExitName, right: ExitName): number {
  const [one, other]: readonly [Exit, Exit] = [exitCodes[left], exitCodes[right]];
  if (one.wins !== other.wins) return one.wins === 'lowest' ? -1 : 1;
  return one.wins === 'lowest' ? one.code - other.code : other.code - one.code;
}
