// Parses files with remark and its extensions alone: the floor under every run over them.
import { readFileSync } from 'node:fs';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkDirective);
for (const path of process.argv.slice(2)) processor.parse(readFileSync(path, 'utf8'));
