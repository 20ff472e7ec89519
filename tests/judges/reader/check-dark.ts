import type { Reader } from './open-reader.ts';

/** WCAG 2.2, SC 1.4.3. */
const least = 4.5;

/** Goes to places in the dark colour scheme: every text on the screen must stand out from what is behind it. */
export async function checkDark(reader: Reader, hrefs: readonly string[]): Promise<readonly string[]> {
  const findings: string[] = [];
  await reader.setColourScheme('dark');
  for (const href of hrefs) {
    const { boxes } = await reader.goTo(href);
    const contrasts = await reader.contrasts(boxes);
    for (const [index, contrast] of contrasts.entries())
      if (contrast < least) findings.push(`dark: “${boxes[index]?.text ?? ''}” cannot be made out`);
  }
  await reader.setColourScheme('light');
  return findings;
}
