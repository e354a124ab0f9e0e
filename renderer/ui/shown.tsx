import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../answered.ts';
import { Button } from './button.tsx';
import { ErrorNotice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';

export interface ShownProps<T> {
  of: Answered<T>;
  onRetry: () => void;
  /** What stands there until there is something to show. */
  skeleton?: ReactNode;
  children: (value: T) => ReactNode;
}

/** What a call brought, and the two things it can be instead: still on its way, or refused. */
export function Shown<T>({ of, onRetry, skeleton, children }: ShownProps<T>) {
  const { t } = useTranslation();
  return (
    <>
      {of.error && (
        <ErrorNotice
          error={of.error}
          actions={
            <Button isPending={of.isAsking} onPress={onRetry}>
              {t('tryAgain')}
            </Button>
          }
        />
      )}
      {of.value !== null
        ? children(of.value)
        : !of.error && (
            <div role="status" className="flex flex-col gap-3">
              <span className="sr-only">{t('loading')}</span>
              {skeleton ?? <Skeleton className="h-40 w-full" />}
            </div>
          )}
    </>
  );
}
