import { type Document, isMap, isScalar, visit } from 'yaml';
import { countUpTo } from '../../lists/count-up-to.ts';
import { explainYamlError, parseYaml } from '../../yaml/parse-yaml.ts';
import { placeInYaml } from '../../yaml/place-in-yaml.ts';
import { valueOfYaml } from '../../yaml/value-of-yaml.ts';
import { joinQuoted, keyFinder, withoutKeys } from './mend-yaml.ts';
import { withoutNulls } from './without-nulls.ts';
import { nothingWritten, type MatterProblem, type WrittenMatter } from './written-matter.ts';

/**
 * Reads front matter in YAML (JSON is YAML too, YAML 1.2 §1.3) by the failsafe schema: every scalar is text, but for a plain `~` or `null`.
 * Where a key is broken the others are kept; of JSON nothing is.
 */
export function readYaml(written: string, format: 'yaml' | 'json'): WrittenMatter {
  const source = format === 'yaml' ? joinQuoted(written) : written;
  const whole = parseYaml(source, asWritten);
  const { broken, problems } = format === 'yaml' ? brokenKeys(whole, source) : brokenJson(whole);
  if (format === 'json' && problems.length > 0) return nothingWritten(problems);
  const document = broken.size === 0 ? whole : parseYaml(withoutKeys(source, broken), asWritten);
  if (document.contents === null && document.errors.length === 0) return nothingWritten(problems);
  if (!isMap(document.contents)) {
    const noMap = whole.errors.length === 0 ? [{ reason: 'Front matter is not a map of keys' }] : [];
    return nothingWritten([...problems, ...noMap]);
  }
  const keys = keysOf(document);
  const halves = new Set(document.errors.map(({ pos }) => keyAt(keys, pos[0])?.name));
  const { values, problems: further } = valuesOf(document);
  return {
    values: Object.fromEntries(Object.entries(values).filter(([key]) => !halves.has(key))),
    keys,
    stretchOf: (path) => placeInYaml(document, path, (start, end) => ({ start, end })),
    problems: [...problems, ...further, ...behindEnd(whole, source)],
  };
}

/** Repeated keys, and what stands behind the end, are told here in words of their own. */
const asWritten = { scalars: 'text', lenient: true } as const;

interface Broken {
  /** Where the keys begin that cannot be read. */
  readonly broken: ReadonlySet<number>;
  readonly problems: readonly MatterProblem[];
}

function brokenKeys(document: Document.Parsed, source: string): Broken {
  const keyBefore = keyFinder(source);
  const broken = new Set<number>();
  const problems: MatterProblem[] = [];
  for (const error of document.errors) {
    const [start, end] = error.pos;
    const key = keyBefore(start);
    if (broken.has(key)) continue;
    broken.add(key);
    problems.push({ reason: `Front matter is not YAML: ${explainYamlError(error)}`, start, end });
  }
  return { broken, problems };
}

function brokenJson({ errors }: Document.Parsed): Broken {
  const problems = errors.slice(0, 1).map(({ message, pos: [start, end] }) => {
    return { reason: `Front matter is not JSON: ${message}`, start, end };
  });
  return { broken: new Set(), problems };
}

/** The parser stops where the document ends, and says nothing of what stands behind. */
function behindEnd({ range }: Document.Parsed, source: string): readonly MatterProblem[] {
  const rest = source.slice(range[2]);
  if (/^(?:\s|#.*|\.\.\.)*$/u.test(rest)) return [];
  const start = range[2] + rest.length - rest.trimStart().length;
  const reason = 'Front matter goes on behind the end of its YAML document; what stands there is not read';
  return [{ reason, start, end: range[2] + rest.trimEnd().length }];
}

function valuesOf(document: Document.Parsed): Pick<WrittenMatter, 'values' | 'problems'> {
  visit(document, {
    Scalar: (role, scalar) => {
      if (role !== 'key' && scalar.type === 'PLAIN' && isNull(scalar.source)) scalar.value = null;
    },
  });
  try {
    const value = valueOfYaml(document, 50);
    return { values: typeof value === 'object' && value !== null ? withoutNulls(value) : {}, problems: [] };
  } catch (error) {
    const reason = `Front matter cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { values: {}, problems: [{ reason }] };
  }
}

/** The core schema's ways to write nothing (YAML 1.2 §10.3.2), but for an empty value, which is an empty text here. */
function isNull(source: string | undefined): boolean {
  return source !== undefined && ['~', 'null', 'Null', 'NULL'].includes(source);
}

/** The keys of the outermost map, in order; those that are no scalars are left out. */
function keysOf({ contents }: Document.Parsed): WrittenMatter['keys'] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const start = key.range?.[0] ?? 0;
    const end = isScalar(value) ? (value.range?.[1] ?? start) : (key.range?.[1] ?? start);
    return [{ name: String(key.value), start, end }];
  });
}

function keyAt(keys: WrittenMatter['keys'], offset: number): WrittenMatter['keys'][number] | undefined {
  return keys[countUpTo(keys, offset, ({ start }) => start) - 1];
}
