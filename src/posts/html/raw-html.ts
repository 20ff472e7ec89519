/** Elements that are dropped with all they hold: programs, forms, films, and words for readers that show none of these. */
export const droppedElements: ReadonlySet<string> = new Set(
  'script style iframe object embed applet input select textarea noscript noembed noframes template canvas frame audio video datalist annotation annotation-xml meta'.split(
    ' ',
  ),
);

/** Elements of phrases; what is neither these nor blocks is unwrapped. */
export const inlineElements: ReadonlySet<string> = new Set(
  'a abbr b i em strong del ins s u mark small sub sup kbd samp var code q cite span bdi bdo br wbr img ruby rb rt rp time dfn tagleaf:note-reference tagleaf:inline-note tagleaf:citation tagleaf:unknown'.split(
    ' ',
  ),
);

/** Elements that stand as blocks, those among them that are unwrapped (HTML §15.3.3). */
export const blockElements: ReadonlySet<string> = new Set(
  'address center dialog fieldset footer form header hgroup legend main menu nav search figure figcaption table caption colgroup col thead tbody tfoot tr th td ul ol li dl dt dd p div section aside article blockquote pre hr h1 h2 h3 h4 h5 h6 details summary tagleaf:callout tagleaf:label tagleaf:figure tagleaf:description tagleaf:table tagleaf:verse tagleaf:group'.split(
    ' ',
  ),
);

/** Attributes that say something both outputs can say; all others are left out. */
export const keptAttributes: ReadonlySet<string> = new Set(
  'id lang dir title href src alt width height scope headers colSpan rowSpan start value type dateTime name align'.split(
    ' ',
  ),
);
