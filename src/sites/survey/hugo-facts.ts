import { asList, asText } from '../contents/contents-list.ts';
import { asMap, type SiteData } from '../read-data.ts';
import { hugoPermalinks } from './permalinks.ts';
import type { SiteFacts } from './site-facts.ts';

/**
 * What a configuration of Hugo says of the site in its main language: a site of several has a title, an address, patterns and a
 * folder for each. Names of keys have no case.
 */
export function hugoFacts(written: SiteData): SiteFacts {
  const site = withoutCase(written);
  const main = asText(site['defaultcontentlanguage']);
  const languages = withoutCase(asMap(site['languages']) ?? {});
  const own = withoutCase(asMap(languages[(main ?? 'en').toLowerCase()]) ?? {});
  const data = { ...site, ...own };
  const isDeclared = main !== undefined || Object.keys(own).length > 0;
  const content = asText(data['contentdir']);
  const dates = withoutCase(asMap(data['frontmatter']) ?? {});
  return {
    title: asText(data['title']),
    lang: asText(data['languagecode']) ?? asText(data['locale']) ?? (isDeclared ? (main ?? 'en') : undefined),
    base: asText(data['baseurl']),
    permalink: hugoPermalinks({
      permalinks: data['permalinks'],
      datesInNames: asList(dates['date']).includes(':filename'),
      prefix:
        data['defaultcontentlanguageinsubdir'] === true && asText(own['baseurl']) === undefined
          ? (main ?? 'en')
          : '',
    }),
    ...(content !== undefined && { posts: [content] }),
  };
}

function withoutCase(data: SiteData): SiteData {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
}
