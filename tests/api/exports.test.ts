import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import * as tagleaf from '../../src/index.ts';

test('the values that the package exports', () => {
  expect(Object.keys(tagleaf).toSorted()).toEqual([
    'ResourceError',
    'UnreadableError',
    'UsageError',
    'findRule',
    'openTagleaf',
    'ruleGroups',
  ]);
});

test('the types that it exports; the nodes of the model come all together', () => {
  const path = new URL('../../src/index.ts', import.meta.url);
  const { module } = parseSync('index.ts', readFileSync(path, 'utf8'));
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  const types = entries.filter((entry) => entry.isType);
  const names = types.map(
    ({ exportName, moduleRequest }) => exportName.name ?? `* of ${moduleRequest?.value}`,
  );
  expect(names.toSorted()).toMatchInlineSnapshot(`
    [
      "* of ./document/document.ts",
      "AnyRule",
      "Asset",
      "Assets",
      "BuildEvent",
      "BuildFailure",
      "BuildReport",
      "BuildRequest",
      "BuiltFile",
      "Chapter",
      "ChapterKind",
      "ColophonFacts",
      "Format",
      "FoundRule",
      "GivenPlugin",
      "LanguageTag",
      "Markup",
      "MarkupCall",
      "MarkupHandler",
      "MarkupHandlers",
      "MarkupMeaning",
      "MemberRead",
      "Message",
      "OpenOptions",
      "PageStart",
      "Place",
      "PlainDate",
      "Point",
      "PostMetadata",
      "PostWords",
      "ProjectConfig",
      "Publication",
      "PublicationMetadata",
      "ReadDocument",
      "ReadOptions",
      "RemarkPlugin",
      "RenderedEpub",
      "RenderedFile",
      "RenderedPdf",
      "RuleGroup",
      "RunStarted",
      "Severity",
      "Strings",
      "Tagleaf",
      "TaskFinished",
      "TaskStarted",
      "WordEnding",
      "WordShare",
      "WordShares",
    ]
  `);
});
