import { accountWords } from '../account/account-words.ts';
import { readPost } from '../posts/read-post.ts';
import type { Plugins } from '../project/load-plugins.ts';
import type { FindStrings } from '../project/read-strings.ts';
import type { Settings } from '../project/settings.ts';
import type { Measure } from './measure.ts';
import type { Stages } from './stages.ts';
import type { Surroundings } from './surroundings.ts';

/** The stage that reads a post as the project says, with what lies around it, and accounts for its words. */
export function parseStage(
  settings: Settings,
  bound: {
    readonly strings: FindStrings;
    readonly plugins: Plugins;
    readonly surroundings: Surroundings;
    readonly hasPlugins: boolean;
    readonly measure: Measure;
  },
): Stages['parse'] {
  const { strings, plugins, surroundings, hasPlugins, measure } = bound;
  return (bytes, { file, path, root, siteRoot, dialect }, { onAsk, ...member } = {}) => {
    const around = root === undefined ? {} : surroundings.from({ root, siteRoot, path }, onAsk);
    const asked = { ...postOptions(settings), ...member, ...readingOf(plugins) };
    const options = { file, path, dialect, ...around, ...asked, strings };
    const read = measure('read', () => readPost(bytes, options));
    return measure('account', () => accountWords(read, { hasPlugins }));
  };
}

type PostOptions = Parameters<typeof readPost>[1];

/** What the settings of a project say to who reads a post. */
export function postOptions({
  lang,
  agency,
  dateOrder,
  links,
  datesInNames,
  hidden,
  pictures,
  limits,
}: Settings): Pick<
  PostOptions,
  'lang' | 'agency' | 'dateOrder' | 'links' | 'datesInNames' | 'hidden' | 'savedPictures' | 'limits'
> {
  return {
    ...(lang !== undefined && { lang }),
    ...(agency !== undefined && { agency }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(links !== undefined && { links }),
    datesInNames,
    hidden,
    ...(pictures?.remote !== undefined && { savedPictures: pictures.remote }),
    limits: {
      bytes: limits.postBytes,
      depth: limits.depth,
      work: limits.readWork,
      workPerByte: limits.readWorkPerByte,
    },
  };
}

function readingOf({ handlers, remark }: Plugins): Pick<PostOptions, 'handlers' | 'remarkPlugins'> {
  return { handlers, remarkPlugins: remark };
}
