import { expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

test('a key a letter or two from a known one is told with that', () => {
  const source =
    '---\ntitle: T\nlang: en\nrelased: 2020-01-01\nweight: 1\nSubjects: [a]\nauthro: A\n---\n\nText.';
  const { value, messages } = readText(source);
  expect(printMessages(messages)).toEqual([
    '4:1 warning frontmatter-key-misspelt Unknown key “relased”: did you mean “released”?',
    '6:1 warning frontmatter-key-misspelt Unknown key “Subjects”: did you mean “subjects”?',
    '7:1 warning frontmatter-key-misspelt Unknown key “authro”: did you mean “author”?',
    '5:1 info frontmatter-unknown-key Unknown key “weight”',
  ]);
  expect(value?.metadata.released).toBeUndefined();
});

test('a near key that stands there itself was not meant', () => {
  const source = '---\ntitle: T\nlang: en\nreleased: 2020-01-01\nrelased: x\n---\n\nText.';
  expect(printMessages(readText(source).messages)).toEqual([
    '5:1 info frontmatter-unknown-key Unknown key “relased”',
  ]);
});

// Those of Jekyll, Hugo, Eleventy, Docusaurus, Astro, MyST, Quarto, Zola, Obsidian and Pandoc, and those that sites have by themselves.
const ofOthers =
  `_build abbreviations abstract affiliations agency_full_name alias archive archives arxiv audio auth author_id
  author_image_url author_name author_profile author_title author_url authorship banner belongs-to-collection biblio bibliography
  breadcrumbs build canonicalURL canonical_url captions cascade categories category citation class classes code-fold comments
  contributor contributors copyright cover cover-image coverage created creator crossref cSpell csl css cssclasses current_step
  custom_edit_url data date-format date-modified date_approved date_modified date_published dates day days deck demo_steps dir
  display_name displayed_sidebar doi downloads editUrl edited edition editor editors eleventyComputed
  eleventyExcludeFromCollections eleventyNavigation end_date engine event_organizer event_platform excerpt_separator execute
  exercises exports extra featured featured_image filters first_name footer format funding github grand_parent guide has_children
  has_toc head header headless hero heroImage hide hideEditPost hide_table_of_contents hide_title hold host ibooks icon id
  identifier image image_alt image_caption image_figcaption images in_search_index institute isCJKLanguage jupyter jupytext
  kernelspec keypoints keywords kicker label languages last_name last_update lastUpdated layout license linkTitle links
  listing locales markup math menu menus modified modified_time name nav_exclude nav_order next number-sections numbering og_image
  ogImage open_access options order outdated outputs page page-layout page_template pagefind pages paginate_by pagination
  pagination_label pagination_next params parent parts path pin prev primary_image profile_photo profile_source publication
  publish published_time publisher publishing read_time readtime records redirect_to redirectto registration_url related relation
  release releases render resources review reviewers revision search search_exclude sections series short_title sidebar
  sidebar_class_name sidebar_label sidebar_position sidenav site sitemap social sort_by source_url sources start status step_indicator
  subject subnav subtitle tableOfContents tag tagline taxonomies teaching teaser template templateEngineOverride theme thumbnail
  time timezone title-block-banner title_meta toc toc-title toc_min_heading_level topics translationKey transparent tumblr_url
  type uid unlisted unpublishdate update updates venue version videos weight youtube_id youtube_title`.split(
    /\s+/u,
  );

test.each(['title: T', 'layout: x'])('keys of other tools are no slips, beside %s', (line) => {
  const source = `---\n${line}\n${ofOthers.map((key) => `${key}: x\n`).join('')}---\n\nText.`;
  const told = readText(source).messages.filter(({ ruleId }) => ruleId === 'frontmatter-key-misspelt');
  expect(printMessages(told)).toEqual([]);
});

test('Hugo takes its keys in small letters too', () => {
  const source = '---\ntitle: T\nlang: en\npublishdate: 2020-01-01\nexpirydate: 2021-01-01\n---\n\nText.';
  const { value, messages } = readText(source);
  expect(value?.metadata.released).toEqual({ year: 2020, month: 1, day: 1 });
  expect(printMessages(messages)).toEqual([
    '5:1 info publish-window “expirydate” says that the post ends on 2021-01-01; only --as-of leaves it out',
  ]);
  expect(printMessages(readText(source.replace('2021-01-01', 'soon')).messages)).toEqual([
    '5:1 error date-invalid “soon” is not a date',
  ]);
});
