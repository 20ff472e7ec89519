/** Words of running text, and how many make a paragraph of about the same height. */
const texts = {
  en: {
    words:
      'the agency releases its guidance to the public so that every reader may follow each step without help and find the date and the office that answers'.split(
        ' ',
      ),
    count: 75,
    between: ' ',
  },
  ar: {
    words:
      'تنشر الهيئة إرشاداتها للجمهور حتى يستطيع كل قارئ أن يتبع كل خطوة بلا مساعدة وأن يجد التاريخ والمكتب الذي يجيب عن السؤال'.split(
        ' ',
      ),
    count: 80,
    between: ' ',
  },
  'zh-Hans': {
    words: Array.from('机构向公众发布指南，使每位读者无需帮助即可按步骤操作，并找到日期和答复问题的办公室。'),
    count: 190,
    between: '',
  },
};

/** A post in one of the scripts, the same on every run: about seven paragraphs fill a page. */
export function makeScriptPost(lang, paragraphs) {
  const { words, count, between } = texts[lang];
  const lines = [`---\ntitle: T\nlang: ${lang}\n---\n`];
  let state = 7;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return words[state % words.length];
  };
  for (let index = 0; index < paragraphs; index += 1) {
    const paragraph = Array.from({ length: count }, next);
    if (index % 12 === 3) lines.push(`## ${paragraph.slice(0, 5).join(between)}\n`);
    lines.push(`${paragraph.join(between)}\n`);
  }
  return lines.join('\n');
}
