import { join } from 'node:path';
import { listNames } from '../../files/list-names.ts';
import { siteIn, type Site } from '../find-site.ts';
import { generators, type Generator } from '../generator.ts';
import { siteDialect } from '../site-dialect.ts';
import type { SiteSurvey } from './site-facts.ts';
import { surveys } from './surveys.ts';

/** Looks at a folder: its names, and its generator's configuration. @throws ResourceError where it cannot be read. */
export async function surveySite(folder: string): Promise<SiteSurvey> {
  const names = new Set((await listNames(folder)) ?? []);
  const site = (await siteIn(folder, names)) ?? (await guessSite(folder, names));
  if (!site) return { isRead: true, facts: { posts: [names.has('posts') ? 'posts' : '.'] } };
  const { title } = generators[site.generator];
  const read = await surveys[site.generator](site, names);
  const facts = { posts: ['.'], dialect: await siteDialect(site), ...read };
  return { generator: title, foundBy: site.config, isRead: read !== undefined, facts };
}

/** Where the configuration is not there, folders that one generator alone has tell it. */
async function guessSite(folder: string, names: ReadonlySet<string>): Promise<Site | undefined> {
  const found = (generator: Generator, config: string): Site => ({ generator, folder, config });
  if (names.has('SUMMARY.md')) return found('mdbook', 'SUMMARY.md');
  if (names.has('src') && ((await listNames(join(folder, 'src'))) ?? []).includes('SUMMARY.md'))
    return found('mdbook', 'src/SUMMARY.md');
  if (names.has('_posts')) return found('jekyll', '_posts');
  return names.has('content') ? found('hugo', 'content') : undefined;
}
