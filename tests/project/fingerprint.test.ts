import { expect, test } from 'vitest';
import { boundOptions, configOfBound } from '../../src/project/fingerprint.ts';
import { checkConfig } from '../../src/project/read-config.ts';
import { settingsOf } from '../../src/project/resolve-settings.ts';

const at = { cwd: '/w', base: '/w', name: 'tagleaf.yaml' };

test('options that bear on bytes become a configuration that says the same', () => {
  const config = {
    page: 'a4',
    theme: 'my/own.theme.yaml',
    printed_urls: true,
    lang: 'de',
    agency: 'Amt',
    cover: 'none',
    date_order: 'dmy',
    dates_in_names: true,
    hidden: 'keep',
    dialect: 'myst',
    pictures: { remote: 'assets/remote' },
    links: { base: 'https://example.org', permalink: '/:title/' },
    limits: { depth: 9 },
    lint: { 'link-generic': 'off' },
    plugins: ['remark-emoji'],
    fonts: ['fonts'],
  };
  const settings = settingsOf(checkConfig(config, at.name), {}, at);
  const bound = boundOptions(settings, { collection: { id: 'book' } });
  expect(Object.keys(bound)).toEqual([
    'page',
    'theme',
    'printedUrls',
    'lang',
    'agency',
    'cover',
    'dateOrder',
    'datesInNames',
    'hidden',
    'dialect',
    'pictures',
    'links',
    'limits',
    'levels',
    'plugins',
    'fonts',
    'collection',
  ]);
  // As it is kept: what is absent is not written.
  const kept: typeof bound = JSON.parse(JSON.stringify(bound));
  const again = settingsOf(checkConfig(configOfBound(kept), 'options.json'), {}, at);
  expect(boundOptions(again, { collection: { id: 'book' } })).toEqual(bound);
  expect(boundOptions(settingsOf({ ...config, page: 'letter' } as never, {}, at))).not.toEqual(
    boundOptions(again),
  );
});

test('a choice that was not there when records were filed is written only where it was made', () => {
  const { cover, hidden } = boundOptions(settingsOf({ cover: 'drawn', hidden: 'leave-out' }, {}, at));
  expect([cover, hidden]).toEqual([undefined, undefined]);
  expect(boundOptions(settingsOf({}, {}, at))['printedUrls']).toBeUndefined();
  expect(boundOptions(settingsOf({ cover: 'none' }, {}, at))['cover']).toBe('none');
  expect(boundOptions(settingsOf({ hidden: 'keep' }, {}, at))['hidden']).toBe('keep');
});

test('a limit that is known no more is left out, any other key is refused', () => {
  const old = configOfBound({ page: 'letter', limits: { depth: 3, seconds: 9 } });
  expect(checkConfig(old, 'options.json')).toMatchObject({ page: 'letter', limits: { depth: 3 } });
  expect(() => checkConfig(configOfBound({ page: 'a5' }), 'options.json')).toThrow('options.json: `page`');
});

test('the level of a rule that no level bears on is left out, and that of no rule refused', () => {
  const old = configOfBound({ levels: { 'personal-email': 'off', 'link-generic': 'off' } });
  expect(checkConfig(old, 'options.json')).toMatchObject({ lint: { 'link-generic': 'off' } });
  const none = configOfBound({ levels: { 'no-rule': 'off' } });
  expect(() => checkConfig(none, 'options.json')).toThrow('options.json: unknown key `lint.no-rule`');
});
