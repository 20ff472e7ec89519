/** Something that was asked of what lies around a post while it was read: what is made of the post depends on the answer. */
export interface Question {
  /**
   * Whether there is a file, what it says, which page has a label, whether the site has what an address leads to, whether it lacks a
   * post of a name, what picture there is.
   */
  readonly ask: 'has' | 'read' | 'page' | 'on-site' | 'lacks' | 'picture';
  readonly name: string;
  /** The folder that is asked, as it is shown from the working folder. */
  readonly root: string;
  readonly siteRoot?: string;
  /** Where the post stands that asks, inside the folder. */
  readonly path?: string;
}

/** Of a text and a picture the digest, or why there is none; `null` where there is nothing. */
export type Answer = string | boolean | null;

/** Is told every question with its answer. */
export type OnAsk = (question: Question, answer: Answer) => void;

/** Questions with their answers, each once. */
export interface Heard {
  readonly onAsk: OnAsk;
  /** `undefined` where one question had two answers: something changed meanwhile. */
  readonly all: () => readonly (readonly [Question, Answer])[] | undefined;
}

/** Notes questions. */
export function hear(): Heard {
  const heard = new Map<string, readonly [Question, Answer]>();
  let isSteady = true;
  return {
    onAsk: (question, answer) => {
      const key = JSON.stringify(question);
      const before = heard.get(key);
      if (!before) heard.set(key, [question, answer]);
      else if (before[1] !== answer) isSteady = false;
    },
    all: () => (isSteady ? [...heard.values()] : undefined),
  };
}
