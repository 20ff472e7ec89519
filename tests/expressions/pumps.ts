import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** A text that may make an expression try long: what stands before, what is repeated, what stands behind. */
export interface Pump {
  readonly before: string;
  readonly repeated: string;
  readonly behind: string;
}

/** Characters that stand for their kinds where a class leaves a choice. */
const usual = [...'a0 -_.,:/=*A\n\té'];

const tails = ['', '\0', '\n'];

/**
 * Texts that pump each part of an expression that may be repeated without end: with what leads there before it, once and each time,
 * and with an end that may not fit. Characters that the expression itself names come first.
 */
export function pumpsOf({ source, flags }: RegExp): readonly Pump[] {
  const parser = new RegExpParser({ ecmaVersion: 2024 });
  const pattern = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const alphabet = alphabetOf(pattern);
  const found = new Map<string, Pump>();
  const add = (before: string, repeated: string): void => {
    if (repeated === '') return;
    for (const behind of tails)
      found.set(JSON.stringify([before, repeated, behind]), { before, repeated, behind });
  };
  const isAnchored = pattern.alternatives.some(({ elements: [first] }) => first?.type === 'Assertion');
  const walk = (alternatives: readonly AST.Alternative[], before: string): void => {
    for (const { elements } of alternatives) {
      let lead = before;
      for (const element of elements) {
        visit(element, lead);
        lead += sample(element, { alphabet, flags });
      }
      add('', lead);
    }
  };
  const visit = (element: AST.Element, lead: string): void => {
    if (element.type === 'Quantifier') {
      if (element.max >= endless) {
        for (const body of samples(element.element, { alphabet, flags })) {
          add(lead, body);
          add('', body);
          add('', lead + body);
          // Behind what the part is not, so that it is not taken at the start already.
          if (isAnchored) add('\0', lead + body);
        }
      }
      visit(element.element, lead);
    } else if ('alternatives' in element) walk(element.alternatives, lead);
  };
  walk(pattern.alternatives, '');
  return [...found.values()];
}

/** As often repeated, a part is as good as without end. */
const endless = 1000;

interface Choice {
  readonly alphabet: readonly string[];
  readonly flags: string;
}

function alphabetOf(pattern: AST.Pattern): readonly string[] {
  const named = [...pattern.raw.replaceAll(/\\[a-zA-Z]/gu, '')].filter(
    (character) => !/[\\()]/u.test(character),
  );
  return [...new Set([...named.slice(0, 40), ...usual, '(', ')', '\\'])];
}

/** Up to six texts that an element matches. */
function samples(element: AST.Element, choice: Choice): readonly string[] {
  if (isOneCharacter(element)) {
    const one = new RegExp(`^${element.raw}$`, choice.flags.replaceAll(/[gy]/gu, ''));
    return choice.alphabet.filter((character) => one.test(character)).slice(0, 6);
  }
  if ('alternatives' in element) {
    return element.alternatives.slice(0, 6).flatMap(({ elements }) => {
      const parts = elements.map((part) => sample(part, choice));
      const last = elements.at(-1);
      const ends = last === undefined ? [''] : samples(last, choice);
      // What ends a part may be what begins the whole, as a quote behind a backslash.
      return ends.slice(0, 6).map((end) => parts.slice(0, -1).join('') + end);
    });
  }
  return [sample(element, choice)];
}

/** A text that an element matches, as short as it may be but not empty where something may stand there. */
function sample(element: AST.Element, choice: Choice): string {
  switch (element.type) {
    case 'Assertion':
    case 'Backreference':
      return '';
    case 'Quantifier':
      return sample(element.element, choice).repeat(Math.max(element.min, Math.min(1, element.max)));
    default:
      return samples(element, choice)[0] ?? '';
  }
}

function isOneCharacter(element: AST.Element): boolean {
  return ['Character', 'CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'].includes(element.type);
}
