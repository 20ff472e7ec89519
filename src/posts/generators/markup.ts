/** One use of a generator's markup, taken apart: what a handler is asked about. */
export interface MarkupCall {
  /** The name it is called by; of `{% include x.html %}` the file without its ending, of `{{ a | b }}` the filter. */
  readonly name: string;
  /** What stands without a name; quotes are taken off. */
  readonly args: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** What the front matter of the post says, by its keys. */
  readonly params: Readonly<Record<string, string>>;
  /** What stands between it and its end, as it was written. */
  readonly body?: string;
}

/** The kinds of callouts that markup can mean. */
export type MarkupCalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'danger';

/** A picture with what stands below it. */
export interface PictureMeaning {
  readonly type: 'image';
  readonly src: string;
  /** Whether the address is one inside the folder of the post, and only where nothing lies there one from the root of the site. */
  readonly nearPost?: boolean;
  readonly alt?: string;
  /** What stands above the caption. */
  readonly title?: string;
  readonly caption?: string;
  /** Whose picture it is, with the address that these words lead to. */
  readonly credit?: { readonly words: string; readonly href?: string };
  /** Where the picture itself leads. */
  readonly href?: string;
  readonly width?: string;
  readonly height?: string;
  /** Arguments that say nothing of these, as they are written. */
  readonly left?: readonly string[];
}

/** What a use of markup says. */
export type MarkupMeaning =
  | { readonly type: 'text'; readonly value: string; readonly isMarkdown?: boolean }
  /** The Markdown of another file. */
  | { readonly type: 'included'; readonly value: string }
  | PictureMeaning
  | { readonly type: 'link'; readonly href: string; readonly text: string }
  /**
   * A place that a link can lead to; where it stands in prose it is printed, and leads there where it is of a page. That of a post
   * is the name of its file, and has no address where the site has no such post.
   */
  | {
      readonly type: 'address';
      readonly path: string;
      readonly isPage?: boolean;
      readonly isPost?: boolean;
    }
  | {
      readonly type: 'code';
      readonly value: string;
      readonly language?: string;
      /** A caption, as letters. */
      readonly title?: string;
      readonly firstOffset?: number;
      /** What references call it. */
      readonly name?: string;
    }
  /** A page or a film within the page. */
  | { readonly type: 'frame'; readonly src: string; readonly title?: string }
  /** A place that is called by its name, or by the path of its file. */
  | { readonly type: 'reference'; readonly label: string }
  /** TeX of a directive, without its fence. */
  | { readonly type: 'math'; readonly value: string; readonly name?: string }
  /** A table of Markdown cells. */
  | {
      readonly type: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly headRows: number;
      readonly headColumns: number;
      /** How columns are aligned. */
      readonly align?: readonly ('left' | 'right' | 'center' | undefined)[];
      /** Over how many columns each cell goes, where some go over several. */
      readonly spans?: readonly (readonly number[])[];
      readonly caption?: string;
      readonly name?: string;
    }
  /** With `text` it is all there is; else it holds the blocks up to its end. */
  | {
      readonly type: 'callout';
      readonly kind: MarkupCalloutKind;
      readonly label?: string;
      readonly text?: string;
    }
  /** Blocks that belong together, named by a line. */
  | { readonly type: 'group'; readonly label?: string }
  | { readonly type: 'nothing' };

/** What a call means, or `undefined` where the handler cannot tell: it is then kept as text with a warning. */
export type MarkupHandler = (call: MarkupCall) => MarkupMeaning | undefined;

/** Handlers by the name of what they understand. */
export type MarkupHandlers = Readonly<Record<string, MarkupHandler>>;

/** The blocks of a MyST directive, and what its name and its options say of them. */
export interface DirectiveHolder {
  readonly type: 'directive';
  readonly as: 'group' | 'callout' | 'figure' | 'table' | 'list-table' | 'glossary' | 'quote' | 'link';
  readonly kind?: MarkupCalloutKind;
  /** Its title, as Markdown. */
  readonly label?: string;
  /** What references call it. */
  readonly name?: string;
  /** Where its title leads, or its words. */
  readonly href?: string;
  /** Words of its options that stand before and behind the blocks. */
  readonly header?: string;
  readonly footer?: string;
  readonly headRows?: number;
  readonly headColumns?: number;
}

/** Attributes in braces: `{: #id .class key="value"}`. */
export interface AttributeList {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** Lists that are called by their names (kramdown, Attribute List Definitions), until what they say is added. */
  readonly references: readonly string[];
  /** What it is called by, where it only says what its name stands for. */
  readonly defines?: string;
}

/** What was found: its meaning, or attributes, a role, HTML to be read, or nothing known. */
export type MarkupContent =
  | { readonly type: 'meaning'; readonly meaning: MarkupMeaning }
  | { readonly type: 'attributes'; readonly attributes: AttributeList }
  | { readonly type: 'role'; readonly name: string }
  /** A MyST target, `(name)=` above a block. */
  | { readonly type: 'label'; readonly name: string }
  | { readonly type: 'html' }
  /** Prints nothing, and this is told. */
  | {
      readonly type: 'left';
      readonly reason: string;
      /** Where readers miss it; else it only served the site. */
      readonly ruleId?: 'include-missing';
      /** The offset at which what was left out ends, where that is not the end of the markup. */
      readonly to?: number;
    }
  /** Other signs, as many, that say to Markdown what these say to a directive. */
  | { readonly type: 'rewritten'; readonly as: string }
  /** TeX with its signs; alone on its lines, it is a block. */
  | { readonly type: 'math'; readonly isBlock: boolean }
  /** Taken away without a trace, also in code: `{% raw %}`, and the ends of what holds blocks. */
  | {
      readonly type: 'edge';
      readonly inCode: boolean;
      /** What it is called where nobody knows what it makes of the words behind it. */
      readonly unknown?: string;
    }
  | { readonly type: 'unknown'; readonly label: string; readonly counts: boolean };

/** A stretch of the source that is a generator's markup. */
export interface Markup {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly content: MarkupContent;
  /** It stands alone on its line, and the line says nothing else: it is read as an empty line. */
  readonly blank: boolean;
}

/** Blocks between two marks: a callout, or an element of HTML whose content is Markdown. */
export interface MarkupRange {
  readonly start: number;
  readonly end: number;
  /** Where the last word between the marks ends: a list that they stand in may end there. */
  readonly last?: number;
  readonly holder:
    | Extract<MarkupMeaning, { readonly type: 'callout' | 'group' }>
    | DirectiveHolder
    | { readonly type: 'element'; readonly html: string };
}

/** All of a post's markup, in the order of the source. */
export interface FoundMarkup {
  readonly markup: readonly Markup[];
  readonly ranges: readonly MarkupRange[];
}
