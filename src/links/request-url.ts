import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What of an answer says whether a link works. */
export interface Answer {
  readonly status: number;
  readonly location?: string;
  readonly retryAfter?: string;
}

/** How a request is made. */
export interface RequestUrlOptions {
  readonly method: 'HEAD' | 'GET';
  readonly signal: AbortSignal;
  /** The system's resolver where absent. */
  readonly lookup?: LookupFunction;
  /** `isPublicAddress` where absent. */
  readonly isAllowed?: (address: string) => boolean;
}

/** What a URL asks for is not requested: the address is that of this machine, its network or a port of another service. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

/**
 * Whether an IP address is one of the public internet (IANA IPv4 and IPv6 Special-Purpose Address Registries): no loopback,
 * private, link-local, shared or reserved one, nor one that wraps another.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * The head of the answer to one request; its body is not read, redirects are not followed. The address is checked where
 * the connection is made, so that a name cannot lead to another address than the one that was checked.
 * @throws RefusedAddressError for an address that is not allowed; an error with a code of Node where no answer comes.
 */
export function requestUrl(url: URL, options: RequestUrlOptions): Promise<Answer> {
  const { method, signal, lookup = systemLookup as LookupFunction } = options; // its overloads include that signature
  const isAllowed = options.isAllowed ?? isPublicAddress;
  const bare = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  if (isIP(bare) !== 0 && !isAllowed(bare)) return Promise.reject(refused(bare));
  if (!isWebPort(url.port))
    return Promise.reject(new RefusedAddressError(`port ${url.port} is no web server’s`));
  const settings: RequestOptions = {
    method,
    signal,
    // Of its own, so that no connection stays open after the answer.
    agent: false,
    lookup: guardLookup(lookup, isAllowed),
    headers: { 'User-Agent': 'Tagleaf (link check)', Accept: '*/*' },
  };
  const target = new URL(url);
  target.username = '';
  target.password = '';
  target.hash = '';
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(target, settings, (response) => {
      const { statusCode: status = 0, headers } = response;
      const { location, 'retry-after': retryAfter } = headers;
      resolve({
        status,
        ...(location !== undefined && { location }),
        ...(retryAfter !== undefined && { retryAfter }),
      });
      request.destroy();
    });
    // After the answer this is nothing but the end that was made.
    request.on('error', reject);
    request.end();
  });
}

/** Below 1024, only those of HTTP: a link must not make us talk to a mail server. */
function isWebPort(port: string): boolean {
  return port === '' || port === '80' || port === '443' || Number(port) >= 1024;
}

function refused(address: string): RefusedAddressError {
  return new RefusedAddressError(`${address} is no address of the public internet`);
}

/** A resolver that fails where a name has an address that is not allowed. */
function guardLookup(lookup: LookupFunction, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      const found: readonly LookupAddress[] =
        typeof address === 'string' ? [{ address, family: family ?? 0 }] : (address ?? []);
      const bad = error ? undefined : found.find((entry) => !isAllowed(entry.address));
      if (bad) callback(refused(bad.address), []);
      else callback(error, address, family);
    });
  };
}
