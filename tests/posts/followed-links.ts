/** An address of each scheme that is followed, and hosts that are numbers, as they are written and as they are followed. */
export const followedLinks: readonly (readonly [written: string, followed: string])[] = [
  ['http://[2001:db8::1]/', 'http://[2001:db8::1]/'],
  ['https://u@[2001:DB8::1]:8080/a%20b?c=[d]#e', 'https://u@[2001:DB8::1]:8080/a%20b?c=%5Bd%5D#e'],
  ['http://192.0.2.1/', 'http://192.0.2.1/'],
  ['ftp://ftp.example.gov/pub/x', 'ftp://ftp.example.gov/pub/x'],
  ['mailto:a@example.gov', 'mailto:a@example.gov'],
  ['tel:+15550100', 'tel:+15550100'],
  ['sip:a@example.gov', 'sip:a@example.gov'],
  ['sips:a@example.gov', 'sips:a@example.gov'],
  ['xmpp:a@example.gov', 'xmpp:a@example.gov'],
  ['irc://irc.example.gov/x', 'irc://irc.example.gov/x'],
  ['news:comp.text', 'news:comp.text'],
];

/** A post that has them all, in Markdown and in HTML. */
export const postOfLinks: string = `---\ntitle: Links\nlang: en\n---\n\n${followedLinks
  .map(([written], index) => `Link ${index} <${written}>, <a href="${written}">raw ${index}</a>.`)
  .join('\n\n')}\n`;
