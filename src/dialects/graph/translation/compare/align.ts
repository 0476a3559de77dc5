/** Two lists set side by side: the indices of what corresponds, -1 where one list has nothing. */
export type Alignment = readonly (readonly [first: number, second: number])[];

/**
 * Aligns two lists in their order so that the scores of the pairs add up to the most (Needleman-Wunsch without gap costs). A score of 0
 * or less never makes a pair.
 */
export function align<Item>(
  first: readonly Item[],
  second: readonly Item[],
  score: (a: Item, b: Item) => number,
): Alignment {
  const width = second.length + 1;
  const best = new Float64Array((first.length + 1) * width);
  const scores = first.map((a) => second.map((b) => score(a, b)));
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      const pair = scores[i]?.[j] ?? 0;
      const paired = pair > 0 ? pair + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  return trace(first.length, second.length, scores, best);
}

function trace(
  firstLength: number,
  secondLength: number,
  scores: readonly (readonly number[])[],
  best: Float64Array,
): Alignment {
  const width = secondLength + 1;
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < firstLength || j < secondLength) {
    const pair = scores[i]?.[j] ?? 0;
    if (i < firstLength && j < secondLength && pair > 0 && at(i, j) === pair + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (j >= secondLength || (i < firstLength && at(i, j) === at(i + 1, j))) pairs.push([i++, -1]);
    else pairs.push([-1, j++]);
  }
  return pairs;
}
