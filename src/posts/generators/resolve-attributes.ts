import type { AttributeList, Markup } from './markup.ts';

/** The markup with what names of attribute lists stand for in their place; a list that only says what its name stands for says nothing itself. */
export function resolveAttributes(markup: readonly Markup[]): readonly Markup[] {
  const defined = new Map<string, AttributeList>();
  for (const { content } of markup) {
    if (content.type === 'attributes' && content.attributes.defines !== undefined)
      defined.set(content.attributes.defines, content.attributes);
  }
  if (defined.size === 0) return markup;
  const called = new Set(
    markup.flatMap(({ content }) => (content.type === 'attributes' ? content.attributes.references : [])),
  );
  return markup.map((found): Markup => {
    const { content } = found;
    if (content.type !== 'attributes') return found;
    const { defines } = content.attributes;
    if (defines !== undefined && called.has(defines))
      return { ...found, content: { type: 'meaning', meaning: { type: 'nothing' } } };
    if (defines !== undefined)
      return { ...found, content: { type: 'attributes', attributes: { ...nobodys, references: [defines] } } };
    return { ...found, content: { type: 'attributes', attributes: joined(content.attributes, defined) } };
  });
}

/** What is left of a list that nobody calls: its name, to be told of. */
const nobodys: AttributeList = { id: undefined, classes: [], named: {}, references: [] };

/** Names within a list that a name stands for are not followed: they could lead in circles. */
function joined(own: AttributeList, defined: ReadonlyMap<string, AttributeList>): AttributeList {
  const lists = own.references.flatMap((name) => defined.get(name) ?? []);
  const named: Record<string, string> = {};
  for (const list of [...lists, own]) Object.assign(named, list.named);
  return {
    id: own.id ?? lists.findLast(({ id }) => id !== undefined)?.id,
    classes: [...lists.flatMap(({ classes }) => classes), ...own.classes],
    named,
    references: own.references.filter((name) => !defined.has(name)),
  };
}
