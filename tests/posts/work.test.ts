import { spawn } from 'node:child_process';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { defaultPostLimits } from '../../src/posts/context/post-context.ts';
import { workWeights } from '../../src/posts/context/work.ts';
import { printMessages, readText } from './read-text.ts';
import { workOf } from './work-of.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';

const posts: Readonly<Record<string, string>> = {
  words: `${head}Some plain words.\n`,
  list: `${head}${'- an item\n'.repeat(20)}`,
  links: `${head}${'[a](b) and [c][d] '.repeat(50)}\n\n[d]: e\n`,
  emphasis: `${head}${'a* *b* _c_ '.repeat(100)}\n`,
  runs: `${head}${'a~~ ~'.repeat(200)}\n`,
  headings: `${head}${'a\n-\n'.repeat(100)}`,
  code: `${head}${'a `` b ` c '.repeat(50)}\n`,
  table: `${head}| a | b |\n|---|---|\n${'| c | d |\n'.repeat(50)}`,
  quotations: `${head}${'> a\nb\n\n- c\n\n'.repeat(50)}`,
  directives: `${head}${':::a\n'.repeat(50)}`,
  brackets: `${head}![${']'.repeat(100)}`,
};

describe('the work of a post', () => {
  test('is the same number on every machine', () => {
    const lines = Object.entries(posts).map(([name, source]) => {
      const { counts, weight } = workOf(source);
      return `${name}: ${JSON.stringify(counts)} ${weight}`;
    });
    expect(lines).toMatchInlineSnapshot(`
      [
        "words: {"bytes":477,"events":0,"runs":0,"nodes":3} 77700",
        "list: {"bytes":2912,"events":0,"runs":0,"nodes":62} 911200",
        "links: {"bytes":12503,"events":209499,"runs":0,"nodes":302} 4479799",
        "emphasis: {"bytes":12385,"events":1087896,"runs":200,"nodes":602} 8366396",
        "runs: {"bytes":11285,"events":1032505,"runs":19900,"nodes":3} 4181005",
        "headings: {"bytes":7970,"events":12000,"runs":0,"nodes":201} 2819000",
        "code: {"bytes":6888,"events":3448,"runs":0,"nodes":69} 1382248",
        "table: {"bytes":6143,"events":11560,"runs":0,"nodes":257} 3195860",
        "quotations: {"bytes":11570,"events":12000,"runs":0,"nodes":351} 4679000",
        "directives: {"bytes":9862,"events":0,"runs":0,"nodes":51} 1496200",
        "brackets: {"bytes":2309,"events":42854,"runs":0,"nodes":3} 303754",
      ]
    `);
  });

  test('grows with the number of underlined headings, which leave alone what was read before them', () => {
    const eventsOf = (count: number): number =>
      workOf('Heading\n---\n\nWords.\n\n'.repeat(count)).counts.events;
    expect(eventsOf(400)).toBe(2 * eventsOf(200));
    // Links in a paragraph go back to where it begins: the square of the length of one.
    const inOne = (count: number): number => workOf('[a](b) '.repeat(count)).counts.events;
    expect(inOne(400)).toBeGreaterThan(3 * inOne(200));
  });

  test('is the sum of what is counted, by its weights, and belongs to its causes', () => {
    for (const source of Object.values(posts)) {
      const { counts, weight, causes } = workOf(source);
      // Sound: the counts have the keys of the weights.
      const units = Object.keys(counts) as (keyof typeof counts)[];
      expect(weight).toBe(units.reduce((sum, unit) => sum + counts[unit] * workWeights[unit], 0));
      expect(weight).toBe([...causes.values()].reduce((sum, cause) => sum + cause.weight, 0));
    }
  });

  test.each(['words', 'emphasis', 'runs', 'headings'])('may be as much as the bound, of %s', (name) => {
    const source = posts[name] ?? '';
    const { weight } = workOf(source);
    const ruleIds = (work: number): readonly string[] =>
      readText(source, { limits: { ...defaultPostLimits, work, workPerByte: 0 } }).messages.map(
        ({ ruleId }) => ruleId,
      );
    expect(ruleIds(weight)).not.toContain('post-too-laborious');
    expect(ruleIds(weight - 1)).toContain('post-too-laborious');
  });

  test('may be more for a longer post', () => {
    const source = posts['words'] ?? '';
    const perByte = Math.ceil(workOf(source).weight / Buffer.byteLength(source));
    const read = (workPerByte: number): boolean =>
      readText(source, { limits: { ...defaultPostLimits, work: 0, workPerByte } }).value !== undefined;
    expect([read(perByte), read(perByte - 1)]).toEqual([true, false]);
  });
});

/** Posts that each take much of one unit, with a bound that they go beyond. */
const hostile: readonly (readonly [source: string, work: number])[] = [
  [`${head}${'- '.repeat(200)}a${'\n'.repeat(1000)}`, 15_000_000],
  [`${head}${'a* '.repeat(3000)}`, 15_000_000],
  [`${head}${'a~~ ~'.repeat(2000)}`, 30_000_000],
  [`${head}${'# a\n'.repeat(1000)}`, 20_000_000],
];

/** All that is told of posts that are refused. */
function refusals(): readonly string[] {
  return hostile.flatMap(([source, work]) => {
    const limits = { ...defaultPostLimits, work, workPerByte: 0 };
    return printMessages(readText(source, { limits }).messages);
  });
}

test('a post that takes more is refused with what was counted, and what took most of it', () => {
  expect(refusals()).toMatchInlineSnapshot(`
    [
      "- error post-too-laborious Reading takes more than 15000000 units of work (so far 150004 bytes, 0 events, 0 delimiter runs and 0 nodes), most of it for lists",
      "- error post-too-laborious Reading takes more than 15000000 units of work (so far 99274 bytes, 5074551 events, 0 delimiter runs and 0 nodes), most of it for its length",
      "- error post-too-laborious Reading takes more than 30000000 units of work (so far 110274 bytes, 10305352 events, 86736 delimiter runs and 0 nodes), most of it for strikethrough",
      "- error post-too-laborious Reading takes more than 20000000 units of work (so far 47270 bytes, 8000 events, 0 delimiter runs and 2001 nodes), most of it for nodes of its tree",
    ]
  `);
});

describe('formatting that is never closed', () => {
  const open = (count: number, tag = (index: number): string => `<font size="${index}">`): string =>
    `${head}<div><p>${Array.from({ length: count }, (_, index) => tag(index)).join('')}\n`;

  test('is counted each time that a block opens it again, and refused before that takes long', () => {
    const before = process.cpuUsage().user;
    expect(printMessages(readText(`${open(190)}${'<p>a'.repeat(5000)}</div>\n`).messages)).toEqual([
      expect.stringMatching(
        /^- error post-too-laborious Reading takes more than 65\d{7} units of work .* most of it for elements of HTML, those opened again among them$/u,
      ),
    ]);
    // Without the bound a million elements take twenty seconds.
    expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
  });

  test('costs a page little that has some of it, and one post nothing that another has', () => {
    const { value, messages } = readText(`${open(3)}${'<p>a'.repeat(1000)}</div>\n`);
    expect(value?.body).toHaveLength(1000);
    expect(messages.map(({ ruleId }) => ruleId)).not.toContain('post-too-laborious');
  });

  test('is as deep as it is written, whatever end tags of others stand between', () => {
    const ruleIds = (source: string): readonly string[] =>
      readText(`${source}<p>a</div>\n`).messages.map(({ ruleId }) => ruleId);
    const withStrayEnd = (index: number): string => `<font size="${index}"></x>`;
    expect(ruleIds(open(250, withStrayEnd))).toContain('nesting-too-deep');
    expect(ruleIds(open(150, withStrayEnd))).not.toContain('nesting-too-deep');
    expect(ruleIds(open(250, () => '<h2>a</h3>'))).not.toContain('nesting-too-deep');
  });
});

test('the verdict is the same under eightfold load', async () => {
  const weights = (): readonly number[] => Object.values(posts).map((source) => workOf(source).weight);
  const [alone, light] = [refusals(), weights()];
  const busy = Array.from({ length: 8 }, () =>
    spawn(process.execPath, ['-e', 'for (const end = Date.now() + 30_000; Date.now() < end; );'], {
      stdio: 'ignore',
    }),
  );
  try {
    await Promise.all(busy.map((child) => new Promise((resolve) => child.once('spawn', resolve))));
    expect(refusals()).toEqual(alone);
    expect(weights()).toEqual(light);
  } finally {
    for (const child of busy) child.kill();
  }
});
