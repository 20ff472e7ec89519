declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}
declare module 'unicode-properties' {
  const properties: { getScript(codePoint: number): string };
  export default properties;
}
