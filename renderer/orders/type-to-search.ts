import { type RefObject, useEffect } from 'react';

/**
 * A scanner types like a keyboard: whatever is typed while no field has the focus lands in the search box, from its
 * first character on.
 */
export function useTypeToSearch(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const heed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isPrintable(event.key)) return;
      if (takesText(document.activeElement) || document.querySelector('[role=dialog]')) return;
      search.current?.focus();
      search.current?.select();
    };
    window.addEventListener('keydown', heed, { capture: true });
    return () => window.removeEventListener('keydown', heed, { capture: true });
  }, [search]);
}

/** A space presses what has the focus, so it never begins a search. */
const isPrintable = (key: string): boolean => [...key].length === 1 && key !== ' ';

function takesText(element: Element | null): boolean {
  return element instanceof HTMLInputElement
    ? !['radio', 'checkbox', 'button'].includes(element.type)
    : element instanceof HTMLTextAreaElement;
}
