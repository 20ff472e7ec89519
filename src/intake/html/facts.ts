import { isLanguageTag } from '../../document/language-tag.ts';
import type { Element, Nodes, Root } from 'hast';
import { chooseDay } from './choose-day.ts';
import { type PageAddress, webAddress } from './links.ts';
import type { PageMetadata } from './metadata.ts';
import type { ShownFacts } from './shown-facts.ts';
import type { FoundTitle } from './title.ts';
import { elementsOf, languageOf, wordsOf } from './tree.ts';
import type { InputFacts } from '../input/input-record.ts';
import type { MainContent } from './main-content.ts';
import type { ReadInputOptions, Report } from './report.ts';

/** All that says something of a page. */
export interface FactSources {
  readonly tree: Root;
  readonly main: MainContent;
  readonly metadata: PageMetadata;
  readonly title: FoundTitle;
  readonly shown: ShownFacts;
  readonly options: ReadInputOptions;
  readonly report: Report;
}

/** The facts of a page; where its sources disagree, the first is taken and the others are reported. */
export function declaredFacts(sources: FactSources): {
  readonly facts: InputFacts;
  readonly page: PageAddress;
} {
  const { metadata, title, shown, options, report } = sources;
  for (const other of title.others)
    report(
      'intake-disagreement',
      `Title: the page says “${title.words ?? ''}”, its ${other.name} “${other.value}”`,
    );
  const url = addressOf(sources);
  const released = chooseDay('released', { metadata, shown: shown.released, report });
  const updated = chooseDay('updated', { metadata, shown: shown.updated, report });
  const lang = languageOfMain(sources);
  const on = metadata.saved?.on;
  const captured = options.captured ?? (on === undefined ? undefined : { on });
  const byline = shown.byline?.words ?? unshownCreator(sources);
  const facts: InputFacts = {
    ...(title.words === undefined ? {} : { title: title.words }),
    ...(byline === undefined ? {} : { byline }),
    ...(released === undefined ? {} : { released }),
    ...(shown.released === undefined ? {} : { releasedAsShown: shown.released.words }),
    ...(updated === undefined ? {} : { updated }),
    ...(shown.updated === undefined ? {} : { updatedAsShown: shown.updated.words }),
    ...(lang === undefined ? {} : { lang }),
    ...(metadata.agency === undefined ? {} : { agency: metadata.agency }),
    ...(shown.archived === undefined
      ? {}
      : { archived: { label: shown.archived.label.words, notice: shown.archived.notice.words } }),
    ...(url === undefined ? {} : { url }),
    ...(captured === undefined ? {} : { captured }),
  };
  return { facts, page: { url, base: metadata.base ?? url } };
}

/** The declared creator where the text does not name it: in the text it stays a part of the body. */
function unshownCreator({ metadata, main }: FactSources): string | undefined {
  const { creator } = metadata;
  if (creator === undefined) return undefined;
  const letters = (text: string): string => text.replace(/\s+/gu, '');
  return letters(wordsOf(main.root)).includes(letters(creator)) ? undefined : creator;
}

interface Claim {
  readonly name: string;
  readonly value: string;
}

function addressOf({ metadata, options, report }: FactSources): string | undefined {
  const saved = metadata.saved?.address;
  const complete = webAddress(saved);
  const captured = webAddress(options.url);
  const claims: readonly Claim[] = [
    ...(captured === undefined ? [] : [{ name: 'capture', value: captured }]),
    ...(complete === undefined ? [] : [{ name: 'save comment', value: complete }]),
    ...metadata.urls,
  ];
  tellDifferences('Address', claims, { report, same: (one, other) => comparable(one) === comparable(other) });
  const bare = (address: string): string => address.replace(/^https?:\/\//iu, '');
  if (
    saved !== undefined &&
    complete === undefined &&
    !claims.some(({ value }) => bare(comparable(value)) === bare(comparable(saved)))
  ) {
    report(
      'intake-suspect',
      `The save comment names “${saved}” without a scheme; it was not taken as the address`,
    );
  }
  return claims[0]?.value;
}

/** An address without what makes no difference: fragment, one slash at the end, the case of scheme and host. */
function comparable(address: string): string {
  const whole = URL.canParse(address) ? new URL(address).href : address;
  return whole.replace(/#.*$/su, '').replace(/\/$/u, '');
}

function tellDifferences(
  what: string,
  claims: readonly Claim[],
  { report, same }: { report: Report; same: (one: string, other: string) => boolean },
): void {
  const [first, ...others] = claims;
  for (const { name, value } of others) {
    if (first !== undefined && !same(first.value, value))
      report('intake-disagreement', `${what}: ${first.name} says “${first.value}”, ${name} “${value}”`);
  }
}

/** The language of the main content, which what holds it may declare. */
function languageOfMain({ tree, main, report }: FactSources): string | undefined {
  const around = ancestors(tree, main.root);
  const page = elementsOf(tree).find(({ tagName }) => tagName === 'html');
  const own = (element: Element): string | undefined => {
    const lang = languageOf(element);
    if (lang === undefined || isLanguageTag(lang)) return lang;
    report('intake-suspect', `“${lang}” is no language tag (BCP 47)`, element);
    return undefined;
  };
  const declared = page && own(page);
  const nearer = around.filter((element) => element !== page).map(own);
  const lang = nearer.findLast((found) => found !== undefined) ?? declared;
  if (lang !== undefined && declared !== undefined && lang.toLowerCase() !== declared.toLowerCase())
    report(
      'intake-disagreement',
      `Language: the main content says “${lang}”, the page “${declared}”`,
      main.root,
    );
  return lang;
}

/** The elements around a node, outermost first, and the node itself. */
function ancestors(tree: Root, wanted: Element): readonly Element[] {
  const path = (node: Nodes): readonly Element[] | undefined => {
    const own = node.type === 'element' ? [node] : [];
    if (node === wanted) return own;
    if (!('children' in node)) return undefined;
    for (const child of node.children) {
      const found = path(child);
      if (found !== undefined) return [...own, ...found];
    }
    return undefined;
  };
  return path(tree) ?? [];
}
