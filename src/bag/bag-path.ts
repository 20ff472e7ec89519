// Programs for Windows read these as a drive or a home folder.
const rooted = /^(?:[A-Za-z]:|~)/u;

/**
 * Why a path of a bag may lead out of it or mean another file elsewhere; `undefined` where it does neither.
 * Its parts are parted by `/` (RFC 8493 §2.1.3, §5.1).
 */
export function findUnsafePath(path: string): string | undefined {
  if (path.startsWith('/') || rooted.test(path)) return 'is not relative to the bag';
  if (path.includes('\\')) return 'contains a backslash';
  if (path.includes('\0')) return 'contains a zero byte';
  const parts = path.split('/');
  if (parts.includes('..')) return 'leads upwards';
  return parts.includes('') || parts.includes('.') ? 'has an empty part' : undefined;
}

// Python ends a line at each of these; Cc and Zl/Zp hold them all.
const breaksLines = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * Why a path cannot be read out of a manifest by common programs, though RFC 8493 allows it; `undefined` where it can.
 * Neither bagit-python 1.9 nor the library of the Library of Congress 5.2 decodes `%25`; the first also strips space
 * and ends a line at every line separator of Unicode.
 */
export function findUnreadablePath(path: string): string | undefined {
  if (breaksLines.test(path)) return 'contains a control character or a line separator';
  if (path.includes('%')) return 'contains "%", which common programs do not decode';
  return path.split('/').some((part) => part.trim() !== part) ? 'begins or ends with space' : undefined;
}
