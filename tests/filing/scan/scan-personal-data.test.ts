import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LookedFor } from '../../../src/personal-data/pattern-set-names.ts';
import { maskPersonalData, scanPersonalData } from '../../../src/filing/scan/scan-personal-data.ts';
import { isLong } from '../../how-long.ts';

/** What is found, as `rule text`. */
function found(text: string, bylines: readonly string[] = []): readonly string[] {
  return scanPersonalData(text, { file: 'post.md', bylines }).map(({ rule, place }) => {
    return `${rule} ${text.slice(place?.start.offset, place?.end.offset)}`;
  });
}

describe('social security numbers', () => {
  test.each([
    'His number is 123-45-6789.',
    '123-45-6789',
    '(123-45-6789)',
    'SSN: 123-45-6789, again',
    '| 123-45-6789 |',
    '**123-45-6789**',
  ])('“%s” has one', (text) => {
    expect(found(text)).toEqual(['personal-ssn 123-45-6789']);
  });

  test.each(['123 45 6789', '123.45.6789', '123\u201145\u20116789', '123\u00A045\u00A06789'])(
    '“%s” is one',
    (number) => {
      expect(found(`x ${number} y`)).toEqual([`personal-ssn ${number}`]);
    },
  );

  test.each([
    ['no area', '000-12-3456'],
    ['area 666', '666-12-3456'],
    ['an area from 900', '900-12-3456'],
    ['no group', '123-00-4567'],
    ['no serial', '123-45-0000'],
    ['a number that was printed on cards in shops', '078-05-1120'],
    ['a number that was printed in a brochure', '219-09-9999'],
    ['two signs between the parts', '123-45 6789'],
    ['no signs', '123456789'],
    ['more digits before', '1123-45-6789'],
    ['more digits after', '123-45-67891'],
    ['a longer id', 'DHS-123-45-6789'],
    ['a longer id behind', '123-45-6789-A'],
    ['a UUID', '12345678-123-45-6789-abcdef012345'],
    ['a path', 'docs/123-45-6789'],
    ['an address', 'https://example.org/a?id=123-45-6789'],
    ['the target of a link', '[x](file-123-45-6789.pdf)'],
    ['the target of a link alone', '[x](123-45-6789)'],
    ['an attribute', '<a id="123-45-6789">'],
    ['a decimal', '123.45.6789.1'],
    ['a row of figures', '2010 123 45 6789'],
    ['a row of figures behind', '123 45 6789 12'],
  ])('%s is none: %s', (_why, text) => {
    expect(found(text)).toEqual([]);
  });

  test('are never repeated in what is told', () => {
    const [finding] = scanPersonalData('no: 123-45-6789', { file: 'post.md' });
    const digest = createHash('sha256').update('123-45-6789').digest('hex');
    expect(finding).toEqual({
      rule: 'personal-ssn',
      file: 'post.md',
      reason: 'A social security number',
      matchSha256: digest,
      hidden: '123-45-6789',
      place: { start: { line: 1, column: 5, offset: 4 }, end: { line: 1, column: 16, offset: 15 } },
    });
  });

  test('are found wherever they stand between words, if they are valid', () => {
    const part = (digits: number): fc.Arbitrary<string> =>
      fc.integer({ min: 0, max: 10 ** digits - 1 }).map((value) => String(value).padStart(digits, '0'));
    const around = fc.constantFrom('', 'word ', 'Nr. ', '(', '\n', 'été ', '“');
    fc.assert(
      fc.property(around, part(3), part(2), part(4), around, (before, area, group, serial, after) => {
        const number = `${area}-${group}-${serial}`;
        const text = `${before}${number}${after.replace('word ', ' word')}`;
        const valid =
          area !== '000' &&
          area !== '666' &&
          area < '900' &&
          group !== '00' &&
          serial !== '0000' &&
          number !== '078-05-1120' &&
          number !== '219-09-9999';
        fc.pre(!/^(?:été|Nr)/u.test(after));
        expect(found(text).filter((one) => one.startsWith('personal-ssn'))).toEqual(
          valid ? [`personal-ssn ${number}`] : [],
        );
      }),
    );
  });
});

test('a byline without words hides nothing', () => {
  expect(found('x 123 45 6789 y', [' ', ''])).toEqual(['personal-ssn 123 45 6789']);
  expect(found('By 123 45 6789 y', ['By 123 45 6789'])).toEqual([]);
});

describe('e-mail addresses', () => {
  test.each(['jane.doe@agency.gov', 'j+d@mail.agency.gov', "o'neil@agency.gov"])('%s is one', (address) => {
    expect(found(`Write to <${address}>, please.`)).toEqual([`personal-email ${address}`]);
  });

  test.each([
    'icon@2x.png',
    'someone@example.com',
    'reports@mail.example.org',
    'git@github.com:org/repo.git',
    '@handle',
    'a@b',
    'https://medium.com/@jane.doe/post',
    'https://user@host.example.gov/x',
  ])('%s is none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('are told by their domain alone', () => {
    const told = scanPersonalData('jane.doe@agency.gov', { file: 'a.md' }).map(({ reason }) => reason);
    expect(told).toEqual(['An e-mail address at agency.gov']);
  });

  test('are found in links to them', () => {
    expect(found('[Jane](mailto:jane@agency.gov)')).toEqual(['personal-email jane@agency.gov']);
  });
});

describe('telephone numbers', () => {
  test('are not repeated in what is told', () => {
    const reasons = scanPersonalData('Call 202-282-8010.', { file: 'a.md' }).map(({ reason }) => reason);
    expect(reasons).toEqual(['A telephone number']);
  });

  test.each([
    '202-452-0340',
    '(202) 452-0340',
    '202.452.0340',
    '+1 202-452-0340',
    '1-202-452-0340',
    '+44 20 7946 0958',
    '+49 (30) 1234567',
  ])('%s is one', (number) => {
    expect(found(`Call ${number} today`)).toEqual([`personal-telephone ${number}`]);
  });

  test.each([
    ['toll-free', '1-800-555-1212'],
    ['for films', '202-555-0123'],
    ['no area', '123-456-7890'],
    ['a sum', '$202-452-0340'],
    ['a date', '2011-12-02 10:00'],
    ['a part of an address', 'https://example.org/202-452-0340'],
    ['digits alone', '2024520340'],
    ['too short', '+44 20 79'],
    ['a grant', 'HSHQ-202-452-0340'],
  ])('%s is none: %s', (_why, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what a project looks for', () => {
  const own = { name: 'Badge', expression: 'B-\\d{6}' };
  const told = (text: string, patterns: LookedFor): readonly string[] =>
    scanPersonalData(text, { file: 'a.md', patterns }).map(
      ({ rule, reason, hidden }) => `${rule} ${reason}: ${hidden}`,
    );

  test('is found beside what always is, in the order of the text, each once', () => {
    const text = '85.07.30-033.28 and NISS 85.07.30-033.28, B-123456, 523-45-6789';
    expect(told(text, ['be', 'eu', own])).toEqual([
      'personal-identity A Belgian national number: 85.07.30-033.28',
      'personal-identity A Belgian national number: 85.07.30-033.28',
      'personal-own “Badge”, which the project looks for: B-123456',
      'personal-ssn A social security number: 523-45-6789',
    ]);
    expect(told(text, [])).toEqual(['personal-ssn A social security number: 523-45-6789']);
  });

  test('stands too often to be looked through: that is told', () => {
    const found = scanPersonalData('B-123456 '.repeat(10_001), { file: 'a.md', patterns: [own] });
    expect(found.at(-1)).toMatchObject({
      rule: 'personal-unsearched',
      reason: 'Not searched to its end for “Badge”, which stands in it more than 10,000 times',
    });
  });

  test('is masked where other messages quote it, sign by sign', () => {
    const text = 'Link “523-45-6789 of B-123456” at https://a.gov/523-45-6789, 811218-9876, 2011-12-02';
    expect(maskPersonalData(text, [own, 'se'])).toBe(
      'Link “•••-••-•••• of •-••••••” at https://a.gov/•••-••-••••, ••••••-••••, 2011-12-02',
    );
    expect(maskPersonalData('Call (202) 452-0340')).toBe('Call (•••) •••-••••');
  });
});

test('findings stand in the order of the text, at their lines', () => {
  const text = 'a@agency.gov\r\n\r\n202-452-0340 and\r123-45-6789\n';
  expect(
    scanPersonalData(text, { file: 'x' }).map(({ rule, place }) => [
      rule,
      place?.start.line,
      place?.start.column,
    ]),
  ).toEqual([
    ['personal-email', 1, 1],
    ['personal-telephone', 3, 1],
    ['personal-ssn', 4, 1],
  ]);
});

test('a byline that names an official is passed over, and only there', () => {
  const byline = 'Posted by Jane Doe, jane.doe@agency.gov, 202-452-0340';
  expect(found(`${byline}\n\nWords.`, [byline])).toEqual([]);
  expect(found(`${byline}\n\nOr jane.doe@agency.gov.`, [byline])).toEqual([
    'personal-email jane.doe@agency.gov',
  ]);
});

test('the same is found whatever stands in the bylines that is not in the text', () => {
  expect(found('123-45-6789', ['', ' ', 'nobody'])).toEqual(['personal-ssn 123-45-6789']);
});

test.runIf(isLong).each([
  ['letters', 'a'],
  ['addresses that never come', 'a.'],
  ['at signs', 'a@'],
  ['digits', '1'],
  ['parts of numbers', '202-'],
  ['plus signs', '+2 '],
  ['brackets', ']('],
  ['attributes', ' a="'],
  ['slashes', 'https://'],
])('a megabyte of %s takes no long time', (_name, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  const start = process.cpuUsage();
  scanPersonalData(text, { file: 'x' });
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
});

test('every text is taken, and every finding is a passage of it', () => {
  const sign = fc.constantFrom(
    '1',
    '2',
    '5',
    '-',
    ' ',
    '(',
    ')',
    '@',
    '.',
    'a',
    'gov',
    '+',
    '/',
    '\n',
    '"',
    '=',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const text = signs.join('');
      for (const { matchSha256, place } of scanPersonalData(text, { file: 'x' })) {
        const matched = text.slice(place?.start.offset, place?.end.offset);
        expect(createHash('sha256').update(matched).digest('hex')).toBe(matchSha256);
      }
    }),
  );
});
