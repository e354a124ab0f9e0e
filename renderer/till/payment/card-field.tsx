import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import { useTill, useTillActions } from '../use-till.ts';

/** What the card terminal printed: asked for as soon as the card is chosen. */
export function CardField({ error }: { error: string | undefined }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const reference = useTill(state => state.payment.reference);
  const isFrozen = useTill(state => state.attempt !== null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextField
      inputRef={field}
      label={t('payment.reference')}
      hint={t('payment.referenceHint')}
      error={error}
      value={reference}
      onChange={text => till.editPayment({ reference: text })}
      isDisabled={isFrozen}
      maxLength={64}
      mono
    />
  );
}
