import { countUpTo } from '../lists/count-up-to.ts';
import { findCalls, readCall } from './read-calls.ts';
import { readTags } from './read-tags.ts';
import { saysWords } from './saying-names.ts';
import { enclosed, type FoundMarkup, type Stretch } from './stretches.ts';

// Each of them is tried where a line or a bracket begins, and none of them runs over the beginning of another match.
const signForms: readonly RegExp[] = [
  // Numbers of list items.
  /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]+)*\d{1,9}[.)](?=[ \t\r\n])/gmu,
  // Tasks.
  /\[[xX]\](?=[ \t])/gu,
  // Labels of notes, of references and of definitions.
  /\[\^[^\]\s[]+\]/gu,
  /(?<=\])\[(?:[^[\]\\]|\\[^])+\]/gu,
  /^[ \t>]*\[(?:[^[\]\\]|\\[^])+\]:/gmu,
  // Names of directives and roles, kinds of callouts, targets.
  /:{1,9}\{?[A-Za-z][\w.:-]{0,60}(?=[[{}])/gu,
  /^[ \t>]*:{3,}[ \t]*\{?[A-Za-z][\w.:-]*/gmu,
  /\[![A-Za-z]+\]/gu,
  /^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z]+/gmu,
  /^[ \t>]*\([^()\s]{2,100}\)=(?=[ \t\r\n])/gmu,
  /\{[A-Za-z][\w:.+-]*\}(?=`)/gu,
  // Ends of blocks, with what is said of the next one; how many columns a grid has; names of formulas.
  /^[ \t>]*\+{3,}(?=[ \t\r\n]|$)(?:[ \t]*\{[^\r\n]*\})?/gmu,
  /\{(?:grid|card-carousel)\}[\d \t]+$/gmu,
  /\{figure-md\}[ \t]*\S+[ \t]*$/gmu,
  /\$\$[ \t]*\([^()\s]{1,100}\)(?=[ \t]*(?:[\r\n]|$))/gmu,
  // Formats that text is written for, and commands that end a page.
  /`[ \t]*\{=[A-Za-z][\w.+-]*\}/gu,
  /^[ \t>]*\\(?:newpage|pagebreak|clearpage)(?:\{\})?[ \t]*$/gmu,
  // Options of cells; where they are printed they are words of the page.
  /^[ \t>]*(?:#|\/\/|%%|--)\|[ \t](?:label:.*|(?:[a-z]+[.-])?(?!cap:|alt:)[a-z]+:.*|[a-z]+[.-](?:cap|alt):)/gmu,
  // The sign of a caption.
  /^[ \t>]*[Tt]able(?=:[ \t])/gmu,
  // What says of HTML that it is HTML.
  /<!DOCTYPE[^<>]*>/giu,
];

// What an option holds in lines of its own, below it.
const heldLine = /(?:\r\n?|\n)([ \t>]*:[ \t]{2,16}([A-Za-z][\w-]*):(?=[ \t\r\n]|$))[^\r\n]*/uy;
const option = /^([ \t>]*:([\w-]+):)[ \t]*[^\r\n]*/gmu;
const fence = /^([ \t>]*(?:[-+*][ \t]+)*(?:`{3,}|~{3,}|:{3,})[ \t]*(\{[A-Za-z][\w:.-]*\})?)([^`\r\n]*)/gmu;
// Roles that name a place, alone or behind words.
const targetRole =
  /\{(?:ref|numref|doc|eq|any|term|download|button|prf:ref|math:numref|cite(?::\w+)?)\}`([^`\r\n]+)/gu;
// Places and entries of a bibliography by their names, behind no word.
const bookReference = /\\@ref\([^()\s]{1,200}\)/gu;
const citation = /(?<![\p{L}\p{N}])@[\p{L}\p{N}][\p{L}\p{N}_:.#$%+?/-]{0,200}/gu;
// A file that a cell shows, with how.
const shownFile =
  /(?<![\w:])(?:knitr::)?include_graphics\([ \t]*["'][^"'\r\n]{1,300}["'](?:,[^()"'\r\n]{0,200})?\)/gu;
// Blanks are those of Markdown: a no-break space is part of an address.
const destination = /\]\([ \t]*(?:(?:\r\n?|\n)[ \t]*)?(?:<[^<>\r\n]*>|[^ \t\r\n<>]+)/gu;
const definition =
  /^([ \t>]*\[(?!\^)(?:[^[\]\\]|\\[^])+\]:)([ \t]*(?:(?:\r\n?|\n)[ \t>]*)?(?:<[^<>\r\n]*>|[^ \t\r\n<>]+))(\s{1,200}(?:"(?:[^"\\]|\\[^]){0,1000}"|'(?:[^'\\]|\\[^]){0,1000}'|\((?:[^()\\]|\\[^]){0,1000}\)))?/gmu;

const abbreviation = /^([ \t>]*(?:[-+*][ \t]+)?\*\[[^[\]\r\n]{1,80}\]:)([^\r\n]*)/gmu;

/** The markup of a source: Markdown, directives, HTML, calls of generators, each by its form alone. */
export function markupStretches(source: string): FoundMarkup {
  const found: FoundMarkup = { signs: [], addresses: [], titles: [] };
  for (const form of signForms) {
    for (const { 0: all, index: start } of source.matchAll(form))
      found.signs.push({ start, end: start + all.length });
  }
  readOptions(source, found);
  readFences(source, found);
  readOptionBlocks(source, found);
  for (const { 0: all, 1: target = '', index } of source.matchAll(targetRole)) {
    const end = index + all.length;
    found.addresses.push({ start: end - target.length, end });
  }
  for (const form of [shownFile, bookReference, citation]) {
    for (const { 0: all, index: start } of source.matchAll(form))
      found.addresses.push({ start, end: start + all.length });
  }
  const calls = findCalls(source);
  for (const { start, end } of calls) readCall(source.slice(start, end), start, found);
  // A call may stand in a tag or an address, with quotes and blanks of its own.
  const plain = without(source, calls);
  readTags(plain, 0, found);
  for (const text of [source, plain]) {
    for (const { 0: all, index: start } of text.matchAll(destination))
      found.addresses.push({ start: start + 2, end: start + all.length });
  }
  readDefinitions(plain, found);
  return found;
}

/** Options of a directive, line by line, with what they hold below them: keys, and the values of those that say no words. */
function readOptions(source: string, found: FoundMarkup): void {
  for (const { 0: all, 1: mark = '', 2: key = '', index: start } of source.matchAll(option)) {
    found.signs.push({ start, end: start + (saysWords(key) ? mark : all).length });
    heldLine.lastIndex = start + all.length;
    for (let held = heldLine.exec(source); held !== null; held = heldLine.exec(source)) {
      const [line, before = '', name = ''] = held;
      const lead = line.length - line.trimStart().length;
      found.signs.push({
        start: held.index + lead,
        end: held.index + (saysWords(name) ? lead + before.trimStart().length : line.length),
      });
    }
  }
}

/** A definition is never shown: its label and its address are markup, used or not, and its title or meaning stands at what uses it. */
function readDefinitions(plain: string, found: FoundMarkup): void {
  for (const { 0: all, 1: label = '', 2: address = '', 3: title, index } of plain.matchAll(definition)) {
    const end = index + label.length + address.length;
    found.signs.push({ start: index, end });
    if (title !== undefined) found.titles.push({ start: end, end: index + all.length });
  }
  for (const { 0: all, 1: label = '', index } of plain.matchAll(abbreviation)) {
    const end = index + label.length;
    found.signs.push({ start: index, end });
    found.titles.push({ start: end, end: index + all.length });
  }
}

/** What stands for those who write, not for those who read. */
export function commentsOf(source: string): readonly Stretch[] {
  return [
    ...lineComments(source),
    ...enclosed(source, /<!--/gu, '-->'),
    ...enclosed(source, /\{%-?\s?comment\s?-?%\}/gu, 'endcomment'),
  ];
}

/** Scripts and styles, for programs alone, each with its tags. */
export function programsIn(source: string): readonly Stretch[] {
  return ['script', 'style'].flatMap((name) => {
    const ends = [...source.matchAll(new RegExp(`</${name}`, 'giu'))].map(({ index }) => index);
    return [...source.matchAll(new RegExp(`<${name}(?=[\\s/>])`, 'giu'))].flatMap(({ index: start }) => {
      const end = ends[countUpTo(ends, start, (offset) => offset)];
      return end === undefined ? [] : [{ start, end: end + name.length + 2 }];
    });
  });
}

/** Lines that MyST takes for words among authors; in other dialects they are in the model. */
function lineComments(source: string): readonly Stretch[] {
  return [...source.matchAll(/^[ \t>]*%[^\r\n]*/gmu)].map(({ 0: all, index: start }) => ({
    start,
    end: start + all.length,
  }));
}

const block =
  /^[ \t>]*(?:[-+*][ \t]+)*(?:`{3,}|~{3,}|:{3,})[ \t]*\{[A-Za-z][\w:.-]*\}[^`\r\n]*(?:\r\n?|\n)[ \t>]*---[ \t]*(?:\r\n?|\n)/gmu;
const blockLine = /[ \t>]*(?:([\w-]+):)?[^\r\n]*(?:\r\n?|\n|$)/uy;

/** Options of a directive in YAML, between two lines `---`: keys, and the values of those that say no words. */
function readOptionBlocks(source: string, found: FoundMarkup): void {
  for (const { 0: all, index } of source.matchAll(block)) {
    let key = '';
    blockLine.lastIndex = index + all.length;
    for (let start = blockLine.lastIndex; start < source.length; start = blockLine.lastIndex) {
      const [line = '', name] = blockLine.exec(source) ?? [];
      if (line === '' || /^[ \t>]*---[ \t]*[\r\n]*$/u.test(line)) break;
      key = name ?? key;
      const isSaid = saysWords(key);
      if (!isSaid) found.signs.push({ start, end: start + line.length });
      else if (name !== undefined) found.signs.push({ start, end: start + line.indexOf(':') + 1 });
    }
  }
}

/** What follows the name of a directive is words, but for the address of a picture; what follows a fence is none. */
function readFences(source: string, found: FoundMarkup): void {
  for (const { 0: all, 1: mark = '', 2: directive, 3: rest = '', index } of source.matchAll(fence)) {
    const start = index + mark.length;
    found.signs.push({ start: index, end: start });
    if (directive === undefined && !mark.endsWith(':')) readCall(rest, start, found);
    if (directive !== undefined && !/\s/u.test(rest.trim()))
      found.addresses.push({ start, end: index + all.length });
  }
}

/** The source with signs that mean nothing in the place of some of it. */
function without(source: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    parts.push(source.slice(from, start), '_'.repeat(end - start));
    from = end;
  }
  return parts.join('') + source.slice(from);
}
