/**
 * Runs in the browser: what a view shows at the moment, from where the boxes of text and pictures really are on the
 * screen. The engine's own idea of what is visible is not asked.
 */

const breaks = '[role~="doc-pagebreak"]';
const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

export function readScreen(view) {
  const [{ doc, index }] = view.renderer.getContents();
  const frame = doc.defaultView.frameElement;
  const origin = frame.getBoundingClientRect();
  const shown = showsIn(clipOf(frame), origin);
  const firstBox = (node) => boxesOf(node).find(shown);
  return {
    file: view.book.sections[index].id,
    ...readWords(doc, shown),
    headings: [...doc.querySelectorAll(headings)].filter(firstBox).map(wordsOf),
    links: [...doc.querySelectorAll('a[href]')].flatMap((link) => {
      const box = firstBox(link);
      if (!box) return [];
      const { left, top, width, height } = box;
      const [x, y] = [origin.left + left + width / 2, origin.top + top + height / 2];
      const note = link.closest('[role~="doc-footnote"]')?.id ?? '';
      const isBackLink = link.matches('[role~="doc-backlink"]');
      return [{ href: link.getAttribute('href'), id: link.id, text: wordsOf(link), isBackLink, note, x, y }];
    }),
    boxes: textsOf(doc.body)
      .filter((text) => text.data.trim() !== '')
      .flatMap((text) => {
        // Blanks before its words may be a box of their own, in which there is nothing to see.
        const box = boxesOf(text, text.data.search(/\S/u), text.data.length).find(shown);
        if (!box) return [];
        const [x, y] = [origin.left + box.left, origin.top + box.top];
        return [{ text: wordsOf(text), x, y, width: box.width, height: box.height }];
      }),
    broken: [...doc.images].filter((image) => image.naturalWidth === 0).map((image) => image.alt),
  };
}

const wordsOf = (node) => node.textContent.replace(/\s+/gu, ' ').trim();

/** The part of the screen in which `frame` can be seen. */
function clipOf(frame) {
  let { left, top, right, bottom } = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let node = frame.parentNode; node; node = node.parentNode ?? node.host) {
    if (!(node instanceof Element) || getComputedStyle(node).overflow === 'visible') continue;
    const box = node.getBoundingClientRect();
    left = Math.max(left, box.left);
    top = Math.max(top, box.top);
    right = Math.min(right, box.right);
    bottom = Math.min(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}

/** Whether the middle of a box of the frame is on the screen. */
const showsIn =
  (clip, origin) =>
  ({ left, top, width, height }) => {
    const [x, y] = [origin.left + left + width / 2, origin.top + top + height / 2];
    return x >= clip.left && x < clip.right && y >= clip.top && y < clip.bottom;
  };

function boxesOf(node, start = 0, end = undefined) {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  if (end !== undefined) {
    range.setStart(node, start);
    range.setEnd(node, end);
  }
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  return boxes.map((box) => withinRegion(node, box));
}

/** What a region that scrolls sideways hides at its side can be scrolled to where the region is. */
function withinRegion(node, box) {
  const region = (node.parentElement ?? node).closest('.table');
  if (!region || region.scrollWidth <= region.clientWidth) return box;
  const { left } = region.getBoundingClientRect();
  return new DOMRect(left, box.top, Math.min(box.width, region.clientWidth), box.height);
}

function textsOf(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

/**
 * The words that are shown, with the alternative text of a picture in brackets where it stands, and the page-break
 * markers of which the next word is shown: each with where in the words it stands.
 */
function readWords(doc, shown) {
  let text = '';
  let waiting = [];
  const marks = [];
  const place = (isShown) => {
    if (isShown) marks.push(...waiting.map((label) => ({ label, at: text.length })));
    waiting = [];
  };
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof doc.defaultView.Text) {
      for (const { part, isShown } of shownParts(node, shown)) {
        if (part.trim() !== '') place(isShown);
        if (isShown) text += part;
      }
    } else if (node.matches(breaks)) waiting.push(node.getAttribute('aria-label').trim());
    else if (node.matches('img')) {
      const isShown = shown(node.getBoundingClientRect());
      place(isShown);
      if (isShown) text += `[${node.alt}]`;
    } else text += ' ';
  }
  return { text: text.replace(/\s+$/u, ''), marks };
}

/** A text in parts that are shown or not. */
function shownParts(node, shown) {
  const boxes = boxesOf(node);
  if (boxes.length === 0) return [];
  const count = boxes.filter(shown).length;
  if (count === 0 || count === boxes.length) return [{ part: node.data, isShown: count > 0 }];
  const parts = [];
  let start = 0;
  let isShown = false;
  for (const part of node.data) {
    const [box] = boxesOf(node, start, start + part.length);
    start += part.length;
    if (box) isShown = shown(box);
    parts.push({ part, isShown });
  }
  return parts;
}
