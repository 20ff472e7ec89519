import { createRequire } from 'node:module';

/** What is used of playwright-core, which is installed with the judges only. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  screenshot(options: { readonly path?: string }): Promise<Buffer>;
  emulateMedia(options: {
    readonly colorScheme: 'light' | 'dark';
    readonly forcedColors?: 'active' | 'none';
  }): Promise<void>;
  close(): Promise<void>;
  route(pattern: string, handle: (route: Route) => Promise<void>): Promise<void>;
  on(event: 'console', listen: (line: ConsoleLine) => void): void;
  on(event: 'pageerror', listen: (error: Error) => void): void;
  readonly mouse: { click(x: number, y: number, options: { readonly delay: number }): Promise<void> };
}

export interface Route {
  request(): { url(): string };
  fulfill(response: { readonly contentType: string; readonly body: Buffer }): Promise<void>;
  abort(): Promise<void>;
}

export interface ConsoleLine {
  type(): string;
  text(): string;
}

export interface Browser {
  newPage(options: { readonly viewport: { readonly width: number; readonly height: number } }): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}

/** Starts the Chromium at `program`, without a window. */
export async function startBrowser(program: string): Promise<Browser> {
  // The types of playwright-core are not there when the sources are checked, before the judges are installed.
  const { chromium } = createRequire(import.meta.url)('playwright-core') as Playwright;
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--force-color-profile=srgb'] });
}
