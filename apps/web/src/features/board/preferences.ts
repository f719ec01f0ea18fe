import { useState } from 'react';

/** How somebody likes the list to look, kept in this browser. It holds no word of a patient. */
interface Look {
  isCompact: boolean;
  hidden: readonly string[];
}

const key = 'throughline.board';
const usual: Look = { isCompact: false, hidden: [] };

function read(): Look {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Look>) };
  } catch {
    return usual;
  }
}

export function useLook(): [Look, (look: Partial<Look>) => void] {
  const [look, setLook] = useState(read);
  return [
    look,
    (changed) =>
      setLook((before) => {
        const after = { ...before, ...changed };
        localStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
  ];
}
