const words =
  'the department announced that partners of the region will review each measure with care and publish what they decide before the end of the year so that every office can plan its work'.split(
    ' ',
  );

/** A saved page of about 1,000 words, as a site of the government has them; no two numbers give the same page. */
export function makePage(number) {
  const sentence = (start, length) =>
    Array.from({ length }, (_, at) => words[(start * 11 + at * 7 + ((at * number) % 5)) % words.length]).join(
      ' ',
    );
  const day = `${String((number % 28) + 1).padStart(2, '0')} ${['Jan', 'Apr', 'Sep'][number % 3]} ${2001 + (number % 24)}`;
  const paragraphs = Array.from({ length: 12 }, (_, index) => {
    const link = `<a href="/release-${index}/">the text of ${index}</a>`;
    return `<p>Number ${number}: ${sentence(number + index, 35)}&nbsp;, <b>${sentence(index, 4)}</b> ${link} ${sentence(index + 3, 25)}.</p>`;
  });
  const items = Array.from({ length: 6 }, (_, index) => `<li>${sentence(number * 3 + index, 8)}</li>`);
  const rows = Array.from(
    { length: 5 },
    (_, index) => `<tr><td>${index}</td><td>${sentence(index, 5)}</td></tr>`,
  );
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>Statement ${number}: ${sentence(number, 6)}</title>
<link rel="canonical" href="https://www.example.gov/statement-${number}/">
<meta name="dc.creator" content="Office of the Spokesperson">
<meta name="pubDate" content="Mon, ${day} 15:44:49 +0000">
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news/">News</a></li></ul></nav></header>
<main>
<p>Office of the Spokesperson</p>
${paragraphs.slice(0, 6).join('\n')}
<h2>${sentence(number + 1, 4)}</h2>
<ul>${items.join('')}</ul>
<table><tr><th>No.</th><th>Measure</th></tr>${rows.join('')}</table>
<h2>${sentence(number + 2, 5)}</h2>
${paragraphs.slice(6).join('\n')}
</main>
<footer><p>Contact the <a href="/help/">office</a></p></footer>
</body>
</html>
`;
}
