/**
 * Runs in the browser: how far apart text and background are in a picture of the screen, box by box. The background is
 * the colour that most pixels have, the text the colour that is furthest from it.
 */
export async function measureContrasts(picture, boxes) {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  });
  canvas.drawImage(image, 0, 0);
  return boxes.map(({ x, y, width, height }) =>
    contrastOf(canvas.getImageData(Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height)).data),
  );
}

function contrastOf(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    // Beside the edge of the screen a canvas is transparent.
    if (pixels[at + 3] === 0) continue;
    const colour = `${pixels[at]} ${pixels[at + 1]} ${pixels[at + 2]}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [[background] = ['0 0 0']] = [...counts].sort(([, one], [, other]) => other - one);
  const base = luminanceOf(background);
  const ratios = [...counts.keys()].map((colour) => ratioOf(luminanceOf(colour), base));
  return Math.round(Math.max(1, ...ratios) * 100) / 100;
}

/** Relative luminance (WCAG 2.2). */
function luminanceOf(colour) {
  const [red, green, blue] = colour.split(' ').map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const ratioOf = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
