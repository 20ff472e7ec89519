import { join, resolve } from 'node:path';
import { answerOfPicture } from '../assets/look-up-picture.ts';
import { sha256Of } from '../files/digest.ts';
import type { ReadPostOptions } from '../posts/context/post-context.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Settings } from '../project/settings.ts';
import { labelledPages } from './labelled-pages.ts';
import { nearbyFiles } from './nearby-files.ts';
import type { Answer, OnAsk, Question } from './question.ts';
import type { SiteFiles } from './site-files.ts';

/** Where a post lies that looks around. */
export interface Standpoint {
  readonly root: string;
  readonly siteRoot?: string | undefined;
  /** Inside `root`, with `/` between the parts. */
  readonly path: string;
}

/** What a post may ask of the files that lie around it. */
export type Around = Required<Pick<ReadPostOptions, 'nearby' | 'onSite' | 'lacksPost'>>;

/** What lies around the posts of a run. */
export interface Surroundings {
  /** What a post sees; `onAsk` is told of each look. */
  readonly from: (post: Standpoint, onAsk?: OnAsk) => Around;
  /** What the answer to a question is now. */
  readonly answer: (question: Question) => Promise<Answer>;
}

/** What lies around posts, in their folders and in their sites; what is listed is listed once. */
export function surroundingsOf(
  { cwd, limits }: Pick<Settings, 'cwd' | 'limits'>,
  siteOf: (root: string) => SiteFiles,
): Surroundings {
  const pagesOf = labelledPages();
  const look = ({ root, siteRoot, path }: Standpoint): Around => ({
    nearby: { ...nearbyFiles({ root, siteRoot }), pageOf: pagesOf(root) },
    onSite: (address) => siteOf(root).holds(join(root, path), address),
    lacksPost: (name) => siteOf(root).lacks(name),
  });
  return {
    from: (post, onAsk) => (onAsk ? told(look(post), questionsOf(post, cwd), onAsk) : look(post)),
    answer: async ({ ask, name, root: shown, siteRoot, path = '' }) => {
      const root = resolve(cwd, shown);
      if (ask === 'picture') return answerOfPicture(name, root, limits);
      const around = look({
        root,
        path,
        ...(siteRoot !== undefined && { siteRoot: resolve(cwd, siteRoot) }),
      });
      return answers[ask](around, name);
    },
  };
}

const answers: Readonly<
  Record<Exclude<Question['ask'], 'picture'>, (around: Around, name: string) => Answer>
> = {
  has: ({ nearby }, name) => nearby.has(name),
  read: ({ nearby }, name) => digestOf(nearby.read(name)),
  page: ({ nearby }, name) => nearby.pageOf?.(name) ?? null,
  'on-site': ({ onSite }, name) => onSite(name),
  lacks: ({ lacksPost }, name) => lacksPost(name),
};

function digestOf(text: string | undefined): Answer {
  return text === undefined ? null : sha256Of(text);
}

/** The same look around, with each question told. */
function told(
  { nearby, onSite, lacksPost }: Around,
  questionOf: (ask: Question['ask'], name: string) => Question,
  onAsk: OnAsk,
): Around {
  const tell = <T>(
    ask: Question['ask'],
    name: string,
    given: { readonly found: T; readonly answer: Answer },
  ): T => {
    onAsk(questionOf(ask, name), given.answer);
    return given.found;
  };
  const tellFlag = (ask: Question['ask'], name: string, found: boolean): boolean =>
    tell(ask, name, { found, answer: found });
  return {
    nearby: {
      has: (path) => tellFlag('has', path, nearby.has(path)),
      read: (path) => {
        const found = nearby.read(path);
        return tell('read', path, { found, answer: digestOf(found) });
      },
      pageOf: (label) => {
        const found = nearby.pageOf?.(label);
        return tell('page', label, { found, answer: found ?? null });
      },
    },
    onSite: (address) => tellFlag('on-site', address, onSite(address)),
    lacksPost: (name) => tellFlag('lacks', name, lacksPost(name)),
  };
}

/** The questions of a post, as all who answer them tell them apart. */
export function questionsOf(
  { root, siteRoot, path }: Standpoint,
  cwd: string,
): (ask: Question['ask'], name: string) => Question {
  const folders = {
    root: shownPath(root, cwd),
    ...(siteRoot !== undefined && { siteRoot: shownPath(siteRoot, cwd) }),
  };
  // Where a post stands bears on where its addresses lead, and on nothing else that is asked.
  return (ask, name) => ({ ask, name, ...folders, ...(ask === 'on-site' && { path }) });
}
