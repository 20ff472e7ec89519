import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Root } from 'mdast';
import type { PluggableList, Plugin } from 'unified';
import { sha256Of } from '../files/digest.ts';
import { readRegularFileSync } from '../files/regular-file.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import type { MarkupHandler, MarkupHandlers } from '../posts/generators/markup.ts';

/** What the plugins of a project add to the reading of posts. */
export interface Plugins {
  readonly remark: PluggableList;
  readonly handlers: MarkupHandlers;
}

/** A plug-in of remark, synchronous, as `unified().use` takes it. */
export type RemarkPlugin = Plugin<never[], Root>;

/** A plug-in: the name of a module, or what the default export of one would be. */
export type GivenPlugin = string | RemarkPlugin | { readonly handlers: MarkupHandlers };

/**
 * Loads plugins by module name, in order: npm packages as seen from the folder `from`, and files of the project
 * (`./x.js`, and names that lead out of `node_modules`) where `allowLocal` says so. The default export of a module is a remark plugin, or `{handlers}` for markup of generators.
 *
 * Plug-ins that are given as they are stand where they are named.
 *
 * @throws UsageError for a file without `allowLocal` and for another default export; ResourceError where a module is missing
 * or cannot be run.
 */
export async function loadPlugins(
  given: readonly GivenPlugin[],
  { from, allowLocal }: { readonly from: string; readonly allowLocal: boolean },
): Promise<Plugins> {
  const remark: PluggableList = [];
  let handlers: MarkupHandlers = {};
  for (const one of given) {
    const name = typeof one === 'string' ? one : 'a plug-in given as a value';
    const plugin =
      typeof one === 'string' ? await importDefault(one, locate(one, { from, allowLocal })) : one;
    if (isRemarkPlugin(plugin)) remark.push(plugin);
    else handlers = { ...handlers, ...handlersOf(plugin, name) };
  }
  return { remark, handlers };
}

function locate(name: string, at: { readonly from: string; readonly allowLocal: boolean }): string {
  const isFile = /^\.{1,2}[/\\]/u.test(name) || isAbsolute(name);
  const path = isFile ? resolve(at.from, name) : locatePackage(name, at.from);
  if (!at.allowLocal && (isFile || !isInstalled(path))) {
    throw new UsageError(`plugins: ${name} is a file of yours; it runs only with --allow-plugins`);
  }
  return path;
}

/** Whether a file came with a package: names with `..`, of the project itself and of its workspaces lead elsewhere. */
function isInstalled(path: string): boolean {
  return realpathSync(path).split(/[/\\]/u).includes('node_modules');
}

function locatePackage(name: string, from: string): string {
  try {
    return createRequire(join(from, 'package.json')).resolve(name);
  } catch (cause) {
    const path = locateModule(name, from);
    if (path !== undefined) return path;
    throw new ResourceError(
      `The plugin ${name} is not installed. Install it with npm, or correct \`plugins:\`.`,
      {
        path: name,
        cause,
      },
    );
  }
}

/** The entry of a package that only exports ES modules, which `require` does not see. */
function locateModule(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const root = join(folder, 'node_modules', name);
    const manifest = join(root, 'package.json');
    if (existsSync(manifest)) {
      const entry = entryOf(JSON.parse(readRegularFileSync(manifest).toString('utf8')));
      return entry === undefined ? undefined : join(root, entry);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function entryOf(value: unknown): string | undefined {
  if (typeof value === 'string' || value === undefined) return value;
  for (const key of ['exports', '.', 'import', 'node', 'default']) {
    const entry = entryOf(field(value, key));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

async function importDefault(name: string, path: string): Promise<unknown> {
  try {
    const module: unknown = await import(urlOf(path));
    return field(module, 'default');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ResourceError(`The plugin ${name} cannot be run: ${why}`, { path, cause });
  }
}

/** A module is loaded once in a process, so that what it says is part of the name of one that may be changed meanwhile. */
function urlOf(path: string): string {
  const { href } = pathToFileURL(path);
  return isInstalled(path) ? href : `${href}?sha256=${sha256Of(readRegularFileSync(path))}`;
}

// A function is all that can be known of a plugin before it is used.
function isRemarkPlugin(value: unknown): value is () => undefined {
  return typeof value === 'function';
}

function handlersOf(plugin: unknown, name: string): MarkupHandlers {
  const handlers = field(plugin, 'handlers');
  if (typeof handlers !== 'object' || handlers === null || !Object.values(handlers).every(isHandler)) {
    throw new UsageError(`plugins: ${name} exports neither a remark plugin nor \`{handlers}\` by default`);
  }
  return Object.fromEntries(Object.entries(handlers));
}

function isHandler(value: unknown): value is MarkupHandler {
  return typeof value === 'function';
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
