/** The server counts code points, JavaScript strings count UTF-16 units: converted here only. */

/** Gives the UTF-16 index in `text` for a code point offset; offsets past the end give the length. */
export type OffsetMap = (codePoint: number) => number;

/** Builds the map of one text: linear once, then logarithmic in the number of astral characters. */
export function offsetMap(text: string): OffsetMap {
  const astral = astralOffsets(text);
  return (codePoint) => Math.min(text.length, codePoint + countBelow(astral, codePoint));
}

function astralOffsets(text: string): number[] {
  const offsets: number[] = [];
  let codePoint = 0;
  for (let at = 0; at < text.length; at += 1, codePoint += 1) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) {
      offsets.push(codePoint);
      at += 1;
    }
  }
  return offsets;
}

function countBelow(sorted: number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
