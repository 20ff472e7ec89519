export { findRule, ruleGroups } from './catalogue/rule-groups.ts';
export type { AnyRule, FoundRule, RuleGroup } from './catalogue/rule-groups.ts';
export { ResourceError, UsageError } from './diagnostics/errors.ts';
export type { Format, Message, Place, Point, Severity } from './diagnostics/message.ts';
export type { Asset, Assets } from './document/asset.ts';
export type * from './document/document.ts';
export type { LanguageTag } from './document/language-tag.ts';
export type { PageStart } from './document/page-start.ts';
export type { PlainDate } from './document/plain-date.ts';
export type { PostMetadata } from './document/post-metadata.ts';
export type {
  Chapter,
  ChapterKind,
  ColophonFacts,
  Publication,
  PublicationMetadata,
} from './document/publication.ts';
export type { Strings } from './document/strings.ts';
export type {
  Markup,
  MarkupCall,
  MarkupHandler,
  MarkupHandlers,
  MarkupMeaning,
} from './posts/generators/markup.ts';
export type { GivenPlugin, RemarkPlugin } from './project/load-plugins.ts';
export type { WordEnding, WordShare, WordShares } from './account/word-shares.ts';
export type { BuildEvent, MemberRead, RunStarted, TaskFinished, TaskStarted } from './publish/build-event.ts';
export type { BuildFailure, BuildReport, BuiltFile, PostWords } from './publish/build-report.ts';
export { openTagleaf } from './publish/open-tagleaf.ts';
export type { ReadDocument } from './publish/read-document.ts';
export type { RenderedEpub, RenderedFile, RenderedPdf } from './publish/rendered-file.ts';
export type { BuildRequest, OpenOptions, ProjectConfig, ReadOptions, Tagleaf } from './publish/tagleaf.ts';
export { UnreadableError } from './publish/unreadable-error.ts';
