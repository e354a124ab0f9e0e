import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** Takes the focus the moment everything is there, so that the next Enter adds. */
export function AddButton({ isReady, isNext }: { isReady: boolean; isNext: boolean }) {
  const { t } = useTranslation('till');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady) button.current?.focus();
  }, [isReady]);
  return (
    <div className="min-w-56 flex-1">
      <Button
        ref={button}
        type={isNext ? 'submit' : 'button'}
        look={isNext ? 'primary' : 'secondary'}
        size="large"
        wide
        icon={Plus}
        isDisabled={!isReady}
      >
        {t('offer.add')}
      </Button>
    </div>
  );
}
