declare module 'unicode-properties' {
  const properties: { getScript(codePoint: number): string };
  export default properties;
}
