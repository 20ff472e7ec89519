import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findMatches } from '../../../src/personal-data/find-matches.ts';
import { patternSetNames, type PatternSetName } from '../../../src/personal-data/pattern-set-names.ts';
import { patternSets } from '../../../src/personal-data/pattern-sets.ts';
import { scanPersonalData } from '../../../src/filing/scan/scan-personal-data.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpora');
const absent = !existsSync(root);
if (absent) console.warn(`corpora.test.ts skipped: ${root} is not there`);

const samples: Readonly<Record<PatternSetName, string>> = {
  us: '912-70-1234',
  ca: '130-692-544',
  uk: 'AB 12 34 56 C',
  eu: 'RSSMRA85T10A562S',
  be: '85.07.30-033.28',
  de: 'Steuer-ID 86095742719',
  es: '12345678Z',
  fr: '255081416802538',
  it: 'RSSMRA85T10A562S',
  nl: 'BSN 111222333',
  pl: 'PESEL 44051401359',
  pt: 'NIF 123456789',
  se: '811218-9876',
  iban: 'NL91ABNA0417164300',
};

/** Posts of the government, in which nobody's social security number stands. */
const texts = absent
  ? []
  : readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const isText = entry.isFile() && /\.(?:md|markdown|txt|html)$/u.test(entry.name);
      const path = join(entry.parentPath, entry.name);
      return isText && !path.includes('suites') ? [{ path, text: readFileSync(path, 'utf8') }] : [];
    });

describe.skipIf(absent)('published posts', () => {
  const found = texts.flatMap(({ path, text }) =>
    scanPersonalData(text, { file: path }).map((finding) => ({
      ...finding,
      matched: text.slice(finding.place?.start.offset, finding.place?.end.offset),
    })),
  );
  const of = (rule: string): readonly string[] =>
    found.filter((finding) => finding.rule === rule).map(({ matched }) => matched);

  test('are many', () => {
    expect(texts.length).toBeGreaterThan(400);
  });

  test('have no number that is taken for a social security number', () => {
    expect(of('personal-ssn')).toEqual([]);
  });

  test('have hardly a number that is taken for one of a telephone: each that is found is one', () => {
    const numbers = of('personal-telephone');
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.length / texts.length).toBeLessThan(0.05);
    // Area code and exchange of the North American plan begin with 2 to 9; the code of the country may stand before them.
    for (const number of numbers) {
      expect(number).toMatch(/^[\d ()+.-]+$/u);
      expect(number.replace(/\D/gu, '')).toMatch(/^1?[2-9]\d{2}[2-9]\d{6}$/u);
    }
  });

  test.each(patternSetNames)(
    'have no number that is taken for one of the set %s; one that is planted is found',
    (name) => {
      const taken = texts.flatMap(({ path, text }) =>
        findMatches(text, patternSets[name]).map((one) => `${path}: ${one.text}`),
      );
      expect(taken).toEqual([]);
      const planted = `${texts[0]?.text ?? ''}\n\n${samples[name]}\n`;
      expect(findMatches(planted, patternSets[name])).toHaveLength(1);
    },
  );

  test('have addresses of e-mail, each in a domain', () => {
    const addresses = of('personal-email');
    expect(addresses.length).toBeGreaterThan(100);
    for (const address of addresses) expect(address).toMatch(/^[^\s@]+@[^\s@]+\.[a-z]+$/iu);
  });
});
