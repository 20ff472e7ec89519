import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkLinks, type CheckLinksOptions, type LinkStatus } from '../../src/links/check-links.ts';
import { isPublicAddress, requestUrl } from '../../src/links/request-url.ts';

/** What each path answers; `seen` tells what was asked. */
type Route = (request: IncomingMessage, response: ServerResponse) => void;

const reply =
  (status: number, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) =>
    void response.writeHead(status, headers).end();

const toGet =
  (status: number, refusal: number): Route =>
  (request, response) =>
    void response.writeHead(request.method === 'GET' ? status : refusal).end();

let port = 0;
let sent = 0;
let asked: string[] = [];
let running = 0;
let most: Record<string, number> = {};

const routes: Readonly<Record<string, Route>> = {
  '/ok': reply(200),
  '/gone': reply(404),
  '/get-405': toGet(200, 405),
  '/get-501': toGet(200, 501),
  '/get-403': toGet(200, 403),
  '/forbidden': reply(403),
  '/for-good': reply(301, { Location: '/ok' }),
  '/for-now': reply(302, { Location: '/ok' }),
  '/good-then-now': reply(308, { Location: '/for-now' }),
  '/to-gone': reply(301, { Location: '/gone' }),
  '/round': reply(302, { Location: '/round' }),
  '/to-mail': reply(302, { Location: 'mailto:a@example.gov' }),
  '/no-location': reply(302),
  '/to-private': (_request, response) =>
    void response.writeHead(302, { Location: `http://private.test:${port}/ok` }).end(),
  '/to-loopback': (_request, response) =>
    void response.writeHead(302, { Location: `http://[::1]:${port}/ok` }).end(),
  '/silent': () => undefined,
  '/hang-up': (request) => void request.socket.destroy(),
  '/endless': (request, response) => {
    response.writeHead(request.method === 'GET' ? 200 : 405);
    const write = (): void => {
      sent += 65536;
      if (response.write(Buffer.alloc(65536))) setImmediate(write);
      else response.once('drain', write);
    };
    if (request.method === 'GET') write();
    else response.end();
  },
  '/slow': (_request, response) => void setTimeout(() => response.writeHead(200).end(), 30),
};

const server = createServer((request, response) => {
  const host = request.headers.host?.replace(/:\d+$/u, '') ?? '';
  asked.push(`${request.method} ${host}${request.url}`);
  running += 1;
  for (const name of [host, 'all']) most[name] = Math.max(most[name] ?? 0, running);
  response.on('close', () => (running -= 1));
  const route = routes[request.url ?? ''] ?? reply(200);
  route(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
  most = {};
});

/** Every name is this machine, but those that play others. */
const lookup: LookupFunction = (hostname, options, callback) => {
  const failure = { 'unknown.test': 'ENOTFOUND', 'offline.test': 'EAI_AGAIN' }[hostname];
  if (failure !== undefined) return callback(Object.assign(new Error(failure), { code: failure }), []);
  const addresses = {
    'private.test': ['10.1.2.3'],
    'metadata.test': ['169.254.169.254'],
    // One of its addresses is enough.
    'mixed.test': ['127.0.0.1', '192.168.0.1'],
  }[hostname] ?? ['127.0.0.1'];
  if (options.all === true)
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  else callback(null, addresses[0] ?? '', 4);
};

const options: CheckLinksOptions = {
  timeoutSeconds: 2,
  atATime: 4,
  perHostDelaySeconds: 0,
  request: (url, how) => {
    const isAllowed = (address: string): boolean => address === '127.0.0.1' || isPublicAddress(address);
    return requestUrl(url, { ...how, lookup, isAllowed });
  },
};

function at(path: string, host = 'a.test'): string {
  return `http://${host}:${port}${path}`;
}

async function check(url: string, more: Partial<CheckLinksOptions> = {}): Promise<LinkStatus | undefined> {
  return (await checkLinks([url], { ...options, ...more })).get(url);
}

describe('one link', () => {
  test.each<[string, LinkStatus]>([
    ['/ok', { state: 'ok' }],
    ['/get-405', { state: 'ok' }],
    ['/get-501', { state: 'ok' }],
    ['/get-403', { state: 'ok' }],
    ['/gone', { state: 'broken', why: '404 Not Found' }],
    ['/forbidden', { state: 'broken', why: '403 Forbidden' }],
    ['/no-location', { state: 'broken', why: '302 Found' }],
    ['/round', { state: 'broken', why: 'more than 5 redirects' }],
    ['/hang-up', { state: 'broken', why: 'the connection was closed without an answer' }],
    ['/to-mail', { state: 'broken', why: 'it leads to “mailto:a@example.gov”, which is no web address' }],
  ])('%s', async (path, expected) => {
    expect(await check(at(path))).toEqual(expected);
  });

  test('follows five redirects and no more', async () => {
    await check(at('/round'));
    expect(asked).toEqual(Array.from({ length: 6 }, () => 'HEAD a.test/round'));
  });

  test('asks with GET only where HEAD is refused', async () => {
    await check(at('/ok'));
    await check(at('/get-405'));
    expect(asked).toEqual(['HEAD a.test/ok', 'HEAD a.test/get-405', 'GET a.test/get-405']);
  });

  test('tells a move for good from one for now', async () => {
    const ok = at('/ok');
    expect(await check(at('/for-good'))).toEqual({ state: 'redirected', to: ok, permanent: true });
    expect(await check(at('/for-now'))).toEqual({ state: 'redirected', to: ok, permanent: false });
    // The new address is that up to which every move was for good.
    expect(await check(at('/good-then-now'))).toEqual({
      state: 'redirected',
      to: at('/for-now'),
      permanent: true,
    });
    expect(await check(at('/to-gone'))).toEqual({
      state: 'broken',
      why: `404 Not Found, redirected to ${at('/gone')}`,
    });
  });

  test('waits no longer than the timeout', async () => {
    const before = performance.now();
    const status = await check(at('/silent'), { timeoutSeconds: 0.2 });
    expect(status).toEqual({ state: 'broken', why: 'no answer within 0.2 s' });
    // The server never answers.
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test('reads no body', async () => {
    sent = 0;
    expect(await check(at('/endless'))).toEqual({ state: 'ok' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const after = sent;
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The connection is closed: nothing more is sent, and what was sent fits into its buffers.
    expect(sent).toBe(after);
    expect(sent).toBeLessThan(20_000_000);
  });

  test('tells what is no web address and which hosts are not known', async () => {
    const urls = ['mailto:a@example.gov', 'ftp://a.test/x', 'not an address'];
    const statuses = await checkLinks(urls, options);
    for (const url of urls) {
      expect(statuses.get(url)).toEqual({ state: 'unchecked', why: 'it is no web address' });
    }
    expect(asked).toEqual([]);
    expect(await check(at('/ok', 'unknown.test'))).toEqual({
      state: 'broken',
      why: 'the host is not known',
    });
    expect(await check(at('/ok', 'offline.test'))).toEqual({
      state: 'unchecked',
      why: 'no resolver of names answers',
    });
  });
});

describe('addresses that are not requested', () => {
  const refused = (why: string): LinkStatus => ({ state: 'unchecked', why });

  test.each([
    ['private.test', '10.1.2.3 is no address of the public internet'],
    ['metadata.test', '169.254.169.254 is no address of the public internet'],
    ['mixed.test', '192.168.0.1 is no address of the public internet'],
    ['[::1]', '::1 is no address of the public internet'],
    ['[::ffff:10.0.0.1]', '::ffff:a00:1 is no address of the public internet'],
    // The same as 127.0.0.2, which the tests do not allow.
    ['2130706434', '127.0.0.2 is no address of the public internet'],
  ])('%s', async (host, why) => {
    expect(await check(at('/ok', host))).toEqual(refused(why));
    expect(asked).toEqual([]);
  });

  test('without what the tests allow, this machine is none', async () => {
    const request: CheckLinksOptions['request'] = (url, how) => requestUrl(url, { ...how, lookup });
    expect(await check(at('/ok'), { request })).toEqual(
      refused('127.0.0.1 is no address of the public internet'),
    );
    expect(await check(at('/ok', '127.0.0.1'), { request: requestUrl })).toEqual(
      refused('127.0.0.1 is no address of the public internet'),
    );
    expect(asked).toEqual([]);
  });

  test('neither after a redirect', async () => {
    expect(await check(at('/to-private'))).toEqual(
      refused(`10.1.2.3 is no address of the public internet, redirected to http://private.test:${port}/ok`),
    );
    expect(await check(at('/to-loopback'))).toEqual(
      refused(`::1 is no address of the public internet, redirected to http://[::1]:${port}/ok`),
    );
    expect(asked).toEqual(['HEAD a.test/to-private', 'HEAD a.test/to-loopback']);
  });

  test('ports of other services', async () => {
    expect(await check('http://a.test:25/')).toEqual(refused('port 25 is no web server’s'));
  });

  test.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.0.1 198.18.0.1 224.0.0.1',
    '255.255.255.255 ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::10.0.0.1 64:ff9b::a00:1 2002:a00:1:: 2001::1',
    '2001:db8::1 localhost',
  ])('%s are not', (addresses) => {
    expect(addresses.split(' ').filter(isPublicAddress)).toEqual([]);
  });
});

describe('many links', () => {
  test('each address is requested once, whatever its fragment', async () => {
    const urls = [at('/ok'), at('/ok#a'), at('/ok#b'), at('/ok'), at('/ok?q')];
    const statuses = await checkLinks(urls, options);
    expect([...statuses]).toEqual(
      [at('/ok'), at('/ok#a'), at('/ok#b'), at('/ok?q')].map((url) => [url, { state: 'ok' }]),
    );
    expect(asked).toEqual(['HEAD a.test/ok', 'HEAD a.test/ok?q']);
  });

  test('one request at a time goes to a host, and no more than allowed to all', async () => {
    const paths = ['/slow', '/slow?1', '/slow?2'];
    await checkLinks(
      paths.map((path) => at(path)),
      options,
    );
    expect(most['all']).toBe(1);
    most = {};
    const hosts = ['a.test', 'b.test', 'c.test', 'd.test', 'e.test'];
    const urls = hosts.flatMap((host) => [at('/slow', host), at('/slow?1', host)]);
    await checkLinks(urls, { ...options, atATime: 3 });
    expect(most['all']).toBe(3);
    expect(asked).toHaveLength(3 + urls.length);
  });

  test('a host is left alone between two requests', async () => {
    const clock = fakeClock();
    const urls = [at('/ok'), at('/gone'), at('/ok', 'b.test')];
    await checkLinks(urls, { ...options, perHostDelaySeconds: 3, ...clock });
    // HEAD and GET of the second address wait; the other host does not.
    expect(clock.slept).toEqual([3000, 3000]);
  });
});

/** A clock that stands still but for sleep. */
function fakeClock() {
  let time = Date.UTC(2026, 0, 1);
  const slept: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    time += milliseconds;
    return Promise.resolve();
  };
  return { now: () => time, sleep, slept };
}

describe('a host that asks to wait', () => {
  const answers = (...list: readonly { status: number; retryAfter?: string }[]) => {
    const left = [...list];
    const made: string[] = [];
    const request: CheckLinksOptions['request'] = (url, { method }) => {
      made.push(`${method} ${url.pathname}`);
      return Promise.resolve(left.shift() ?? { status: 200 });
    };
    return { request, made };
  };

  test.each([
    ['seconds', '2'],
    ['a date', 'Thu, 01 Jan 2026 00:00:02 GMT'],
  ])('is asked again after that time, given as %s', async (_form, retryAfter) => {
    const clock = fakeClock();
    const { request, made } = answers({ status: 429, retryAfter });
    expect(await check('https://a.test/x', { request, ...clock })).toEqual({ state: 'ok' });
    expect(clock.slept).toEqual([2000]);
    expect(made).toEqual(['HEAD /x', 'HEAD /x']);
  });

  test('is asked no more where that is longer than the timeout', async () => {
    const clock = fakeClock();
    const { request, made } = answers({ status: 503, retryAfter: '3600' });
    const urls = ['https://a.test/x', 'https://a.test/y', 'https://b.test/z'];
    const statuses = await checkLinks(urls, { ...options, request, ...clock });
    const why = 'the host asks to wait 3600 s';
    expect([...statuses.values()]).toEqual([
      { state: 'unchecked', why },
      { state: 'unchecked', why },
      { state: 'ok' },
    ]);
    expect(clock.slept).toEqual([]);
    expect(made).toEqual(['HEAD /x', 'HEAD /z']);
  });

  test('and asks again, is not called broken', async () => {
    const { request, made } = answers({ status: 429 }, { status: 429 });
    expect(await check('https://a.test/x', { request, ...fakeClock() })).toEqual({
      state: 'unchecked',
      why: '429 Too Many Requests',
    });
    expect(made).toHaveLength(2);
  });

  test('503 without a time is an answer like others', async () => {
    const { request, made } = answers({ status: 503 }, { status: 503 });
    expect(await check('https://a.test/x', { request, ...fakeClock() })).toEqual({
      state: 'broken',
      why: '503 Service Unavailable',
    });
    expect(made).toEqual(['HEAD /x', 'GET /x']);
  });
});
