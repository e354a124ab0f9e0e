import { useState } from 'react';
import type { StaffMember } from '../../shared/contract/common.ts';
import { StorageBanner } from '../shell/storage-banner.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { LockPanel } from './lock-panel.tsx';
import { PinEntry } from './pin-entry.tsx';
import { StaffTiles } from './staff-tiles.tsx';

const NOBODY: readonly StaffMember[] = [];

/** Between people: who is selling, then their PIN. Where only one person works here, straight to the PIN. */
export function LockScreen() {
  const staff = useFrom(createTerminalStore, state => state.status?.staff ?? NOBODY);
  const storage = useFrom(createTerminalStore, state => state.status?.storage);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const only = staff.length === 1 ? staff[0] : undefined;
  const person = only ?? staff.find(member => member.id === chosenId);

  return (
    <div className="flex h-full flex-col bg-page">
      {storage && <StorageBanner storage={storage} />}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(16rem,2fr)_3fr]">
        <LockPanel />
        <main className="flex min-h-0 items-center justify-center overflow-y-auto p-6">
          {person ? (
            <PinEntry
              key={person.id}
              person={person}
              {...(only ? {} : { onBack: () => setChosenId(null) })}
            />
          ) : (
            <StaffTiles staff={staff} onChoose={setChosenId} />
          )}
        </main>
      </div>
    </div>
  );
}
