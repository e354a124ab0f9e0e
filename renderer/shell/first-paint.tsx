import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../ui/spinner.tsx';

/** The same as index.html paints before any script runs, so that nothing flickers. */
export function FirstPaint({ children }: { children?: ReactNode }) {
  return (
    <main className="first-paint" aria-busy="true">
      <h1>KeyTill</h1>
      {children}
    </main>
  );
}

/** Most starts are over before there is anything to say. */
const WITHOUT_A_WORD_MS = 1000;

/** The till is being opened. */
export function Opening() {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setLong(true), WITHOUT_A_WORD_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <FirstPaint>
      <p
        role="status"
        className="absolute top-[60%] flex items-center gap-3 text-base font-normal tracking-normal"
      >
        {isLong && (
          <>
            <Spinner />
            {t('opening')}
          </>
        )}
      </p>
    </FirstPaint>
  );
}
