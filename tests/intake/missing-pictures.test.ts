import { expect, test } from 'vitest';
import { takeInPage } from './take-in.ts';

const noFile = 'the folder that was taken in has no such file';
const small = Buffer.alloc(1000);

test.each([
  ['snow.png', {}, noFile],
  ['snow.png', { 'Snow.jpg': small }, noFile],
  ['snow.png', { 'snow.png/a.png': small }, noFile],
  ['a_files/snow.png', { 'snow.png': small }, noFile],
  ['/snow.png', { 'sub/snow.png': small }, noFile],
  ['snow.pdf', { 'snow.pdf': small }, 'the name of the file is not that of a picture'],
  ['snow.png', { 'snow.png': Buffer.alloc(1001) }, 'the file has 1001 bytes, more than 1000'],
])('of a page that shows %s beside %j it is told', async (address, beside, why) => {
  const html = `<main><p>Words.</p><img src="${address}" alt="Snow"><p>More.</p><img src="${address}"></main>`;
  const { rows, messages } = await takeInPage(html, beside);
  const reason = `Picture “${address}” not copied: ${why}`;
  const told = messages.filter(({ ruleId }) => ruleId === 'intake-picture-missing');
  expect(told.map(({ file, severity, reason: said }) => [file, severity, said])).toEqual([
    ['in/page.html', 'warning', reason],
  ]);
  expect(rows[0]?.reasons).toContain(reason);
  expect(rows[0]?.status).toBe('needs attention');
});

test.each([
  ['snow.png', '', { 'snow.png': small }],
  ['../snow.png?width=2', '', { 'snow.png': small }],
  ['https://example.org/snow.png', '', {}],
  ['//example.org/snow.png', '', {}],
  ['data:image/png;base64,QUJD', '', {}],
  // It has an address of the web then, and what is built of the post says so.
  ['snow.png', '<link rel="canonical" href="https://example.org/a">', {}],
])('of a page that shows %s nothing is told', async (address, head, beside) => {
  const { messages } = await takeInPage(
    `${head}<main><p>Words.</p><img src="${address}" alt="Snow"></main>`,
    beside,
  );
  expect(messages.filter(({ ruleId }) => ruleId === 'intake-picture-missing')).toEqual([]);
});

test('the fields of a form that is left out stand apart in its message, and its line is said once', async () => {
  const form = '<form><label>Name</label><input name="n"><button>Send</button><b>N</b>ow</form>';
  const { rows } = await takeInPage(`<main><p>Words.</p>\n${form}\n<p>a&nbsp; &nbsp;b</p></main>`, {});
  expect(rows[0]?.reasons.filter((reason) => reason.startsWith('line'))).toEqual([
    'line 3: No-break spaces that only lay out taken away',
    'line 2: Left out: <form> “Name Send Now”',
  ]);
});
