// Device names are reserved in every folder, with any extension (Microsoft, "Naming Files, Paths, and Namespaces").
const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/iu;
const refused = /[<>:"\\|?*\p{Cc}]+/gu;

/**
 * A path below a folder with names that Windows, macOS and Linux can all open: signs that one of them refuses become `-`,
 * names of devices get a `_`, and full stops and spaces at an end go. `/` stands between the parts.
 */
export function portablePath(path: string): string {
  return path.split('/').map(portableName).join('/');
}

function portableName(name: string): string {
  if (name === '.' || name === '..' || name === '') return name;
  const plain = name.replace(refused, '-').replace(/(?<![. ])[. ]+$/u, '');
  return plain.replace(reserved, (device) => `${device}_`) || '-';
}
