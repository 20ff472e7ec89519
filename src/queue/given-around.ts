import { noSuchFile, type Refusal } from '../assets/look-up-picture.ts';
import type { LookUpPicture } from '../assets/read-assets.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Answer, Question } from '../publish/question.ts';
import { questionsOf, type Surroundings } from '../publish/surroundings.ts';

/** What is known of the files around posts that lie on another machine. */
export interface Known {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly content: ReadonlyMap<string, Uint8Array>;
  /** What was asked and is not known, by its key. */
  readonly asked: Map<string, Question>;
}

/** The key of a question. */
export function keyOfQuestion({ ask, name, root, siteRoot, path }: Question): string {
  return JSON.stringify([ask, name, root, siteRoot ?? null, path ?? null]);
}

/** Surroundings of which all is known by answers that were given: what was not is noted, and answered as if there were nothing. */
export function givenAround(
  cwd: string,
  known: () => Known,
): { readonly surroundings: Surroundings; readonly lookUp: LookUpPicture } {
  const answerTo = (question: Question): Answer => {
    const { answers, asked } = known();
    const key = keyOfQuestion(question);
    const answer = answers.get(key);
    if (answer === undefined) asked.set(key, question);
    return answer ?? null;
  };
  const contentOf = (answer: Answer): Uint8Array | undefined =>
    typeof answer === 'string' ? known().content.get(answer) : undefined;
  return {
    lookUp: async (name, root) => {
      const answer = answerTo({ ask: 'picture', name, root: shownPath(root, cwd) });
      return contentOf(answer) ?? refusalOf(answer);
    },
    surroundings: {
      answer: async (question) => answerTo(question),
      from: (post, onAsk) => {
        const questionOf = questionsOf(post, cwd);
        const ask = (kind: Question['ask'], name: string): Answer => {
          const question = questionOf(kind, name);
          const answer = answerTo(question);
          onAsk?.(question, answer);
          return answer;
        };
        return {
          nearby: {
            has: (path) => ask('has', path) === true,
            read: (path) => {
              const content = contentOf(ask('read', path));
              return content && Buffer.from(content).toString('utf8');
            },
            pageOf: (label) => {
              const page = ask('page', label);
              return typeof page === 'string' ? page : undefined;
            },
          },
          onSite: (address) => ask('on-site', address) === true,
          lacksPost: (name) => ask('lacks', name) === true,
        };
      },
    },
  };
}

/** What was found instead of a picture, from its one line (`answerOfLookUp`). */
function refusalOf(answer: Answer): Refusal {
  const [, ruleId, why] = (typeof answer === 'string' && /^(img-[a-z-]+): ([^]*)$/u.exec(answer)) || [];
  if (ruleId === undefined || why === undefined) return noSuchFile;
  // Sound: the same version made the line of a refusal.
  return { ruleId: ruleId as Refusal['ruleId'], why };
}
