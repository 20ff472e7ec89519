import { codeIndented } from 'micromark-core-commonmark';
import type { Processor } from 'unified';
import type { Construct, State, Tokenizer } from './micromark-construct.ts';

/**
 * A remark plugin: behind indented code any list begins, also one from 2 or whose first item is empty (CommonMark 0.31.2 §5.2 keeps
 * these from ending paragraphs alone). The parser takes whatever is still open for a paragraph, and code is open up to the
 * next line that is not indented: such a list would be read as words.
 */
export function interruptCode(this: Processor): void {
  const data = this.data();
  const flowInitial = { [tab]: code, [tabColumn]: code, [space]: code };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flowInitial }];
}

// A tab is one character and as many columns after it as it is wide.
const [tab, tabColumn, space] = [-2, -1, 0x20];

const tokenize: Tokenizer = function (effects, ok, nok) {
  // The one sign by which a construct can say that what follows does not end a paragraph.
  this._gfmTableDynamicInterruptHack = true;
  const leave =
    (next: State): State =>
    (character) => {
      this._gfmTableDynamicInterruptHack = false;
      return next(character);
    };
  return codeIndented.tokenize.call(this, effects, leave(ok), leave(nok));
};

const code: Construct = { ...codeIndented, tokenize };
