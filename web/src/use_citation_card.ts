import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const kOpenMs = 180;
const kCloseMs = 260;

/** The citation link whose card is open, and how to close it. */
export interface OpenCard {
  link: HTMLElement | null;
  close(): void;
}

/**
 * Watches pointer, focus and keys in `root`. A mouse opens the card by resting on a citation and
 * the keyboard by reaching it; a finger opens it by the first tap and follows it by the second.
 */
export function useCitationCard(root: RefObject<HTMLElement | null>): OpenCard {
  const [link, setLink] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const element = root.current;
    return element ? watch(element, setLink) : undefined;
  }, [root]);

  useEffect(() => {
    link?.setAttribute('aria-describedby', 'citation-card');
    return () => link?.removeAttribute('aria-describedby');
  }, [link]);

  return { link, close: () => setLink(null) };
}

function watch(root: HTMLElement, show: (link: HTMLElement | null) => void): () => void {
  const abort = new AbortController();
  const options = { signal: abort.signal };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open: HTMLElement | null = null;
  const set = (link: HTMLElement | null): void => {
    clearTimeout(timer);
    open = link;
    show(link);
  };
  const later = (link: HTMLElement | null, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => set(link), ms);
  };
  // The card of a citation that the keyboard has reached stays when the pointer goes away.
  const leave = (): void => (open ? later(focused(), kCloseMs) : clearTimeout(timer));

  root.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = citationOf(event.target);
    if (link && link !== open) later(link, kOpenMs);
    else if (link || inCard(event.target)) clearTimeout(timer);
    else leave();
  }, options);
  root.addEventListener('pointerleave', leave, options);
  root.addEventListener('focusin', (event) => {
    const link = citationOf(event.target);
    if (link?.matches(':focus-visible')) set(link);
    else if (!inCard(event.target)) later(null, kCloseMs);
  }, options);
  root.addEventListener('click', (event) => {
    const link = citationOf(event.target);
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!link || !touch || link === open) return;
    event.preventDefault();
    set(link);
  }, options);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && open && set(null), options);
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
}

function citationOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cite]') : null;
}

function focused(): HTMLElement | null {
  const link = citationOf(document.activeElement);
  return link?.matches(':focus-visible') ? link : null;
}

function inCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.citation-card') !== null;
}
