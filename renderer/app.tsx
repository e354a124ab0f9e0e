import type { i18n } from 'i18next';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Bridge } from './bridge.ts';
import { BridgeProvider } from './bridge-context.ts';
import { Fetched } from './fetched.tsx';
import { createChosenLanguage } from './i18n/chosen-language.ts';
import { firstLanguage } from './i18n/i18n.ts';
import { LockScreen } from './lock/lock-screen.tsx';
import { createRestoreStore } from './recovery/restore-store.ts';
import { CrashBoundary } from './shell/crash-boundary.tsx';
import { FirstPaint, Opening } from './shell/first-paint.tsx';
import { TILL_SHELL } from './shell/till-shell.tsx';
import { Unreachable } from './shell/unreachable.tsx';
import { StoresProvider, useFrom } from './stores.tsx';
import { Surroundings } from './surroundings.tsx';
import { createTerminalStore } from './terminal-store.ts';

const SetupScreen = lazy(async () => ({ default: (await import('./setup/setup-screen.tsx')).SetupScreen }));
const RecoveryScreen = lazy(async () => ({
  default: (await import('./recovery/recovery-screen.tsx')).RecoveryScreen,
}));
const RestoredScreen = lazy(async () => ({
  default: (await import('./recovery/restored-screen.tsx')).RestoredScreen,
}));
const BlockedScreen = lazy(async () => ({
  default: (await import('./setup/blocked-screen.tsx')).BlockedScreen,
}));

/** The whole window. Stores are made above every screen, so locking the till throws nothing away. */
export function App({ bridge, i18n }: { bridge: Bridge; i18n: i18n }) {
  return (
    <BridgeProvider value={bridge}>
      <StoresProvider bridge={bridge}>
        <Terminal i18n={i18n} />
      </StoresProvider>
    </BridgeProvider>
  );
}

function Terminal({ i18n }: { i18n: i18n }) {
  const status = useFrom(createTerminalStore, state => state.status);
  const chosen = useFrom(createChosenLanguage, state => state.language);
  // Before it is set up the till has no language yet: it speaks the computer's.
  const own = status && status.phase !== 'setup' ? status.language : firstLanguage();
  const language = status?.phase === 'recovery' ? (chosen ?? own) : own;
  const theme = status?.theme ?? 'system';

  useEffect(() => {
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  return (
    <Surroundings i18n={i18n} language={language} shop={status?.shop ?? null}>
      <CrashBoundary>
        <Suspense fallback={<FirstPaint />}>
          <Phase />
        </Suspense>
      </CrashBoundary>
    </Surroundings>
  );
}

/** Which of the till's faces a person sees now. */
function Phase() {
  const phase = useFrom(createTerminalStore, state => state.status?.phase);
  const isLocked = useFrom(createTerminalStore, state => state.status?.session === null);
  const isUnreachable = useFrom(createTerminalStore, state => state.error !== null);
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  const report = useFrom(createRestoreStore, state => state.report);
  const [isSettingUp, setSettingUp] = useState(false);

  // The till is ready the moment set-up is complete; its last page stays until the person leaves it.
  if (phase === 'setup' && !isSettingUp) setSettingUp(true);

  if (isUnreachable) return <Unreachable />;
  if (phase === undefined) return <Opening />;
  if (report) return <RestoredScreen report={report} />;
  if (phase === 'recovery') return <RecoveryScreen />;
  if (isSettingUp) {
    // First what the till says now: while it still said "set-up", leaving would come back here.
    const leave = async () => {
      await refresh();
      setSettingUp(false);
    };
    return <SetupScreen onDone={() => void leave()} />;
  }
  if (phase === 'blocked') return <BlockedScreen />;
  return isLocked ? <LockScreen /> : <Fetched of={TILL_SHELL} meanwhile={<FirstPaint />} />;
}
