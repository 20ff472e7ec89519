/**
 * The schemes of links that can be followed: those on IANA's list of registered ones that programs of readers open, none of which runs
 * what it names. EPUBCheck 5 warns (HTM-025) of those that its copy of the list lacks: of these `sms` (RFC 5724), of others `sftp` and `geo`.
 */
export const followedSchemes: ReadonlySet<string> = new Set([
  'http',
  'https',
  'ftp',
  'mailto',
  'tel',
  'sms',
  'sip',
  'sips',
  'xmpp',
  'irc',
  'news',
]);
