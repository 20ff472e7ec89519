import 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    div: 'div';
    divSigns: 'divSigns';
    divName: 'divName';
    divTitle: 'divTitle';
    divAttributes: 'divAttributes';
    divEnd: 'divEnd';
    admonitionName: 'admonitionName';
    tabSigns: 'tabSigns';
    description: 'description';
    descriptionSigns: 'descriptionSigns';
    abbreviation: 'abbreviation';
    abbreviationSigns: 'abbreviationSigns';
    abbreviationLabel: 'abbreviationLabel';
    abbreviationMeaning: 'abbreviationMeaning';
    inlineNote: 'inlineNote';
    inlineNoteStart: 'inlineNoteStart';
    inlineNoteEnd: 'inlineNoteEnd';
    wikiLink: 'wikiLink';
    wikiLinkSigns: 'wikiLinkSigns';
    wikiLinkWords: 'wikiLinkWords';
    citation: 'citation';
    citationSign: 'citationSign';
    citationKey: 'citationKey';
    subscript: 'subscript';
    subscriptSigns: 'subscriptSigns';
    superscript: 'superscript';
    superscriptSigns: 'superscriptSigns';
    mark: 'mark';
    markSigns: 'markSigns';
    insertion: 'insertion';
    insertionSigns: 'insertionSigns';
  }
}
