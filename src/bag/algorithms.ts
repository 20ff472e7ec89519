/** The digest algorithms that can be computed here, by their names in the names of manifests (RFC 8493 §2.4). */
export const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;

/** A digest algorithm by its name in the names of manifests. */
export type Algorithm = (typeof algorithms)[number];

/** The two algorithms of every bag that we write, in the order of their manifests. */
export const recordAlgorithms = ['sha256', 'sha512'] as const;

/** The number of hexadecimal digits of a digest. */
export const digestLengths: Readonly<Record<Algorithm, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};
