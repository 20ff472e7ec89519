/** What `--theme` takes, for `--help`: the names of the themes that come with Tagleaf, those of one's own, and paths. */
export const themeHelp =
  'compact, high-contrast, large-print, public-sans or standard (the default), NAME of pdf/NAME.yaml in your templates, or a path to a file, as ./my-theme.yaml';
