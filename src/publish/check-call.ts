import * as v from 'valibot';
import { UsageError } from '../diagnostics/errors.ts';
import type { Publication } from '../document/publication.ts';
import { checkOptions } from '../project/check-options.ts';
import { optionsSchema } from '../project/resolve-settings.ts';
import type { ReadDocument } from './read-document.ts';

const source = v.union([v.string(), v.instance(Uint8Array)]);

const readOptions = v.strictObject({
  file: v.optional(v.pipe(v.string(), v.minLength(1))),
  root: v.optional(v.pipe(v.string(), v.minLength(1))),
  pictures: v.optional(v.record(v.string(), v.instance(Uint8Array))),
});

const epubOptions = v.strictObject({ pageStarts: v.optional(v.array(v.looseObject({ label: v.string() }))) });

const handles = v.looseObject({
  onProgress: v.optional(v.function()),
  signal: v.optional(v.instance(AbortSignal)),
});

const openOptions = v.pick(optionsSchema, ['cwd', 'page', 'theme', 'sourceDate', 'allowPlugins']);

const requestOptions = v.strictObject({
  ...v.omit(optionsSchema, ['config', 'cwd', 'page', 'theme', 'sourceDate', 'allowPlugins']).entries,
  onProgress: v.optional(v.unknown()),
  signal: v.optional(v.unknown()),
});

// What tells the values of the steps from others, and from copies by JSON, which keep no maps.
const carried = { assets: v.instance(Map), messages: v.array(v.looseObject({ ruleId: v.string() })) };
const readDocument = v.looseObject({ file: v.string(), ...carried });
const publication = v.looseObject({ chapters: v.array(v.looseObject({})), ...carried });

/** Sees whether a configuration given as a value has keys, and its plug-ins are a list. @throws UsageError where not. */
export function checkMapping(config: unknown): void {
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new UsageError('the configuration must be the path of a file, or a mapping of keys');
  if (!v.is(v.looseObject({ plugins: v.optional(v.array(v.unknown())) }), config))
    throw new UsageError('the configuration: `plugins` must be a list');
}

/** Sees whether a post and its place are such. @throws UsageError where they are not. */
export function checkRead(post: unknown, options: unknown): void {
  if (!v.is(source, post)) throw new UsageError('`read` takes the bytes or the text of a post');
  checkOptions(readOptions, options);
}

/** Sees whether something was read, or is a structured clone of it. @throws UsageError where it is not. */
export function checkReadDocument(value: unknown): void {
  if (!v.is(readDocument, value)) throw new UsageError('a document is what `read` returned');
}

/** Whether something is a publication, or a structured clone of one. */
export function isPublication(value: ReadDocument | Publication): value is Publication {
  return v.is(publication, value);
}

/** Sees whether something is a publication, or a structured clone of one. @throws UsageError where it is not. */
export function checkPublication(value: unknown): void {
  if (v.is(publication, value)) return;
  throw new UsageError(
    'a publication is what `publication` or `collection` returned, or part of a rendering',
  );
}

/** Sees whether `epub` can be made with these options. @throws UsageError where it cannot. */
export function checkEpubOptions(options: unknown): void {
  checkOptions(epubOptions, options);
}

/** Sees whether something can be the name of a collection. @throws UsageError where it cannot. */
export function checkCollectionId(id: unknown): void {
  if (typeof id !== 'string') throw new UsageError('`collection` takes the name of a collection');
}

/** Sees whether a project can be opened with these options. @throws UsageError where it cannot. */
export function checkOpenOptions(options: unknown): void {
  checkOptions(openOptions, options);
}

/** Sees whether a run can be asked for: what belongs to the opening of a project is no option of a run. @throws UsageError where it cannot. */
export function checkRequest(request: unknown): void {
  if (!v.is(handles, request))
    throw new UsageError('`onProgress` must be a function, `signal` an AbortSignal');
  checkOptions(requestOptions, request);
}
