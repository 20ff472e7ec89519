/** An ISBN without its spaces and hyphens: digits, and X at the end; `undefined` for what is none. */
export function isbnOf(written: string): string | undefined {
  const digits = isbnDigits(written);
  return isIsbn(digits) ? digits : undefined;
}

/** What is written without its spaces and hyphens. */
export function isbnDigits(written: string): string {
  return written.replace(/[\s-]/gu, '').toUpperCase();
}

/** Whether these are ten or thirteen digits, the last of which checks the others (ISO 2108). */
export function isIsbn(value: string): boolean {
  if (/^\d{13}$/u.test(value)) {
    const sum = Array.from(value, (digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 3));
    return sum.reduce((total, part) => total + part, 0) % 10 === 0;
  }
  if (!/^\d{9}[\dX]$/u.test(value)) return false;
  const sum = Array.from(value, (digit, index) => (digit === 'X' ? 10 : Number(digit)) * (10 - index));
  return sum.reduce((total, part) => total + part, 0) % 11 === 0;
}
