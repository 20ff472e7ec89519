/** Text that names or quotes what others wrote, fit for a terminal: a control character in it is shown as U+FFFD, not obeyed. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
