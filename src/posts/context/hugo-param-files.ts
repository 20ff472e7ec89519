const formats = ['toml', 'yaml', 'yml', 'json'];

/**
 * Where Hugo keeps the `params` of a site, from its folder, and at which key: a file of their own says more than the configuration
 * (gohugo.io, “Configuration directory”).
 */
export const hugoParamFiles: readonly { readonly file: string; readonly at: string }[] = [
  { name: 'config/_default/params', at: '' },
  ...['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].map((name) => ({
    name,
    at: 'params',
  })),
].flatMap(({ name, at }) => formats.map((format) => ({ file: `${name}.${format}`, at })));
