/**
 * Runs in the browser: the words and boxes of the document that a view shows which lie over each other or beyond the
 * column that they belong to, on all of its screens, and those that a table breaks though it has room. The boxes are those that are drawn; style sheets are not asked.
 */

/** How much boxes may touch, in pixels, and boxes of letters as a share of their height: they hold room above and below. */
const slack = 2;
const lap = 0.4;
const edge = 0.15;

const solid = 'img, svg, table, td, th, pre, figure, hr, aside';

export function findMisplaced(view) {
  const [{ doc }] = view.renderer.getContents();
  const columns = columnsOf(doc);
  const words = visibleTexts(doc).flatMap((text) => wordBoxes(text));
  const boxes = [...doc.querySelectorAll(solid)].flatMap((element) =>
    [...element.getClientRects()]
      .filter(isDrawn)
      .map((box) => ({ what: `<${element.localName}> “${start(element.textContent)}”`, box })),
  );
  return {
    words: words.length,
    beyond: [
      ...words.filter(({ box }) => isBeside(box, columns) || isAboveOrBelow(box, columns)),
      ...boxes.filter(({ box }) => isBeside(box, columns)),
    ].map(({ what }) => what),
    overlapping: overlaps(words),
    broken: [...doc.querySelectorAll('table')].filter(leavesRoom).flatMap(brokenWords),
    scrolling: [...doc.body.querySelectorAll('*')].filter(scrolls).map(({ localName }) => `<${localName}>`),
  };
}

const start = (text) => text.replace(/\s+/gu, ' ').trim().slice(0, 30);

/** Boxes of a pixel hold words for those who listen alone. */
const isDrawn = ({ width, height }) => width > slack && height > slack;

/** The columns of a document in their order, the room between them and their height, in pixels. */
function columnsOf(doc) {
  const { columnGap } = doc.defaultView.getComputedStyle(doc.documentElement);
  // Where pages turn to the left, the first column is the rightmost.
  const sides = [...doc.body.getClientRects()]
    .map(({ left, right }) => ({ left, right }))
    .toSorted((a, b) => a.left - b.left);
  return { sides, margin: parseFloat(columnGap) / 2, height: doc.documentElement.clientHeight };
}

/** A box that the side of a screen cuts, or that is drawn over the next column. */
function isBeside({ left, right }, { sides, margin }) {
  let [low, high] = [0, sides.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sides[middle].left - margin <= left + slack) low = middle;
    else high = middle;
  }
  const column = sides[low];
  return left < column.left - margin - slack || right > column.right + margin + slack;
}

/** Letters that the head or the foot of a screen cuts. */
function isAboveOrBelow({ top, bottom, height }, columns) {
  return top < -edge * height || bottom > columns.height + edge * height;
}

function visibleTexts(doc) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts.filter(({ parentElement }) => parentElement.checkVisibility({ visibilityProperty: true }));
}

/** The words of a text, one box for each line that a word stands on. */
function wordBoxes(text) {
  const range = text.ownerDocument.createRange();
  return [...text.data.matchAll(/\S+/gu)].flatMap(({ 0: what, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + what.length);
    const word = `“${what}”`;
    return [...range.getClientRects()].filter(isDrawn).map((box) => ({ what: word, box, at: text, index }));
  });
}

/** Whether a table is narrower than what it stands in. */
const leavesRoom = (table) => widthOf(table) + slack < widthOf(table.parentElement) && widthOf(table) > slack;

const widthOf = (element) => Math.max(0, ...[...element.getClientRects()].map(({ width }) => width));

/** The words of a table that go on on the next line, though no sign in them lets them break. */
function brokenWords(table) {
  const walker = table.ownerDocument.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const boxes = wordBoxes(walker.currentNode).filter(({ what }) => /^“[\p{L}\p{N}.,]+”$/u.test(what));
    for (const [position, { what, box, index }] of boxes.entries())
      if (boxes[position + 1]?.index === index && isBelow(boxes[position + 1].box, box)) broken.push(what);
  }
  return broken;
}

/** On the next line of the same cell: a head that is drawn again stands on another screen. */
const isBelow = (box, { top, bottom, left }) =>
  box.top > top + slack &&
  box.top < bottom + 2 * (bottom - top) &&
  Math.abs(box.left - left) < 2 * (bottom - top);

/** Pairs of words that are drawn over each other; a head that is drawn again is told twice at one place. */
function overlaps(words) {
  const sorted = words.toSorted((a, b) => a.box.top - b.box.top);
  const pairs = [];
  for (const [position, { what, box, at, index }] of sorted.entries())
    for (let next = position + 1; next < sorted.length && sorted[next].box.top < box.bottom; next += 1) {
      const other = sorted[next];
      const isOther = other.at !== at || other.index !== index;
      if (isOther && areLapped(box, other.box)) pairs.push(`${what} and ${other.what}`);
    }
  return pairs;
}

function areLapped(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > slack && down > lap * Math.min(a.height, b.height);
}

const scrolls = (element) =>
  element.scrollWidth > element.clientWidth + slack &&
  /auto|scroll/u.test(getComputedStyle(element).overflowX);
