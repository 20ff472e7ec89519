/** Files by their paths, with the SHA-256 of each. */
export type DigestsByPath = Readonly<Record<string, string>>;

/**
 * The templates and the theme that Tagleaf brings, by the paths that they are kept under, of each release that counted them among
 * what a person decides. Later ones count only what the project brings, since the version says what Tagleaf brought: no release is
 * added.
 */
const filedByRelease: Readonly<Record<string, DigestsByPath>> = {
  '0.1.0': {
    'templates/epub/chapter-xhtml.ejs': 'cfcbd09c3d4357811b4bd88d9982ec47dc6e643bc82fc14a6e875eaae9ecb84e',
    'templates/epub/nav-xhtml.ejs': '27b0bf5a6d1350bf87843fcd3dc0585a06f858ee7a3637e6dfa096d11413e76b',
    'templates/epub/package-opf.ejs': '40ace0b3a01aea5e728cef27c5502cf903372677721ec9df35f4dc7018d1efb2',
    'templates/epub/style.css': 'e42cbc8506db190f025dc314e5e6d69f2b7b2fc4c176e94553c713f44e3ae23a',
    'templates/epub/toc-ncx.ejs': 'efb4aa2b4b70bfe84dfc6197470745fb531efb718715f907ffd9be2b3fd7fdf8',
    'templates/strings/en.yaml': '709fa2530537e3a88e51633adf1abafec4f4025867d9d9c4ee927c51e0f88891',
    'theme.yaml': '9f1a4c0771a79a7b1d5903c9d525ee3b7cb9d16137da7876f0e983ab5ff19adf',
  },
};

/** What of Tagleaf's own a release counted in each record; nothing for one that counts only what the project brings. */
export function ownTemplatesFiledBy(release: string): DigestsByPath {
  return Object.hasOwn(filedByRelease, release) ? (filedByRelease[release] ?? {}) : {};
}

/** The same of each release that counted any: the ways in which files were counted with what is not the project's. */
export function ownTemplatesOfReleases(): readonly DigestsByPath[] {
  return Object.values(filedByRelease);
}
