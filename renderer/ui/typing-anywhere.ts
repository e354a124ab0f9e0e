import { type RefObject, useEffect } from 'react';

const HAS_ITS_OWN_KEYS =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=listbox], [aria-haspopup=listbox], [role=dialog]';

/**
 * A character typed where nothing else wants it goes to the field, in place of what stood there: a scanner writes
 * wherever the focus happens to be.
 */
export function useTypingAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function heed(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if ([...key].length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest(HAS_ITS_OWN_KEYS)) return;
      if (document.querySelector('[role=dialog]')) return;
      field.current?.focus();
      field.current?.select();
    }
    window.addEventListener('keydown', heed, { capture: true });
    return () => window.removeEventListener('keydown', heed, { capture: true });
  }, [field]);
}
