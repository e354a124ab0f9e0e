import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { scannedSale } from '../../../shared/sale-code.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useTypingAnywhere } from '../../ui/typing-anywhere.ts';
import { useTill, useTillActions } from '../use-till.ts';
import { useOpenSale } from './open-sale.ts';

/** Where a cashier types and a scanner writes, whatever has the focus. */
export function SearchBar() {
  const { t } = useTranslation('till');
  const query = useTill(state => state.query);
  const isBrowsing = useTill(state => state.step === 'browse');
  const till = useTillActions();
  const openSale = useOpenSale();
  const input = useRef<HTMLInputElement>(null);

  useTypingAnywhere(input);
  useEffect(() => {
    if (!isBrowsing) return;
    // With the frame: to take the focus at once would have the page laid out twice before it is painted.
    const frame = requestAnimationFrame(() => {
      // Already typing there: nothing may be selected under the next character.
      if (document.activeElement === input.current) return;
      input.current?.focus();
      input.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [isBrowsing]);

  async function submit(text: string) {
    if (scannedSale(text) !== undefined) {
      till.search('');
      return openSale(text.trim());
    }
    input.current?.select();
    await till.submitSearch();
  }

  function goToResults(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-results] button')?.focus();
  }

  return (
    <search onKeyDown={goToResults}>
      <SearchField
        label={t('search.label')}
        value={query}
        onChange={till.search}
        onSubmit={text => void submit(text)}
        inputRef={input}
      />
    </search>
  );
}
