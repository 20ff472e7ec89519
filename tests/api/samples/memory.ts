import { openTagleaf, UsageError, type RemarkPlugin } from 'tagleaf';

/** Says “Federal” where a post says “Fed.” */
const spellOut: RemarkPlugin = () => (tree) => {
  for (const block of tree.children) {
    if (block.type !== 'paragraph') continue;
    for (const node of block.children)
      if (node.type === 'text') node.value = node.value.replaceAll('Fed.', 'Federal');
  }
};

const tagleaf = await openTagleaf({ lang: 'en', plugins: [spellOut] });
try {
  const { files } = await tagleaf.build({ inputs: ['posts'], formats: ['epub'], write: false });
  for (const { path, content } of files) console.log(path, content?.length ?? 0);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
}
