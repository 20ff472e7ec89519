import type { Place } from '../diagnostics/message.ts';

/** Where characters first stand within a place of the source; the place itself where they are not written there as such. */
export function placeWithin(
  characters: string,
  place: Place | undefined,
  source: string | undefined,
): Place | undefined {
  const index = place && source !== undefined ? source.indexOf(characters, place.start.offset) : -1;
  if (!place || source === undefined || index < 0 || index >= place.end.offset) return place;
  const before = source.slice(place.start.offset, index).split(/\r\n?|\n/u);
  const line = place.start.line + before.length - 1;
  const inFirst = before.length === 1 ? place.start.column : 1;
  const column = inFirst + (before.at(-1)?.length ?? 0);
  const end = { line, column: column + characters.length, offset: index + characters.length };
  return { start: { line, column, offset: index }, end };
}
