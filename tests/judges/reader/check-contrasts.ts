import type { Colours, Reader } from './open-reader.ts';

/** WCAG 2.2, SC 1.4.3. */
const least = 4.5;

/** The colours of a system that are not those of a book. */
export const otherColours: Readonly<Record<string, Colours>> = {
  dark: { colorScheme: 'dark' },
  'forced light': { colorScheme: 'light', forcedColors: 'active' },
  'forced dark': { colorScheme: 'dark', forcedColors: 'active' },
};

/** Goes to places in other colours: every text on the screen must stand out from what is behind it. */
export async function checkContrasts(reader: Reader, hrefs: readonly string[]): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const [name, colours] of Object.entries(otherColours)) {
    await reader.setColours(colours);
    for (const href of hrefs) {
      const { boxes } = await reader.goTo(href);
      const contrasts = await reader.contrasts(boxes);
      for (const [index, contrast] of contrasts.entries())
        if (contrast < least) findings.push(`${name}: “${boxes[index]?.text ?? ''}” cannot be made out`);
    }
  }
  await reader.setColours({ colorScheme: 'light' });
  return findings;
}
