/** An address, or a part of one, with its percent-encoded characters as themselves; as written where they are none (RFC 3986 §2.1). */
export function percentDecoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
