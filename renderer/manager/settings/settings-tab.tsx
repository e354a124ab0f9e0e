import { useEffect } from 'react';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Shown } from '../../ui/shown.tsx';
import { SaveBar } from '../save-bar.tsx';
import { CloseTillCard } from './close-till-card.tsx';
import { LookCard } from './look-card.tsx';
import { PartnerCard } from './partner-card.tsx';
import { PrinterCard } from './printer-card.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { SafetyCard } from './safety-card.tsx';
import { settingsProblems } from './settings-problems.ts';
import { createSettingsStore } from './settings-store.ts';
import { ShopCard } from './shop-card.tsx';
import { UpdateCard } from './update-card.tsx';

/** How this till is set, but for its prices. */
export function SettingsTab() {
  const { load } = useStoreOf(createSettingsStore).getState();
  const stored = useFrom(createSettingsStore, state => state.stored);
  useEffect(() => void load(), [load]);
  return (
    <Shown of={stored} onRetry={() => void load()}>
      {({ settings, secretsSet }) => <SettingsForm savedPrinter={settings.printer} secretsSet={secretsSet} />}
    </Shown>
  );
}

function SettingsForm(props: {
  savedPrinter: string;
  secretsSet: { token: boolean; managementToken: boolean };
}) {
  const { savedPrinter, secretsSet } = props;
  const { change, save, discard, load } = useStoreOf(createSettingsStore).getState();
  const { draft, isChanged, isSaving, failure } = useFrom(createSettingsStore, state => state);
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  if (!draft) return null;
  const problems = settingsProblems(draft);

  async function saveAndTell() {
    const taken = await save();
    if (taken) await refresh();
    return taken;
  }

  return (
    <div className="@container flex min-h-full flex-col">
      <div className="grid flex-1 items-start gap-4 pb-4 @3xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <ShopCard draft={draft} problems={problems} onChange={change} />
          <LookCard draft={draft} onChange={change} />
          <SafetyCard draft={draft} problems={problems} onChange={change} />
          <CloseTillCard />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <PrinterCard draft={draft} saved={savedPrinter} problems={problems} onChange={change} />
          <PartnerCard secretsSet={secretsSet} onReplaced={() => void load()} />
          <UpdateCard />
        </div>
        <div className="@3xl:col-span-2">
          <ReceiptCard draft={draft} onChange={change} />
        </div>
      </div>
      <SaveBar
        isChanged={isChanged}
        isWrong={problems.name || problems.printer || problems.lowBalance}
        isSaving={isSaving}
        failure={failure}
        onSave={saveAndTell}
        onDiscard={discard}
      />
    </div>
  );
}
