import type { Direction } from '../../characters/strong-letters.ts';
import type { Contributor, SubjectTerm } from '../../document/catalogue-facts.ts';
import type { LanguageTag } from '../../document/language-tag.ts';

/** Everything that stands in one EPUB, ready for the templates: text that is legal in XML but not yet escaped. */
export interface Book {
  readonly identifier: string;
  /** Never empty. */
  readonly title: string;
  readonly subtitle?: string;
  /** `und` where the publication has none. */
  readonly language: LanguageTag;
  readonly direction: Direction;
  /** Every language of the publication, its own first. */
  readonly languages: readonly LanguageTag[];
  readonly creators: readonly string[];
  /** How catalogues sort each of the creators; empty where nobody said it. */
  readonly creatorsFiledAs: readonly string[];
  readonly contributors: readonly Contributor[];
  /** For whom it is made. */
  readonly audience?: string;
  readonly publisher?: string;
  readonly description?: string;
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  /** `YYYY-MM-DDThh:mm:ssZ`; EPUB 3.3 requires one. */
  readonly modified: string;
  readonly rights?: string;
  readonly source?: string;
  readonly subjects: readonly string[];
  /** By their place among the subjects. */
  readonly subjectTerms: readonly (Omit<SubjectTerm, 'subject'> | undefined)[];
  /** `urn:isbn:` with digits, and X at the end. */
  readonly isbn?: string;
  readonly series?: { readonly name: string; readonly position?: number };
  /** The identifier of the PDF whose pages the page-list names. */
  readonly pageBreakSource?: string;
  readonly accessibility: readonly AccessibilityStatement[];
  /** The language of the words that the product itself writes (`tocTitle`, `landmarksTitle`, `pageListTitle`). */
  readonly wordsLanguage: LanguageTag;
  readonly tocTitle: string;
  readonly landmarksTitle: string;
  readonly pageListTitle: string;
  readonly toc: readonly NavItem[];
  /** What has captions, behind the toc. */
  readonly lists: readonly NavList[];
  readonly landmarks: readonly Landmark[];
  /** One for each page of the PDF, in order; empty where there is no page-list. */
  readonly pageList: readonly PageTarget[];
  /** The content documents without the navigation document. */
  readonly files: readonly ContentFile[];
  readonly spine: readonly SpineItem[];
  readonly resources: readonly Resource[];
}

/** One `meta` of the schema.org accessibility vocabulary, without the prefix. */
export interface AccessibilityStatement {
  readonly property:
    | 'accessMode'
    | 'accessModeSufficient'
    | 'accessibilityFeature'
    | 'accessibilityHazard'
    | 'accessibilitySummary';
  readonly value: string;
  /** Of the value, where it is a sentence in another language than the package. */
  readonly language?: LanguageTag;
}

/** An entry of the toc with those under it. */
export interface NavItem {
  readonly label: string;
  /** Relative to the package document. */
  readonly href: string;
  /** Counted in reading order from 1; the same for the same address (DAISY NCX §playOrder). */
  readonly playOrder: number;
  readonly children: readonly NavItem[];
}

/** A list of figures or of tables: a `nav` of its own (EPUB 3.3 §7.4.5). */
export interface NavList {
  /** Its `epub:type`, and its id. */
  readonly type: 'loi' | 'lot';
  readonly title: string;
  readonly entries: readonly {
    readonly label: string;
    readonly href: string;
    /** Where it is not that of the book. */
    readonly language?: LanguageTag;
  }[];
}

/** An entry of the landmarks (EPUB 3.3 §7.4.4). */
export interface Landmark {
  readonly type: 'cover' | 'titlepage' | 'toc' | NavList['type'] | 'bodymatter';
  readonly label: string;
  readonly href: string;
}

/** A page of the PDF: its printed label and the place in the EPUB where it begins. */
export interface PageTarget {
  readonly label: string;
  readonly href: string;
  readonly playOrder: number;
  /** The `type` and `value` of the NCX: front pages have roman numbers. */
  readonly type: 'front' | 'normal';
  readonly value: number;
}

/** One content document: its name inside the package, its `title` and the XHTML inside `body`. */
export interface ContentFile {
  /** In the manifest. */
  readonly id: string;
  readonly fileName: string;
  readonly title: string;
  readonly language: LanguageTag;
  readonly direction: Direction;
  /** The `epub:type` of `body`. */
  readonly matter: Matter;
  readonly xhtml: string;
}

/** The part of a book that a content document belongs to. */
export type Matter = 'frontmatter' | 'bodymatter' | 'backmatter';

/** A place in the spine. */
export interface SpineItem {
  readonly id: string;
  /** Whether it is among what is read from beginning to end. */
  readonly linear: boolean;
}

/** A file that content documents refer to. */
export interface Resource {
  /** Relative to the package document, ASCII. */
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly isCover: boolean;
}

/** The name that the packager gives to the navigation document. */
export const navFileName = 'toc.xhtml';

/** The id of the navigation document in the manifest. */
export const navId = 'nav';
