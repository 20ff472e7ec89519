/** A text in UTF-16BE, without a byte order mark, as hexadecimal digits. */
export function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
