/** A post of so many paragraphs of 75 words under headings, the same on every run. */
export function makePost({ title, paragraphs }) {
  const words =
    'the agency releases its guidance to the public so that every reader may follow each step without help and find the date and the office that answers'.split(
      ' ',
    );
  const lines = [`---\ntitle: ${title}\nlang: en-US\nreleased: 2024-05-06\n---\n`];
  for (let index = 0; index < paragraphs; index += 1) {
    if (index % 8 === 3) lines.push(`## Part ${index}\n`);
    const paragraph = Array.from({ length: 75 }, (_, word) => words[(index * 7 + word * 5) % words.length]);
    lines.push(`${paragraph.join(' ')}.\n`);
  }
  return lines.join('\n');
}
