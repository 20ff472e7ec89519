import { type Code, type Effects, isLineEnd, type State, type Syntax, type TokenName } from './syntax.ts';

/** A stretch of a line that becomes a token of its own. `text` tokens hold Markdown. */
export interface LinePart {
  readonly name: TokenName;
  readonly start: number;
  readonly end: number;
  readonly holdsText: boolean;
}

/** What is made of a line that was looked at. */
export interface LineReader {
  /**
   * The parts of the line, in their order and together the whole of it; `undefined` where it is none of the construct's. The line has one
   * unit for each code, a tab as its spaces.
   */
  readonly decide: (line: string) => readonly LinePart[] | undefined;
  /** Called before the line is taken. */
  readonly begin: () => void;
  readonly ok: State;
  readonly nok: State;
}

/** Looks at the rest of a line before it is taken, part by part, or left. */
export function readLine(effects: Effects, { decide, begin, ok: taken, nok: left }: LineReader): State {
  let parts: readonly LinePart[] = [];
  const look: Syntax = {
    partial: true,
    tokenize: (ahead, ok, nok) => {
      const units: number[] = [];
      return function more(code: Code) {
        if (!isLineEnd(code)) {
          units.push(code === null || code < 0 ? 32 : code);
          if (units.length === 1) ahead.enter('data');
          ahead.consume(code);
          return more;
        }
        if (units.length > 0) ahead.exit('data');
        const found = decide(stringOfUnits(units));
        if (found === undefined) return nok(code);
        parts = found;
        return ok(code);
      };
    },
  };
  const take: State = (code) => {
    begin();
    return takeParts(effects, parts, taken)(code);
  };
  return effects.check(look, take, left);
}

function stringOfUnits(units: readonly number[]): string {
  let text = '';
  for (const unit of units) text += String.fromCharCode(unit);
  return text;
}

function takeParts(effects: Effects, parts: readonly LinePart[], ok: State): State {
  let index = 0;
  let part = 0;
  const next: State = (code) => {
    let current = parts[part];
    while (current !== undefined && index === current.end) {
      if (current.end > current.start) leave(effects, current);
      part += 1;
      current = parts[part];
    }
    if (current === undefined) return ok(code);
    if (index === current.start) enter(effects, current);
    effects.consume(code);
    index += 1;
    return next;
  };
  return next;
}

function enter(effects: Effects, { name, holdsText }: LinePart): void {
  effects.enter(name);
  if (holdsText) effects.enter('chunkText', { contentType: 'text' });
}

function leave(effects: Effects, { name, holdsText }: LinePart): void {
  if (holdsText) effects.exit('chunkText');
  effects.exit(name);
}
