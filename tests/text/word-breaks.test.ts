import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { breakOpportunities } from '../../src/text/break-opportunities.ts';
import { wordBreaks } from '../../src/text/word-breaks.ts';

/** A text in what may stand on a line each. */
function parts(text: string): readonly string[] {
  const ends = [...breakOpportunities(text)];
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

test.each([
  ['Thai', 'กรมอุตุนิยมวิทยาประกาศเตือนว่าจะมีฝนตกหนัก', 'กรม อุตุนิยมวิทยา ประกาศ เตือน ว่า จะ มี ฝน ตกหนัก'],
  ['Lao', 'ປະຊາຊົນທຸກຄົນມີສິດ', 'ປະຊາຊົນ ທຸກຄົນ ມີ ສິດ'],
  ['Khmer', 'ប្រជាជនកម្ពុជាទាំងអស់មានសិទ្ធិ', 'ប្រជាជន កម្ពុជា ទាំងអស់ មាន សិទ្ធិ'],
  ['Burmese', 'ပြည်သူအားလုံးသည်အစိုးရ', 'ပြည် သူ အားလုံး သည် အစိုးရ'],
])('words of %s are parted by the dictionary', (_script, text, words) => {
  expect(parts(text).join(' ')).toBe(words);
});

test('signs of repetition and of what is left out stay with their word, and so does what is no letter', () => {
  expect(parts('เด็กๆเล่นน้ำ')).toEqual(['เด็กๆ', 'เล่น', 'น้ำ']);
  expect(parts('กรุงเทพฯเป็นเมือง')[0]).toBe('กรุงเทพฯ');
  expect(parts('มี(ฝน)ตก').join('|')).not.toMatch(/\|\)|\(\|/u);
});

test('places in words and after signs of addresses come in the order of the text, each once', () => {
  for (const between of ['123-45', '/a/b', 'x.y_z?q=1&r', '-', '#']) {
    const text = `ပြည်သူအားလုံး${between}ဥက္ကဋ္ဌဥက္ကဋ္ဌประชาชน${between}กรม`;
    const ends = [...breakOpportunities(text)];
    expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
    expect(ends.length).toBeGreaterThan(4);
    expect(parts(text).join('')).toBe(text);
  }
});

test('words of other scripts are left alone', () => {
  expect([...wordBreaks('Straßenbahn', 0, 11), ...wordBreaks('漢字仮名', 0, 4)]).toEqual([]);
});

test('a long text is parted as its beginnings are', () => {
  const sentence = 'ประชาชนควรติดตามข่าวสารอย่างใกล้ชิดและเตรียมพร้อม';
  const one = [...wordBreaks(sentence, 0, sentence.length)];
  const many = [...wordBreaks(sentence.repeat(200), 0, sentence.length * 200)];
  expect(many.slice(0, one.length)).toEqual(one);
  expect(many.length).toBeGreaterThan(one.length * 190);
  expect(new Set(many).size).toBe(many.length);
});

/** Words of each script, run together by chance. */
const vocabulary = {
  Thai: 'ประชาชน รัฐบาล กรม น้ำ ฝนตก หนังสือ โรงเรียน เอกสาร ประกาศ วันนี้ ต้อง ความปลอดภัย ที่ ของ และ สำนักงาน จดหมายเหตุ',
  Lao: 'ປະຊາຊົນ ລັດຖະບານ ນ້ຳ ຝົນ ປຶ້ມ ໂຮງຮຽນ ເອກະສານ ປະກາດ ມື້ນີ້ ຕ້ອງ ຄວາມປອດໄພ ທີ່ ຂອງ ແລະ ຫ້ອງການ',
  Khmer: 'ប្រជាជន រដ្ឋាភិបាល ទឹក ភ្លៀង សៀវភៅ សាលារៀន ឯកសារ ប្រកាស ថ្ងៃនេះ ត្រូវ សុវត្ថិភាព ដែល របស់ និង ការិយាល័យ',
  Burmese: 'ပြည်သူ အစိုးရ ရေ မိုး စာအုပ် ကျောင်း စာရွက် ကြေညာ ယနေ့ လုံခြုံရေး သည် ၏ နှင့် ရုံး မှတ်တမ်း',
};

function run(words: readonly string[], count: number): readonly string[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 8 }, () => words[next(words.length)]).join(''),
  );
}

test('the dictionaries of this Node break as those of all others', () => {
  const digests = Object.entries(vocabulary).map(([script, words]) => {
    const hash = createHash('sha256');
    let count = 0;
    for (const text of run(words.split(' '), 1000)) {
      const found = [...wordBreaks(text, 0, text.length)];
      hash.update(`${found.join()};`);
      count += found.length;
    }
    return `${script} ${count} ${hash.digest('hex').slice(0, 16)}`;
  });
  expect(digests).toMatchInlineSnapshot(`
    [
      "Thai 8403 400b4a27f2804dac",
      "Lao 7000 f317390eb58a134d",
      "Khmer 6940 dc0a1fafd083b023",
      "Burmese 7439 18fccc637e18f4e0",
    ]
  `);
});
