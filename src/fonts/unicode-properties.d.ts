declare module 'unicode-properties' {
  const properties: { getScript(codePoint: number): string | null };
  export default properties;
}
