import * as v from 'valibot';

/*
 * What OPDS 2.0 (draft) and the Readium Web Publication Manifest ask of a publication, from their words; no key that they do
 * not know passes, so that a misspelt one is seen. Their own JSON Schemas let any other key in.
 */

const words = v.pipe(v.string(), v.regex(/\S/u, 'no words'));
const address = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text), 'no URI'),
);
/** RFC 3986 §4.1: an address, or one seen from the file itself, without what has to be escaped. */
const reference = v.pipe(
  v.string(),
  v.regex(/^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})+$/u, 'no URI reference'),
);
/** BCP 47 §2.1, but for tags that were registered whole. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu, 'no tag of a language'));
const many = <T extends v.GenericSchema>(item: T): v.ArraySchema<T, undefined> => v.array(item);

/** Manifest, “Contributors”: an object has a name; the position is that in a series. */
const contributor = v.union([
  words,
  v.strictObject({
    name: words,
    sortAs: v.optional(words),
    identifier: v.optional(address),
    role: v.optional(v.union([words, many(words)])),
    position: v.optional(v.number()),
  }),
]);
const contributors = v.optional(v.union([contributor, v.pipe(many(contributor), v.minLength(1))]));

/** Manifest, “Subjects”: a code is that of its scheme, which is an address. */
const subject = v.union([
  words,
  v.pipe(
    v.strictObject({
      name: words,
      sortAs: v.optional(words),
      code: v.optional(words),
      scheme: v.optional(address),
    }),
    v.check(({ code, scheme }) => code === undefined || scheme !== undefined, 'a code of no scheme'),
  ),
]);

const senses = ['auditory', 'tactile', 'textual', 'visual'] as const;
/** Manifest, “Accessibility metadata”, with the values of the Schema.org vocabulary that a book of ours can have. */
const accessibility = v.strictObject({
  accessMode: v.optional(many(v.picklist([...senses, 'textOnVisual', 'chartOnVisual', 'diagramOnVisual']))),
  accessModeSufficient: v.optional(many(v.union([v.picklist(senses), many(v.picklist(senses))]))),
  feature: v.optional(
    many(
      v.picklist([
        'alternativeText',
        'ARIA',
        'displayTransformability',
        'longDescription',
        'pageBreakMarkers',
        'pageNavigation',
        'printPageNumbers',
        'readingOrder',
        'rubyAnnotations',
        'structuralNavigation',
        'tableOfContents',
      ]),
    ),
  ),
  hazard: v.optional(
    many(
      v.picklist([
        'flashing',
        'noFlashingHazard',
        'motionSimulation',
        'noMotionSimulationHazard',
        'sound',
        'noSoundHazard',
        'unknown',
        'none',
      ]),
    ),
  ),
  summary: v.optional(words),
});

/** Manifest, “Metadata”: a title is all that has to be there. That something conforms is never ours to say. */
const metadata = v.strictObject({
  '@type': v.optional(address),
  identifier: v.optional(address),
  altIdentifier: v.optional(
    many(v.union([address, v.strictObject({ value: words, scheme: v.optional(address) })])),
  ),
  title: words,
  sortAs: v.optional(words),
  subtitle: v.optional(words),
  author: contributors,
  translator: contributors,
  editor: contributors,
  illustrator: contributors,
  narrator: contributors,
  contributor: contributors,
  publisher: contributors,
  language: v.optional(v.union([language, v.pipe(many(language), v.minLength(1))])),
  published: v.optional(v.union([v.pipe(v.string(), v.isoDate()), v.pipe(v.string(), v.isoTimestamp())])),
  modified: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  description: v.optional(words),
  subject: v.optional(v.pipe(many(subject), v.minLength(1))),
  belongsTo: v.optional(v.strictObject({ series: contributors, collection: contributors })),
  layout: v.optional(v.picklist(['fixed', 'reflowable', 'scrolled'])),
  readingProgression: v.optional(v.picklist(['ltr', 'rtl'])),
  numberOfPages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  accessibility: v.optional(accessibility),
});

/** Manifest, “The Link Object”: what is at its end, and of which kind. */
const link = v.strictObject({
  href: reference,
  type: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9.+-]+$/u, 'no media type')),
  rel: v.optional(v.union([words, many(words)])),
  size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  height: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
const hasRel =
  (rel: RegExp) =>
  (links: v.InferOutput<typeof link>[]): boolean =>
    links.some((one) => [one.rel ?? []].flat().some((own) => rel.test(own)));

/** OPDS 2.0, “Publications” and “The `images` role”. Only in a feed must a publication have a picture. */
const publication = v.strictObject({
  metadata,
  links: v.pipe(
    many(link),
    v.check(hasRel(/^self$/u), 'no link to itself'),
    v.check(hasRel(/^http:\/\/opds-spec\.org\/acquisition(?:\/[a-z-]+)?$/u), 'nothing to acquire'),
  ),
  images: v.optional(
    v.pipe(
      many(link),
      v.check(
        (all) => all.some(({ type }) => /^image\/(?:jpeg|png|gif)$/u.test(type)),
        'no JPEG, PNG or GIF',
      ),
    ),
  ),
});

/** What a publication of OPDS 2.0 has that its specification does not allow, by its place. */
export function opdsFaults(value: unknown): readonly string[] {
  const { success, issues } = v.safeParse(publication, value);
  return success ? [] : issues.map((issue) => `${v.getDotPath(issue) ?? 'all'}: ${issue.message}`);
}
