/**
 * Runs in the browser: one book in one view of foliate-js. Everything that the tests ask for hangs on
 * `globalThis.reader`; see `Reader` of `open-reader.ts`.
 */
import { FootnoteHandler } from './engine/footnotes.js';
import './engine/view.js';
import { findMisplaced } from './find-misplaced.mjs';
import { measureContrasts } from './measure-contrasts.mjs';
import { readScreen } from './read-screen.mjs';

let view;
let popUp;
/** What the last click on a link set going; absent where the click met no link. */
let going;
let popsUp = false;

const notes = new FootnoteHandler();
notes.addEventListener('before-render', ({ detail }) => {
  popUp = detail.view;
  document.body.append(popUp);
});

async function open() {
  const response = await fetch('book.epub');
  view = document.createElement('foliate-view');
  document.body.append(view);
  await view.open(new File([await response.blob()], 'book.epub'));
  const goTo = view.goTo.bind(view);
  view.goTo = (target) => (going = goTo(target));
  view.addEventListener('link', (event) => {
    if (popsUp) going = notes.handle(view.book, event);
  });
  await view.init({});
  await settle(view);
}

/** Pictures and fonts change the height of pages after the engine has shown them. */
async function settle({ renderer }) {
  for (const { doc } of renderer.getContents()) {
    await doc.fonts.ready;
    await Promise.allSettled([...doc.images].map((image) => image.decode()));
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

const flatten = (items, depth = 1) =>
  (items ?? []).flatMap(({ label, href, subitems }) => [
    { label: label.trim(), href, depth },
    ...flatten(subitems, depth + 1),
  ]);

globalThis.reader = {
  open,
  contents: () => ({ toc: flatten(view.book.toc), pages: flatten(view.book.pageList) }),
  async next() {
    await view.next();
    await settle(view);
  },
  async goTo(href) {
    await view.goTo(href);
    await settle(view);
  },
  screen: () => readScreen(view),
  contrasts: measureContrasts,
  /** Styles of the reading person, over those of the book. */
  async setStyles(css) {
    view.renderer.setStyles(css);
    await settle(view);
  },
  misplaced: () => findMisplaced(view),
  /** Before a click on a link; `pops` true: a note opens in front of the page. */
  expectClick(pops) {
    popsUp = pops;
    going = undefined;
  },
  /** After the click: whether it led anywhere. */
  async follow() {
    if (going === undefined) return false;
    await going;
    await settle(view);
    return true;
  },
  async popUp() {
    await settle(popUp);
    const screen = readScreen(popUp);
    popUp.close();
    popUp.remove();
    return screen;
  },
};
