import { STATUS_CODES } from 'node:http';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { errorCode } from '../files/error-code.ts';
import { createHostQueue, type HostQueue } from './queue-hosts.ts';
import { RefusedAddressError, requestUrl, type Answer, type RequestUrlOptions } from './request-url.ts';

/** What became of a link. */
export type LinkStatus =
  | { readonly state: 'ok' }
  /** It works by way of another address; `permanent` where that is said to hold for good (status 301 or 308). */
  | { readonly state: 'redirected'; readonly to: string; readonly permanent: boolean }
  | { readonly state: 'broken'; readonly why: string }
  /** Nothing can be said of it: no web address, one that is not requested, or the host asks to wait. */
  | { readonly state: 'unchecked'; readonly why: string };

/** Makes one request; the signal ends it. */
export type RequestHead = (
  url: URL,
  options: Pick<RequestUrlOptions, 'method' | 'signal'>,
) => Promise<Answer>;

/** How hosts are asked. */
export interface CheckLinksOptions {
  /** Of each request, and the longest wait that a host may ask for. */
  readonly timeoutSeconds: number;
  /** Requests at one time, at most. */
  readonly atATime: number;
  /** Between two requests to one host. */
  readonly perHostDelaySeconds: number;
  /** `requestUrl` where absent, which refuses all but public addresses. */
  readonly request?: RequestHead;
  /** The clock, milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

interface Checking {
  readonly timeoutSeconds: number;
  readonly request: RequestHead;
  readonly now: () => number;
  readonly queue: HostQueue;
  /** Hosts that ask to wait longer than we do, with what they said. */
  readonly closed: Map<string, string>;
}

const mostRedirects = 5;

/**
 * Requests each address once, whatever its fragment, and tells what became of it, by the addresses as given. Asks for the
 * head alone, and with GET where that is refused; never reads a body. One request at a time goes to a host.
 */
export async function checkLinks(
  urls: readonly string[],
  options: CheckLinksOptions,
): Promise<ReadonlyMap<string, LinkStatus>> {
  const { timeoutSeconds, request = requestUrl, now = Date.now, sleep = sleepFor } = options;
  const queue = createHostQueue({ ...options, now, sleep: async (wait) => void (await sleep(wait)) });
  const checking: Checking = { timeoutSeconds, request, now, queue, closed: new Map() };
  const checks = new Map<string, Promise<LinkStatus>>();
  const statuses = urls.map(async (url): Promise<readonly [string, LinkStatus]> => {
    const address = webAddress(url);
    if (!address) return [url, { state: 'unchecked', why: 'it is no web address' }];
    let check = checks.get(address.href);
    if (!check) checks.set(address.href, (check = checkAddress(address, checking)));
    return [url, await check];
  });
  return new Map(await Promise.all(statuses));
}

/** The address to request; `undefined` where it is none of the web. */
function webAddress(url: string, base?: URL): URL | undefined {
  if (!URL.canParse(url, base?.href)) return undefined;
  const address = new URL(url, base);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return undefined;
  address.hash = '';
  return address;
}

async function checkAddress(first: URL, checking: Checking): Promise<LinkStatus> {
  let address = first;
  let settled = first;
  let allPermanent = true;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await requestAddress(address, checking);
    if ('state' in answer) return redirects === 0 ? answer : { ...answer, why: after(address, answer.why) };
    const { status, location } = answer;
    if (status >= 200 && status < 300) {
      if (redirects === 0) return { state: 'ok' };
      if (settled === first) return { state: 'redirected', to: address.href, permanent: false };
      return { state: 'redirected', to: settled.href, permanent: true };
    }
    if (!redirectStatuses.has(status) || location === undefined) {
      const why = describeStatus(status);
      return { state: 'broken', why: redirects === 0 ? why : after(address, why) };
    }
    const next = webAddress(location, address);
    if (!next)
      return { state: 'broken', why: `it leads to “${location.slice(0, 200)}”, which is no web address` };
    address = next;
    allPermanent &&= status === 301 || status === 308;
    if (allPermanent) settled = next;
  }
  return { state: 'broken', why: `more than ${mostRedirects} redirects` };
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function after(address: URL, why: string): string {
  return `${why}, redirected to ${address.href}`;
}

type Refusal = Extract<LinkStatus, { readonly why: string }>;

/** The answer to HEAD or, where that is refused, to GET; a host that asks to wait is asked once more. */
async function requestAddress(address: URL, checking: Checking): Promise<Answer | Refusal> {
  try {
    const head = await requestPolitely(address, 'HEAD', checking);
    // Servers refuse HEAD in many ways.
    const refusesHead = !('state' in head) && head.status >= 400 && !asksToWait(head);
    return refusesHead ? await requestPolitely(address, 'GET', checking) : head;
  } catch (error) {
    return describeFailure(error, checking);
  }
}

async function requestPolitely(
  address: URL,
  method: 'HEAD' | 'GET',
  checking: Checking,
): Promise<Answer | Refusal> {
  const { queue, closed, timeoutSeconds, request, now } = checking;
  const { hostname } = address;
  const visit = async (): Promise<Answer | Refusal> => {
    const why = closed.get(hostname);
    if (why !== undefined) return { state: 'unchecked', why };
    const answer = await request(address, { method, signal: AbortSignal.timeout(timeoutSeconds * 1000) });
    const wait = asksToWait(answer) ? waitSeconds(answer, now()) : undefined;
    if (wait !== undefined && wait <= timeoutSeconds) queue.pause(hostname, wait);
    else if (wait !== undefined) closed.set(hostname, `the host asks to wait ${wait} s`);
    return answer;
  };
  const first = await queue.visit(hostname, visit);
  if ('state' in first || !asksToWait(first)) return first;
  const second = await queue.visit(hostname, visit);
  if ('state' in second || second.status !== tooManyRequests) return second;
  return { state: 'unchecked', why: describeStatus(second.status) };
}

const tooManyRequests = 429;

function asksToWait({ status, retryAfter }: Answer): boolean {
  return status === tooManyRequests || (status === 503 && retryAfter !== undefined);
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3); `undefined` where it says nothing. */
function waitSeconds({ retryAfter = '' }: Answer, now: number): number | undefined {
  if (/^\d{1,9}$/u.test(retryAfter)) return Number(retryAfter);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function describeStatus(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trim();
}

const causes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host is not known',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed without an answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is that of another host',
};

function describeFailure(error: unknown, { timeoutSeconds }: Checking): Refusal {
  if (error instanceof RefusedAddressError) return { state: 'unchecked', why: error.message };
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return { state: 'broken', why: `no answer within ${timeoutSeconds} s` };
  }
  const code = errorCode(error);
  // The resolver did not answer: that says nothing of the link.
  if (code === 'EAI_AGAIN') return { state: 'unchecked', why: 'no resolver of names answers' };
  const message = error instanceof Error ? error.message : String(error);
  return { state: 'broken', why: (code === undefined ? undefined : causes[code]) ?? code ?? message };
}
