import type { Locator, Page } from '@playwright/test';

// What is read here is read at once, while the page may still be drawn: repeat the reading, with
// `expect.poll` or `toPass`, until it is as expected.

/** The values an attribute has on every element found; elements without it are left out. */
export function attributes(found: Locator, name: string): Promise<string[]> {
  return found.evaluateAll(
    (all, wanted) => all.map((one) => one.getAttribute(wanted)).filter((value) => value !== null),
    name,
  );
}

/** The words that the document page marks as the passage asked for, blanks made single. */
export function markedPassage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('passage') ?? [])];
    return range ? String(range).replace(/\s+/g, ' ').trim() : '';
  });
}
