const frames = 20;
const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/**
 * Brings a place of the form into sight, unfolding what it lies in, and puts the cursor there. What is folded draws its fields only
 * when it opens, so it is looked for again, for some frames. Without such a field the nearest thing around it is taken.
 */
export async function reveal(path: string): Promise<void> {
  for (let frame = 0; frame < frames; frame += 1) {
    const found = nearest(path);
    if (!found) return;
    unfold(found);
    if (found.id === `field-${path}` || frame === frames - 1) return show(found);
    await nextFrame();
  }
}

function nearest(path: string): HTMLElement | null {
  for (let name = path; name !== ''; name = name.replace(/(\.?[^.[\]]+|\[\d+\])$/, '')) {
    const found = document.getElementById(`field-${name}`);
    if (found) return found;
  }
  return null;
}

function unfold(element: HTMLElement): void {
  for (let one: HTMLElement | null = element; one; one = one.parentElement)
    if (one instanceof HTMLDetailsElement) one.open = true;
}

function show(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  const inside = element.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, summary, button');
  (inside ?? element).focus({ preventScroll: true });
}
