import type { Settings } from '../project/settings.ts';
import type { OnAsk } from './question.ts';
import type { Stages } from './stages.ts';

const megabyte = 1_000_000;

/**
 * Stages of a worker that end with a RangeError where the pictures of a publication take more memory than a worker may use: bytes lie
 * outside of what the engine bounds.
 */
export function guardBuffers(stages: Stages, { workers }: Settings): Stages {
  const guarded =
    (onAsk: OnAsk | undefined): OnAsk =>
    (question, answer) => {
      onAsk?.(question, answer);
      if (question.ask !== 'picture' || process.memoryUsage().arrayBuffers <= workers.megabytes * megabyte)
        return;
      throw new RangeError('out of memory: pictures');
    };
  return {
    ...stages,
    addPictures: (parsed, at) => stages.addPictures(parsed, { ...at, onAsk: guarded(at.onAsk) }),
    readAssets: (document, root, { onAsk } = {}) =>
      stages.readAssets(document, root, { onAsk: guarded(onAsk) }),
  };
}
