export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Longer texts are compared as a whole: the table grows with the square. */
const mostWords = 1500;

/** What was taken out of a text and what was put in, word by word. */
export function wordDiff(before: string, after: string): Piece[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was.length > mostWords || is.length > mostWords) return joined([piece('removed', was), piece('added', is)]);
  const longest = commonLengths(was, is);
  const pieces: Piece[] = [];
  let [at, other] = [0, 0];
  while (at < was.length || other < is.length) {
    if (at < was.length && other < is.length && was[at] === is[other]) {
      pieces.push(piece('same', [is[other]]));
      [at, other] = [at + 1, other + 1];
    } else if (other >= is.length || (at < was.length && lengthAt(at + 1, other) >= lengthAt(at, other + 1))) {
      pieces.push(piece('removed', [was[at]]));
      at += 1;
    } else {
      pieces.push(piece('added', [is[other]]));
      other += 1;
    }
  }
  return joined(pieces);

  function lengthAt(row: number, column: number): number {
    return longest[row]?.[column] ?? 0;
  }
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const piece = (kind: Piece['kind'], words: readonly (string | undefined)[]): Piece => ({ kind, text: words.join(' ') });

/** How many words two texts have in common from each pair of places on. */
function commonLengths(was: readonly string[], is: readonly string[]): number[][] {
  const table = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0));
  for (let row = was.length - 1; row >= 0; row -= 1)
    for (let column = is.length - 1; column >= 0; column -= 1) {
      const [own, below] = [table[row], table[row + 1]];
      if (!own || !below) continue;
      own[column] =
        was[row] === is[column] ? 1 + (below[column + 1] ?? 0) : Math.max(below[column] ?? 0, own[column + 1] ?? 0);
    }
  return table;
}

const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((list, one) => {
    const last = list.at(-1);
    if (one.text === '') return list;
    if (last?.kind !== one.kind) return [...list, { ...one }];
    return [...list.slice(0, -1), { kind: one.kind, text: `${last.text} ${one.text}` }];
  }, []);
