import { Check, PencilLine, Save, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { StatusLabel } from '../ui/status-label.tsx';

export interface SaveBarProps {
  isChanged: boolean;
  /** Something in the form cannot be saved as it is. */
  isWrong: boolean;
  isSaving: boolean;
  failure: CallError | null;
  /** Resolves to whether it was taken. */
  onSave: () => Promise<boolean>;
  onDiscard: () => void;
}

/** Below a form, always in sight: whether it is saved, and the two ways out of what is not. */
export function SaveBar({ isChanged, isWrong, isSaving, failure, onSave, onDiscard }: SaveBarProps) {
  const { t } = useTranslation(['manager', 'common']);
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-3 border-t border-line bg-page py-3">
      {failure && <ErrorNotice error={failure} />}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="flex-1">
          {isWrong ? (
            <StatusLabel tone="bad" icon={TriangleAlert}>
              {t('form.wrong')}
            </StatusLabel>
          ) : isChanged ? (
            <StatusLabel tone="warn" icon={PencilLine}>
              {t('form.changed')}
            </StatusLabel>
          ) : (
            <StatusLabel tone="good" icon={Check}>
              {t('form.same')}
            </StatusLabel>
          )}
        </p>
        <Button isDisabled={!isChanged || isSaving} onPress={onDiscard}>
          {t('form.discard')}
        </Button>
        <Button
          look="primary"
          icon={Save}
          isDisabled={!isChanged || isWrong}
          isPending={isSaving}
          onPress={() => void onSave()}
        >
          {t('common:save')}
        </Button>
      </div>
    </div>
  );
}
