import type { LanguageTag } from '../../document/document.ts';

/** Everything that stands in one EPUB, ready for the templates: text that is legal in XML but not yet escaped. */
export interface Book {
  readonly identifier: string;
  /** Never empty. */
  readonly title: string;
  /** `und` where the post has none. */
  readonly language: LanguageTag;
  readonly direction: 'ltr' | 'rtl';
  /** Every language of the post, its own first. */
  readonly languages: readonly LanguageTag[];
  readonly creators: readonly string[];
  readonly publisher?: string;
  readonly description?: string;
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  /** `YYYY-MM-DDThh:mm:ssZ`; EPUB 3.3 requires one. */
  readonly modified: string;
  readonly rights?: string;
  readonly source?: string;
  readonly subjects: readonly string[];
  readonly accessibility: readonly AccessibilityStatement[];
  /** The language of the words that the product itself writes (`tocTitle`, `landmarksTitle`). */
  readonly wordsLanguage: LanguageTag;
  readonly tocTitle: string;
  readonly landmarksTitle: string;
  readonly toc: readonly NavItem[];
  readonly landmarks: readonly Landmark[];
  readonly files: readonly ContentFile[];
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

export interface NavItem {
  readonly label: string;
  /** Relative to the package document. */
  readonly href: string;
  readonly children: readonly NavItem[];
}

export interface Landmark {
  readonly type: 'toc' | 'bodymatter';
  readonly label: string;
  readonly href: string;
}

/** One content document: its name inside the package, its `title` and the XHTML inside `body`. */
export interface ContentFile {
  readonly fileName: string;
  readonly title: string;
  readonly xhtml: string;
}

/** A file that content documents refer to. */
export interface Resource {
  /** Relative to the package document, ASCII. */
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The name that the packager gives to the navigation document. */
export const navFileName = 'toc.xhtml';
