import { expect, test } from 'vitest';
import type { LinkStatus } from '../../src/links/check-links.ts';
import { reportLinks } from '../../src/links/report-links.ts';
import type { LinkRecord } from '../../src/links/list-links.ts';

test('every place of a link that needs a person is told', () => {
  const at = { line: 3, column: 1, offset: 9 };
  const place = { start: at, end: at };
  const record = (target: string, post: string): LinkRecord => {
    return { text: 'x', target, post, place, kind: 'external' };
  };
  const statuses = new Map<string, LinkStatus>([
    ['https://a.test/gone', { state: 'broken', why: '404 Not Found' }],
    ['https://a.test/old', { state: 'redirected', to: 'https://a.test/new', permanent: true }],
    ['https://a.test/today', { state: 'redirected', to: 'https://a.test/1', permanent: false }],
    ['http://10.0.0.1/', { state: 'unchecked', why: '10.0.0.1 is no address of the public internet' }],
    ['mailto:a@example.gov', { state: 'unchecked', why: 'it is no web address' }],
    ['https://a.test/', { state: 'ok' }],
  ]);
  const records = [...statuses.keys(), '#id'].map((target) => record(target, '1.md'));
  const messages = reportLinks([...records, record('https://a.test/gone', '2.md')], statuses);
  expect(messages.map(({ ruleId, severity, reason, file }) => [ruleId, severity, reason, file])).toEqual([
    ['link-broken', 'warning', 'Link to “https://a.test/gone” fails: 404 Not Found', '1.md'],
    ['link-moved', 'info', '“https://a.test/old” has moved to “https://a.test/new”', '1.md'],
    [
      'link-unchecked',
      'info',
      'Link to “http://10.0.0.1/” was not checked: 10.0.0.1 is no address of the public internet',
      '1.md',
    ],
    ['link-broken', 'warning', 'Link to “https://a.test/gone” fails: 404 Not Found', '2.md'],
  ]);
  expect(messages.map((message) => message.place)).toEqual([place, place, place, place]);
});
