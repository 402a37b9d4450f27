import { useEffect, useState } from 'preact/hooks';

/** Whether the window is at least `width` (a CSS length) wide, now and after it changes. */
export function useWide(width: string): boolean {
  const query = `(min-width: ${width})`;
  const [wide, setWide] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const listener = (): void => setWide(media.matches);
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  }, [query]);
  return wide;
}
