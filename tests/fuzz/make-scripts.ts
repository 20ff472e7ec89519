import type { Chance } from './chance.ts';

/** Words of a language, with what its script makes hard. */
const languages: readonly (readonly [lang: string, words: string])[] = [
  ['ar', 'لا السَّلَامُ ١٢٣ كـــتاب «نص» (قوس) العدد،'],
  ['fa', 'می‌خواهم کتاب‌ها ۱۲۳۴ گچ؛'],
  ['ur', 'یہ ڈھائی ۴۵۶ ہے۔'],
  ['he', 'שָׁלוֹם עולם מק״ט 123-45 (ספר)'],
  ['hi', 'शक्ति स्त्री क्‍ष १२३ प्रार्थना।'],
  ['bn', 'র‍্যাব হৃদয় কো কৌ ক্ষমতা।'],
  ['ta', 'கொள்கை ஸ்ரீ நௌ'],
  ['te', 'స్త్రీ కృష్ణ కొ'],
  ['ml', 'വിദ്യാർത്ഥി കൌ അവന്‍'],
  ['si', 'ශ්‍රී කෝ'],
  ['th', 'ประชาชนควรติดตามข่าวสาร น้ำท่วม ที่ปู่ ฯลฯ'],
  ['km', 'ប្រជាជនកម្ពុជាទាំងអស់ ស្ត្រី'],
  ['lo', 'ປະຊາຊົນທຸກຄົນ ນ້ຳ'],
  ['my', 'ပြည်သူအားလုံး ဥက္ကဋ္ဌ'],
  ['am', 'ሰላም ፩፪፫ ሕዝብ፤'],
  ['hy', 'ի՞նչ և եւ'],
  ['ka', 'გამარჯობა „ენა“'],
  ['ja', 'これは「日本語」。 パーティー、 漢字々'],
  ['zh-Hans', '这是“引号”…… ——《书名》 骨'],
  ['zh-TW', '這是「引號」、 骨'],
  ['ko', '한국어 ㄱㄴ 漢字와'],
  ['el', 'ᾧ τινι Ἕλληνες'],
  ['ru', 'во́лны «ёлка»'],
  ['vi', 'Nguyễn đường'],
  ['en', 'words 12 (x) e\u0301 🏳️‍🌈 co\u00ADoperate'],
];

const controls = [
  '\u200E',
  '\u200F',
  '\u202B',
  '\u202C',
  '\u2067',
  '\u2069',
  '\u061C',
  '\u200D',
  '\u200C',
  '\uFE0F',
  '\u0301',
  '\u064E',
];
const directions = [' dir="rtl"', ' dir="ltr"', ' dir="auto"', ' dir="x"', '', ''];

/** A post in one of the languages of the world, with words, directions and readings of others. */
export function makeScripts(chance: Chance): string {
  const [lang] = chance.one(languages);
  const blocks = chance.several(1, 6, () => chance.one(makers)(chance, 0));
  return `---\ntitle: ${wordsOf(chance, 3).replace(/[:"'#]/gu, '')} x\nlang: ${lang}\n---\n\n${blocks.join('\n\n')}\n`;
}

function wordsOf(chance: Chance, most = 12): string {
  const [, own] = chance.one(languages);
  return chance
    .several(1, most, () => {
      const [, words] = chance.is(0.2) ? chance.one(languages) : ['', own];
      return chance.one(words.split(' ')) + (chance.is(0.05) ? chance.one(controls) : '');
    })
    .join(chance.is(0.1) ? '' : ' ');
}

type Maker = (chance: Chance, depth: number) => string;

/** The attributes of an element of another language. */
function inLanguage(chance: Chance): string {
  const [lang] = chance.one(languages);
  return `${chance.is(0.7) ? ` lang="${lang}"` : ''}${chance.one(directions)}`;
}

const inside = (chance: Chance, depth: number): string =>
  depth < 3 && chance.is(0.5) ? chance.one(makers)(chance, depth + 1) : wordsOf(chance);

const makers: readonly Maker[] = [
  (chance) => wordsOf(chance, 60),
  (chance) => `## ${wordsOf(chance, 5)}`,
  (chance) =>
    `<p${inLanguage(chance)}>${wordsOf(chance)} <bdi>${wordsOf(chance, 3)}</bdi> ${wordsOf(chance)}</p>`,
  (chance, depth) => `<blockquote${inLanguage(chance)}>\n\n${inside(chance, depth)}\n\n</blockquote>`,
  (chance, depth) =>
    `<div${inLanguage(chance)}>\n\n${inside(chance, depth)}\n\n${inside(chance, depth)}\n\n</div>`,
  (chance, depth) => {
    const items = chance.several(
      1,
      3,
      () => `<li${inLanguage(chance)}>\n\n${inside(chance, depth)}\n\n</li>`,
    );
    return `<ol${inLanguage(chance)}>${items.join('')}</ol>`;
  },
  (chance) => `- ${wordsOf(chance)}\n- ${wordsOf(chance)}\n  1. ${wordsOf(chance)}`,
  (chance) =>
    `<ruby>${wordsOf(chance, 2)}<rp>(</rp><rt${inLanguage(chance)}>${wordsOf(chance, 2)}</rt><rp>)</rp></ruby> ${wordsOf(chance)}`,
  (chance) => {
    const row = (tag: string): string =>
      `<tr>${chance.several(2, 2, () => `<${tag}${inLanguage(chance)}>${wordsOf(chance, 4)}</${tag}>`).join('')}</tr>`;
    return `<table${inLanguage(chance)}>${row('th')}${row('td')}${row('td')}</table>`;
  },
  (chance) => `:::note[${wordsOf(chance, 3)}]\n${wordsOf(chance)}\n:::`,
  (chance) =>
    `${wordsOf(chance)}[^${chance.below(99)}n] **${wordsOf(chance, 3)}** [${wordsOf(chance, 3)}](https://example.org/) \`${wordsOf(chance, 2)}\``,
  (chance) =>
    `<span${inLanguage(chance)}>${wordsOf(chance, 4)} <em${inLanguage(chance)}>${wordsOf(chance, 3)}</em></span> ${wordsOf(chance)}`,
  (chance) => `<dl${inLanguage(chance)}><dt>${wordsOf(chance, 3)}</dt><dd>${wordsOf(chance)}</dd></dl>`,
];
