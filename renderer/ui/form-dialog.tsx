import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SayableError } from '../i18n/error-text.ts';
import { Button, type ButtonLook } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';

export interface FormDialogProps {
  title: string;
  /** What its button says; "Save" where nothing is said. */
  action?: string;
  look?: ButtonLook;
  isSaving: boolean;
  /** Why the last try was refused. */
  failure: SayableError | null;
  /** Also by Enter in a field. */
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for something, and says why it was not taken. */
export function FormDialog(props: FormDialogProps) {
  const { title, action, look = 'primary', isSaving, failure, onSave, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} look={look} isPending={isSaving}>
            {action ?? t('save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          if (!isSaving) onSave();
        }}
      >
        {failure && <ErrorNotice error={failure} />}
        {children}
      </form>
    </Dialog>
  );
}
