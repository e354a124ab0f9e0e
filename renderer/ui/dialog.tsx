import { X } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';

const InsideDialog = createContext(false);

const WIDTHS = { normal: 'max-w-xl', wide: 'max-w-4xl' } as const;

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  width?: keyof typeof WIDTHS;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
}

/** Asks one thing. Never a second on top of it: put the next question in its place. Escape and the veil close it. */
export function Dialog({ title, isOpen, onClose, width = 'normal', children, footer }: DialogProps) {
  const { t } = useTranslation();
  if (useContext(InsideDialog)) throw new Error('A dialog is never opened on a dialog.');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-center justify-center bg-veil p-6"
    >
      <Modal
        className={`flex max-h-full w-full flex-col rounded-card bg-surface shadow-raised motion-safe:data-entering:animate-settle ${WIDTHS[width]}`}
      >
        <AriaDialog className="flex min-h-0 flex-col outline-none">
          <header className="flex items-center justify-between gap-4 py-3 pr-3 pl-6">
            <Heading slot="title" className="text-xl font-semibold">
              {title}
            </Heading>
            <IconButton icon={X} label={t('close')} onPress={onClose} />
          </header>
          <InsideDialog value={true}>
            <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6">{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-3 border-t border-line p-4">{footer}</footer>
            )}
          </InsideDialog>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
